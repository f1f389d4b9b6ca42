import { now } from '#src/lib/clock.ts';
import { roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { FactName } from '#src/rules/facts.ts';
import { factFrom as words } from '#src/strings/fact-from.ts';
import { notKnown } from '#src/strings/not-known.ts';
import { FACT_SOURCES, lackingReads, waysIn } from '#src/wizard/draft/fact-sources.ts';
import { answerFacts } from '#src/wizard/draft/questions.ts';
import type { Read, Reads } from '#src/wizard/draft/reads.ts';
import { newDraft } from '#src/wizard/draft/schema.ts';
import type { FactSource } from '#src/wizard/draft/sources/fact-source.ts';
import type { ReadName } from '#src/wizard/draft/sources/read-sources.ts';
import { vmFacts } from '#src/wizard/draft/vm-facts.ts';
import type { Asked } from '#src/wizard/draft/why-unknown.ts';

/**
 * Where the value of a known fact comes from, in plain words: what it was read from and how long ago,
 * or that it was answered. Null for a fact of another flow.
 */
export function factFrom(fact: FactName, { reads, choices }: Asked): string | null {
  const source = FACT_SOURCES[fact];
  switch (source.from) {
    case 'azure':
      return readFrom(readsOf(source, reads, choices.secondary), reads);
    case 'operator':
      return source.unless !== undefined && isToldByAzure(fact, reads)
        ? readFrom(
            source.unless.map(([read]) => read),
            reads,
          )
        : words.answered;
    case 'product':
      return fact.startsWith('form.') ? words.counted : words.product;
    case 'nobody':
    case 'elsewhere':
      return null;
  }
}

/** The reads of every way that has told the fact, each once. */
function readsOf(
  source: Extract<FactSource, { from: 'azure' }>,
  reads: Reads,
  isSecondary: boolean,
): readonly ReadName[] {
  const lacking = lackingReads(source, (read) => stateOf(reads, read), isSecondary);
  const ways = waysIn(source, isSecondary).filter((_, nth) => lacking[nth] === null);
  return [...new Set(ways.flatMap((way) => way.map(([read]) => read)))];
}

/** Whether a question need not be asked: Azure's own answer says it of the machine. */
function isToldByAzure(fact: FactName, reads: Reads): boolean {
  const untold = answerFacts(newDraft('', 0).choices, vmFacts(reads, undefined));
  return Object.entries(untold).some(
    ([name, value]) => `vm.${name}` === fact && value !== undefined,
  );
}

function readFrom(names: readonly ReadName[], reads: Reads): string | null {
  if (names.length === 0) return null;
  const at = oldest(names.flatMap((name) => answersOf(reads, name)));
  const age = at === null ? null : roughDurationText(now() - at);
  return words.read(
    names.map((name) => notKnown.reads[name]),
    age,
  );
}

/** What is said together is as old as its oldest part; null where nothing of it was answered. */
export function oldest(all: readonly Read<unknown>[]): Instant | null {
  const times = all.flatMap((one) =>
    one.state === 'known' && one.at !== undefined ? [one.at] : [],
  );
  return times.length === 0 ? null : times.reduce((a, b) => (a < b ? a : b));
}

function stateOf(reads: Reads, name: ReadName): Read<unknown>['state'] {
  return answersOf(reads, name).find(({ state }) => state !== 'known')?.state ?? 'known';
}

/** The answers of a read, which may be one for each of several things. */
export function answersOf(reads: Reads, name: ReadName): readonly Read<unknown>[] {
  const read = reads[name];
  return 'state' in read ? [read] : read;
}
