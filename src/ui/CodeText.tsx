import { visibleText, writesRightToLeft } from '#src/lib/visible-text.ts';

/**
 * Code word for word: what is hidden in it is written out, and each name that reads from right to left stays
 * between its quotes or slashes.
 */
export function CodeText({ text }: { readonly text: string }) {
  const shown = visibleText(text);
  if (!writesRightToLeft(shown)) return shown;
  let at = 0;
  return shown.split(/(["/\n])/).map((piece) => {
    at += piece.length;
    return writesRightToLeft(piece) ? <bdi key={at}>{piece}</bdi> : piece;
  });
}
