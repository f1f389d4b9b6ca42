import type {
  RecordFact,
  RecordPart,
  RecordValue,
  RestoreRecord,
} from '#src/model/record/record.ts';

type Facts = Readonly<Record<string, RecordValue>>;

/**
 * A record as JSON for a program: `parts` by their keys, each with its values by their keys, or a list of
 * these; null: not known. `isoText` writes a moment.
 */
export function recordJson(
  { title, at, parts }: RestoreRecord,
  isoText: (at: RestoreRecord['at']) => string,
): string {
  const values = Object.fromEntries(parts.map((part) => [part.key, valueOf(part)]));
  return `${JSON.stringify({ format: 'restore-record', version: 1, title, writtenAt: isoText(at), parts: values }, null, 2)}\n`;
}

function valueOf(part: RecordPart): Facts | readonly Facts[] | null {
  return part.kind === 'facts' ? factsOf(part.facts) : (part.rows?.map(factsOf) ?? null);
}

const factsOf = (facts: readonly RecordFact[]): Facts =>
  Object.fromEntries(facts.map(({ key, value }) => [key, value]));
