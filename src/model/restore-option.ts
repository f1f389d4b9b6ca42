import type { RestoreKind } from '#src/model/job.ts';

/** One way to use a backup that can be chosen before the wizard opens. */
export interface RestoreOption {
  /** The short name, and the name that the documents print. */
  readonly text: string;
  readonly label: string;
  /** What it adds to the address of a new restore. */
  readonly search: { readonly option?: RestoreKind; readonly task?: 'recoverFiles' };
  /** Why it isn't possible once the source is deleted; left out: it is. */
  readonly needsSource?: string;
  /** The secondary region doesn't have it. */
  readonly isPrimaryOnly?: boolean;
}

/** Why an option can't be chosen; undefined: nothing known stands in its way. */
export type BlockedOption = (option: RestoreOption) => string | undefined;
