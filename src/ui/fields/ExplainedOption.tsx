import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { type Explanation, ExplanationBlock } from '#src/ui/explanation.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useUnseenStyles } from '#src/ui/styles.ts';

const words = wizard.explain;

const useStyles = makeStyles({
  root: { ':focus': { outlineStyle: 'none' } },
  ofField: { marginInlineStart: '192px', '@media (max-width: 639px)': { marginInlineStart: 0 } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

export interface ExplainedOptionProps {
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
  const { unseen } = useUnseenStyles();
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

function takeFocus(group: HTMLElement | null): void {
  group?.focus();
}
