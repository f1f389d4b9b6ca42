import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { prerequisites as words } from '#src/strings/disk-checks.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { FindingRow } from '#src/ui/FindingRow.tsx';
import { focusField } from '#src/ui/focus-field.ts';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import type { Tone } from '#src/ui/Status.tsx';
import { Grant } from '#src/wizard/azure-disks/checks/Grant.tsx';
import {
  lineId,
  type Prerequisite,
  type PrerequisiteState,
} from '#src/wizard/azure-disks/checks/prerequisite.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold },
});

const TONES: Readonly<Record<PrerequisiteState, Tone>> = {
  done: 'done',
  refused: 'failed',
  warning: 'warning',
  notChecked: 'unknown',
  reading: 'running',
};

/** One prerequisite: how it stands, what Azure said and when, and what can be done. */
export function PrerequisiteLine({ line }: { readonly line: Prerequisite }) {
  const styles = useStyles();
  const { id, state, found, needed, command, again } = line;
  return (
    <FindingRow tone={TONES[state]} word={words.state[state]}>
      <div className={styles.root}>
        <div className={styles.head}>
          <span id={lineId(id)} tabIndex={-1} className={styles.name}>
            {words.check[id]}
          </span>
          <ReadAgo at={line.at} />
        </div>
        {found !== '' && <span>{found}</span>}
        {command !== null && <CopyText {...command} />}
        {again !== null && (
          <Button
            size="small"
            onClick={() => {
              // The button goes away with what it mends.
              focusField(lineId(id));
              again.go();
            }}
          >
            {words.tryAgain(again.what)}
          </Button>
        )}
        {needed !== null && <Grant line={line} needed={needed} />}
      </div>
    </FindingRow>
  );
}
