import { now } from '#src/lib/clock.ts';
import { roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { FactName } from '#src/rules/facts.ts';
import { factFrom as words } from '#src/strings/fact-from.ts';
import type { FromAzure } from '#src/wizard/explain/facts.ts';
import { type FactGround, lackingReads } from '#src/wizard/explain/why-unknown.ts';
import { fieldGroupsOf } from '#src/wizard/explain/model.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/**
 * Where the value of a known fact comes from, in plain words: what it was read from and how long ago,
 * or that it was answered. Null for a fact of another flow.
 */
export function factFrom<Reads>(fact: FactName, ground: FactGround<Reads>): string | null {
  const { model, reads } = ground;
  const source = model.sourceOf(fact);
  switch (source.from) {
    case 'azure':
      return readFrom(readsOf(source, ground), ground);
    case 'operator':
      return source.unless !== undefined && model.byChoice?.isReported(fact, reads) === true
        ? readFrom(
            source.unless.map(([read]) => read),
            ground,
          )
        : words.answered;
    case 'product':
      return fact.startsWith('form.') ? words.counted : words.product;
    case 'nobody':
    case 'elsewhere':
      return null;
  }
}

/** The reads of every group that reports the fact, each once. */
function readsOf<Reads>(source: FromAzure, ground: FactGround<Reads>): readonly string[] {
  const { model, reads } = ground;
  const all = fieldGroupsOf(source, ground);
  const stateOf = (read: string) =>
    model.answersOf(reads, read).find(({ state }) => state !== 'known')?.state ?? 'known';
  const lacking = lackingReads(all, model.after, stateOf);
  const fieldGroups = all.filter((_, nth) => lacking[nth] === null);
  return [...new Set(fieldGroups.flatMap((group) => group.map(([read]) => read)))];
}

function readFrom<Reads>(
  names: readonly string[],
  { model, reads }: FactGround<Reads>,
): string | null {
  if (names.length === 0) return null;
  const at = oldest(names.flatMap((name) => model.answersOf(reads, name)));
  const age = at === null ? null : roughDurationText(now() - at);
  return words.read(
    names.map((name) => model.readName(name)),
    age,
  );
}

/** The age of combined reads is that of the oldest; null if none has an answer. */
export function oldest(all: readonly Read<unknown>[]): Instant | null {
  const times = all.flatMap((one) =>
    one.state === 'known' && one.at !== undefined ? [one.at] : [],
  );
  return times.length === 0 ? null : times.reduce((a, b) => (a < b ? a : b));
}
