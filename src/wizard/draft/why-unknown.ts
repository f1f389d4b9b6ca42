import { isCut } from '#src/lib/list.ts';
import { type ChoiceField, type Choices, valueOf } from '#src/rules/choices.ts';
import type { FactName } from '#src/rules/facts.ts';
import { FACT_SOURCES, lackingReads } from '#src/wizard/draft/fact-sources.ts';
import { principalOf } from '#src/wizard/draft/grant-scopes.ts';
import { known, type Read, type Reads, type ReadTrouble } from '#src/wizard/draft/reads.ts';
import type { Question } from '#src/wizard/draft/schema.ts';
import type { FactSource, Unknowable } from '#src/wizard/draft/sources/fact-source.ts';
import { READ_SOURCES, type ReadName } from '#src/wizard/draft/sources/read-sources.ts';

/** What was asked of Azure for a draft, and what was chosen in it. */
export interface Asked {
  readonly reads: Reads;
  readonly choices: Choices;
}

/** Why a fact is not known. */
export type WhyUnknown =
  | {
      readonly kind: 'forbidden' | 'failed';
      readonly read: ReadName;
      readonly trouble: ReadTrouble | undefined;
    }
  | { readonly kind: 'loading' | 'cut'; readonly read: ReadName }
  | { readonly kind: 'notChosen'; readonly field: ChoiceField }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'nobody'; readonly because: Unknowable }
  | { readonly kind: 'notSaid' | 'notReadHere' };

/** Of a list that was read a fact is known once one of it is chosen. */
const CHOSEN_OF: Readonly<Partial<Record<ReadName, ChoiceField>>> = {
  points: 'point',
  secondaryPoints: 'regionView',
  networks: 'vnet',
  encryptionSets: 'diskEncryptionSet',
  diskAccesses: 'diskAccessId',
  stagingGrants: 'staging',
  groupGrants: 'rg',
};

/** Tells of a fact that is not known why it is not. Pure. */
export function whyUnknown(fact: FactName, asked: Asked): WhyUnknown {
  const source = FACT_SOURCES[fact];
  switch (source.from) {
    case 'azure':
      return whyUntold(source, asked);
    case 'operator':
      return { kind: 'question', question: source.question };
    case 'nobody':
      return { kind: 'nobody', because: source.because };
    case 'product':
    case 'elsewhere':
      return { kind: 'notReadHere' };
  }
}

function whyUntold(
  source: Extract<FactSource, { from: 'azure' }>,
  { reads, choices }: Asked,
): WhyUnknown {
  const isOfOther = source.ways
    .flat()
    .some(([read]) => isOfOtherIdentity(read, { reads, choices }));
  if (isOfOther) return { kind: 'notChosen', field: 'identity' };
  const lacking = lackingReads(source, (read) => stateOf(reads, read).state, choices.secondary);
  const read = lacking.find((one) => one !== null) ?? null;
  if (read !== null) return whyUnread(read, stateOf(reads, read));
  const cut = source.ways.flat().find(([one]) => isPart(stateOf(reads, one)));
  if (cut !== undefined) return { kind: 'cut', read: cut[0] };
  const field = source.ways
    .flat()
    .map(([one]) => CHOSEN_OF[one])
    .find((one) => one !== undefined && valueOf(choices, one) === null);
  return field === undefined ? { kind: 'notSaid' } : { kind: 'notChosen', field };
}

/** Whether rights were read, and of another identity: of one that isn't chosen Azure wasn't asked. */
function isOfOtherIdentity(read: ReadName, { reads, choices }: Asked): boolean {
  if (read !== 'stagingGrants' && read !== 'groupGrants') return false;
  const grants = known(reads[read]);
  return grants !== undefined && grants.principalId !== principalOf(known(reads.vault), choices);
}

/** Whether only a part of a list was read. */
function isPart(given: Read<unknown>): boolean {
  return given.state === 'known' && Array.isArray(given.value) && isCut(given.value);
}

function whyUnread(read: ReadName, given: Read<unknown>): WhyUnknown {
  switch (given.state) {
    case 'forbidden':
    case 'failed':
      return { kind: given.state, read, trouble: given.trouble };
    case 'loading':
      return { kind: 'loading', read };
    // Everything hangs on the machine, and some of it on one thing more.
    case 'not asked':
      return { kind: 'notChosen', field: CHOSEN_OF[read] ?? 'instance' };
    case 'known':
      return { kind: 'notSaid' };
  }
}

/** The state of a read; of several things that another read names, that of the first not known. */
function stateOf(reads: Reads, read: ReadName): Read<unknown> {
  const one = reads[read];
  if (!isList(one)) return one;
  const { after } = READ_SOURCES[read];
  if (after !== null && stateOf(reads, after).state !== 'known') return { state: 'not asked' };
  return one.find(({ state }) => state !== 'known') ?? { state: 'known', value: null };
}

function isList(one: Reads[ReadName]): one is Extract<Reads[ReadName], readonly unknown[]> {
  return Array.isArray(one);
}
