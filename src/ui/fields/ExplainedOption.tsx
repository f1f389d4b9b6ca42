import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { ExplanationBlock } from '#src/ui/ExplanationBlock.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = wizard.explain;

const useStyles = makeStyles({
  root: { marginInlineStart: '192px', '@media (max-width: 639px)': { marginInlineStart: 0 } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

export interface ExplainedOptionProps {
  readonly label: string;
  readonly explanation: Explanation;
  readonly onClose: () => void;
}

/** Under a list: why the entry that was pressed cannot be chosen. Read out when it opens. */
export function ExplainedOption({ label, explanation, onClose }: ExplainedOptionProps) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status">
      <div className={styles.head}>
        <Status tone="impossible">{words.isNotPossible(label)}</Status>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {words.hideWhy}
        </Button>
      </div>
      <ExplanationBlock explanation={explanation} onApplied={onClose} />
    </div>
  );
}
