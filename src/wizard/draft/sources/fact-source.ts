import type { FactName } from '#src/rules/facts.ts';
import type { Question } from '#src/wizard/draft/schema.ts';
import type { ReadName } from '#src/wizard/draft/sources/read-sources.ts';

/** A field of a read's answer, by its path on the wire. */
export type WireField = readonly [read: ReadName, field: string];

/** Fields that tell a fact together. */
export type Way = readonly [WireField, ...WireField[]];

/** Why nobody can know a fact; the words are in `strings`. */
export type Unknowable = 'diskHistory';

/** A flow that is not the restore of an Azure VM. */
export type Flow = 'disks' | 'job' | 'commvault';

/** Where a fact comes from. */
export type FactSource =
  /** From Azure: the first way that says it counts. */
  | {
      readonly from: 'azure';
      readonly ways: readonly [Way, ...Way[]];
      /** What every way needs besides in the secondary region. */
      readonly inSecondary?: Way;
    }
  /** From an answer to `About this machine`; not asked where one of these fields of Azure's says it. */
  | {
      readonly from: 'operator';
      readonly question: Question;
      readonly unless?: readonly WireField[];
    }
  /** A setting or a count of the product's own. */
  | { readonly from: 'product' }
  | { readonly from: 'nobody'; readonly because: Unknowable }
  /** Read by rules of another flow alone. */
  | { readonly from: 'elsewhere'; readonly flow: Flow };

/** The facts whose names begin so. */
export type FactsOf<Group extends string> = Extract<FactName, `${Group}.${string}`>;

export type SourcesOf<Group extends string> = Readonly<Record<FactsOf<Group>, FactSource>>;

/** A fact that one way tells, of one field or of several together. */
export const told = (...way: Way): FactSource => ({ from: 'azure', ways: [way] });

/** A fact that one way tells, and about the secondary region only with the region that it is. */
export const toldOfRegion = (...way: Way): FactSource => ({
  from: 'azure',
  ways: [way],
  inSecondary: [
    ['regions', 'value[].metadata.pairedRegion[].name'],
    ['vault', 'location'],
  ],
});

/** A fact that several ways tell. */
export const toldBy = (...ways: readonly [Way, ...Way[]]): FactSource => ({ from: 'azure', ways });

export const asked = (question: Question): FactSource => ({ from: 'operator', question });

export const product: FactSource = { from: 'product' };

export const elsewhere = (flow: Flow): FactSource => ({ from: 'elsewhere', flow });
