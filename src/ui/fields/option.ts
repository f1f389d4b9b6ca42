import type { Explanation } from '#src/ui/explanation.ts';

/** Why an entry cannot be chosen: a few words for the list, and all of it for who asks. */
export interface Blocked {
  readonly short: string;
  /** Worked out only when somebody asks. */
  readonly explain: () => Explanation;
}

/** An entry of a list. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly remark?: string | undefined;
}

/** The entries of a list, and why one of them cannot be chosen: asked when the list is in view. */
export interface FieldOptions {
  readonly options: readonly FieldOption[];
  readonly blockedOf?: ((value: string) => Blocked | undefined) | undefined;
  /** What keeps anybody from knowing whether it can be chosen; undefined where that is known. */
  readonly uncheckedOf?: ((value: string) => string | undefined) | undefined;
}

export interface ListedOption {
  readonly option: FieldOption;
  readonly blocked: Blocked | undefined;
  readonly unchecked: string | undefined;
}

/**
 * The entries as a list shows them. Their reasons are asked for only while the list is open; those
 * that can be chosen come first.
 */
export function listed({ options, ...judged }: FieldOptions, isOpen: boolean): ListedOption[] {
  const rows = options.map((option) =>
    isOpen ? judgedOption(option, judged) : { option, blocked: undefined, unchecked: undefined },
  );
  return rows.toSorted((a, b) => Number(a.blocked !== undefined) - Number(b.blocked !== undefined));
}

/** An entry with what is to be said of it: that it is refused, or else that nobody knows. */
export function judgedOption(
  option: FieldOption,
  { blockedOf, uncheckedOf }: Omit<FieldOptions, 'options'>,
): ListedOption {
  const blocked = blockedOf?.(option.value);
  const unchecked = blocked === undefined ? uncheckedOf?.(option.value) : undefined;
  return { option, blocked, unchecked };
}
