/** Text in place of what stands between two places of code. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The code after edits, of which later ones at a place, or within one, count for nothing. */
export function edited(code: string, edits: readonly Edit[]): string {
  let text = '';
  let done = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    if (edit.start < done) continue;
    text += code.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return text + code.slice(done);
}
