import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import { takeFocus } from '#src/ui/dom.ts';
import { type Explanation, ExplanationBlock, type Unknown } from '#src/ui/explanation.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';

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

const words = wizard.explain;

const useStyles = makeStyles({
  root: { ':focus': { outlineStyle: 'none' } },
  ofField: { marginInlineStart: '172px', '@media (max-width: 639px)': { marginInlineStart: 0 } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface ExplainedOptionProps {
  readonly label: string;
  readonly explanation: Explanation;
  readonly onClose: () => void;
  /** It stands under a row, and has its whole width. */
  readonly isOfRow?: boolean;
  /** Why was pressed: it takes the focus as it opens. */
  readonly takesFocus?: boolean;
}

/**
 * Under a list or a row: why the entry that was pressed cannot be chosen. The rules are read out when it opens;
 * since when their facts are known goes on with the clock, and is not.
 */
export function ExplainedOption({
  label,
  explanation,
  onClose,
  isOfRow = false,
  takesFocus = false,
}: ExplainedOptionProps) {
  const styles = useStyles();
  const { unseen } = useCommonStyles();
  return (
    <div
      className={mergeClasses(styles.root, !isOfRow && styles.ofField)}
      role="group"
      aria-label={words.isNotPossible(label)}
      tabIndex={-1}
      ref={takesFocus ? takeFocus : undefined}
    >
      <div className={styles.head}>
        <Status tone="impossible">{words.isNotPossible(label)}</Status>
        <div role="status" className={unseen}>
          {[words.isNotPossible(label), ...explanation.reasons.map(({ rule }) => rule)].join(' ')}
        </div>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {words.hideWhy}
        </Button>
      </div>
      <ExplanationBlock explanation={explanation} onApplied={onClose} />
    </div>
  );
}

/** A note that an entry couldn't be checked, why, and the command to read from Azure again. */
export function UncheckedNote({ unchecked: { short, again } }: { readonly unchecked: Unchecked }) {
  return (
    <div>
      <Status tone="unknown">{short}</Status>{' '}
      {again !== null && <LinkButton onClick={again.go}>{again.label}</LinkButton>}
    </div>
  );
}
