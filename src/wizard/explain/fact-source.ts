import type { FactName } from '#src/rules/facts.ts';

/** A field of a read's answer, by its path on the wire. */
export type WireField<ReadName extends string = string> = readonly [read: ReadName, field: string];

/** Fields that report a fact together. */
export type FieldGroup<ReadName extends string = string> = readonly [
  WireField<ReadName>,
  ...WireField<ReadName>[],
];

/** Why nothing reports a fact; the words are in `strings`. */
export type Unknowable = 'diskHistory';

/** A flow that is not the restore of an Azure VM. */
export type Flow = 'disks' | 'job' | 'commvault' | 'files';

/** Where a fact comes from. */
export type FactSource<ReadName extends string = string, Question extends string = string> =
  | FromAzure<ReadName>
  /** From an answer of the operator; not asked where one of these fields reports it. */
  | {
      readonly from: 'operator';
      readonly question: Question;
      readonly unless?: readonly WireField<ReadName>[];
    }
  /** A setting or a count of the product's own. */
  | { readonly from: 'product' }
  | { readonly from: 'nobody'; readonly because: Unknowable }
  /** Read by rules of another flow alone. */
  | { readonly from: 'elsewhere'; readonly flow: Flow };

/** From Azure: the first group that reports it counts. */
export interface FromAzure<ReadName extends string = string> {
  readonly from: 'azure';
  readonly fieldGroups: readonly [FieldGroup<ReadName>, ...FieldGroup<ReadName>[]];
  /** What every group needs besides in the secondary region. */
  readonly inSecondary?: FieldGroup<ReadName>;
}

/** The facts whose names start with this group. */
export type FactsOf<Group extends string> = Extract<FactName, `${Group}.${string}`>;

/** A fact that Azure reports in one field, or in several together. */
export const reported = <ReadName extends string>(
  ...group: FieldGroup<ReadName>
): FromAzure<ReadName> => ({
  from: 'azure',
  fieldGroups: [group],
});

/** A fact that the first of several groups of fields reports. */
export const reportedByOneOf = <ReadName extends string>(
  ...fieldGroups: readonly [FieldGroup<ReadName>, ...FieldGroup<ReadName>[]]
): FromAzure<ReadName> => ({ from: 'azure', fieldGroups });

/** A fact that the operator answers. */
export const answered = <Question extends string>(question: Question) =>
  ({ from: 'operator', question }) as const;

export const product = { from: 'product' } as const;

/** A fact that only rules of another flow read. */
export const elsewhere = (flow: Flow) => ({ from: 'elsewhere', flow }) as const;
