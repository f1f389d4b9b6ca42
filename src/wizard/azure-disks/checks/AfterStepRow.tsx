import { makeStyles, tokens } from '@fluentui/react-components';
import type { OsType } from '#src/model/recovery-services.ts';
import { diskAfterwards as words } from '#src/strings/disk-checks.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { FindingRow } from '#src/ui/FindingRow.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import type { Tone } from '#src/ui/Status.tsx';
import { type AfterStep, guidesTo } from '#src/wizard/azure-disks/checks/after.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  guides: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

const TONES: Readonly<Record<AfterStep['state'], Tone>> = {
  done: 'done',
  open: 'waiting',
  unknown: 'unknown',
};

export interface AfterStepRowProps {
  readonly step: AfterStep;
  /** Of the machine; null: not known. */
  readonly osType: OsType | null;
}

/** One step that is left: whether Azure shows it done, the commands for it, and the document's guides. */
export function AfterStepRow({ step, osType }: AfterStepRowProps) {
  const styles = useStyles();
  const { id, state, text, commands } = step;
  return (
    <FindingRow tone={TONES[state]} word={words.state[state]}>
      <div className={styles.root}>
        <span>{text}</span>
        {commands.map((command) => (
          <CopyText key={command.label} {...command} />
        ))}
        {state !== 'done' && (
          <span className={styles.guides}>
            {guidesTo(id, osType).map(({ os, href }) => (
              <OutsideLink key={os} href={href}>
                {words.guide[id](os)}
              </OutsideLink>
            ))}
          </span>
        )}
      </div>
    </FindingRow>
  );
}
