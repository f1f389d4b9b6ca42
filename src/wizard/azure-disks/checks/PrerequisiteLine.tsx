import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import type {
  Prerequisite,
  PrerequisiteId,
  PrerequisiteState,
} from '#src/wizard/azure-disks/checks/prerequisite.ts';

const words = diskChecks.prerequisites;

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '152px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold, ':focus': { outlineStyle: 'none' } },
});

const TONES: Readonly<Record<PrerequisiteState, Tone>> = {
  held: 'done',
  fresh: 'waiting',
  missing: 'failed',
  warned: 'warning',
  notChecked: 'unknown',
  reading: 'running',
};

/** The id of a line's name, which takes the focus when a failure of the validation leads to it. */
export const prerequisiteId = (id: PrerequisiteId): string => `prerequisite-${id}`;

export interface PrerequisiteLineProps {
  readonly prerequisite: Prerequisite;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** One prerequisite: how it stands, what was found and when, and what can be done. */
export function PrerequisiteLine({ prerequisite, children }: PrerequisiteLineProps) {
  const styles = useStyles();
  const { id, state, found, at, countsAt, command } = prerequisite;
  // Who is led here hears at once how it stands.
  const foundId = `${prerequisiteId(id)}-found`;
  return (
    <li className={styles.root}>
      <Status tone={TONES[state]}>{words.state[state]}</Status>
      <div className={styles.body}>
        <div className={styles.head}>
          <span
            id={prerequisiteId(id)}
            tabIndex={-1}
            className={styles.name}
            aria-describedby={found === '' ? undefined : foundId}
          >
            {words.name[id]}
          </span>
          <ReadAgo at={at} />
        </div>
        {found !== '' && <span id={foundId}>{found}</span>}
        {command !== null && <CopyText {...command} />}
        {state === 'fresh' && countsAt !== null && <TimeLeft until={countsAt} />}
        {children}
      </div>
    </li>
  );
}

/** Minutes are counted: seconds would be noise. */
const EVERY_MS = 15_000;

function TimeLeft({ until }: { readonly until: Instant }) {
  const left = Math.max(0, until - useNow(EVERY_MS));
  return <span>{words.role.left(durationText(left))}</span>;
}
