import type { Explanation, Unknown } from '#src/ui/explanation.tsx';

/** Why an entry can't be selected: a few words for the list, and the whole explanation on request. */
export interface Blocked {
  readonly short: string;
  /** Computed only on request. */
  readonly explain: () => Explanation;
}

/** Why it is unknown whether an entry can be selected, and how to find out; null if there is no way. */
export interface Unchecked {
  readonly short: string;
  readonly again: Unknown['way'];
}

/** An entry of a list. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly remark?: string | undefined;
  /** A warning to read before continuing with this entry; it appears under its radio. */
  readonly warning?: string | undefined;
}

/** The verdict on an entry: blocked, unchecked, or neither. */
export interface Judgement {
  readonly blocked?: Blocked | undefined;
  /** Why it couldn't be checked. */
  readonly unchecked?: Unchecked | undefined;
}

/** The entries of a list, and the verdict on each: computed when the list is in view. */
export interface FieldOptions {
  readonly options: readonly FieldOption[];
  readonly judge?: ((value: string) => Judgement) | undefined;
  /**
   * Why the selected entry couldn't be checked; left out while no read has failed, as then there is nothing.
   */
  readonly noteOf?: ((value: string) => Unchecked | undefined) | undefined;
}

export interface ListedOption extends Judgement {
  readonly option: FieldOption;
}

/**
 * The entries as a list that is open shows them, each judged once; those that can be chosen come first.
 */
export function listed({ options, judge }: FieldOptions): ListedOption[] {
  const rows = options.map((option) => ({ option, ...judge?.(option.value) }));
  return rows.toSorted((a, b) => Number(a.blocked !== undefined) - Number(b.blocked !== undefined));
}
