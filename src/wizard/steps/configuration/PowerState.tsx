import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { preflight } from '#src/strings/preflight.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { sayRule } from '#src/wizard/draft/rule-words.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import type { CheckState } from '#src/wizard/preflight/check.ts';
import { powerLook } from '#src/wizard/preflight/checks/power.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
});

const TONES: Readonly<Record<CheckState, Tone>> = {
  passed: 'done',
  checking: 'running',
  notChecked: 'unknown',
  warned: 'warning',
  failed: 'failed',
};

export interface PowerStateProps {
  readonly view: DraftView;
  readonly onCheck: () => void;
}

/**
 * Whether the machine is shut down, as Azure wants it before its disks are replaced: all else can be
 * made ready while it runs. The button stays, so that whoever pressed it keeps the focus.
 */
export function PowerState({ view, onCheck }: PowerStateProps) {
  const styles = useStyles();
  const look = powerLook(view.reads, onCheck);
  if (look === null) return null;
  return (
    <section aria-label={preflight.check.power} className={styles.root}>
      <div role="status">
        <Status tone={TONES[look.state]}>{look.found}</Status>
        {look.state === 'failed' && <div>{sayRule('platform.replace.running')}</div>}
      </div>
      {look.remedies?.map(
        (remedy) =>
          remedy.kind === 'command' && (
            <CopyText key={remedy.text} label={remedy.label} text={remedy.text} />
          ),
      )}
      <Button size="small" onClick={onCheck}>
        {preflight.checkAgain}
      </Button>
    </section>
  );
}
