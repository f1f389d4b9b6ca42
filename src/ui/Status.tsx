import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync16Filled } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Prohibited16Regular } from '@fluentui/react-icons/svg/prohibited';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ProtectedItem, SoftDeletion } from '#src/model/instances.ts';
import type { JobStatus, TaskStatus } from '#src/model/jobs.ts';
import { instances, softDelete as softDeleteWords } from '#src/strings/instances.ts';
import { pages } from '#src/strings/pages.ts';
import { useNow } from '#src/ui/hooks.ts';
import { Name } from '#src/ui/text.tsx';

export type Tone =
  | 'done'
  | 'running'
  | 'warning'
  | 'failed'
  | 'waiting'
  | 'cancelled'
  | 'impossible'
  | 'unknown';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    verticalAlign: 'bottom',
    maxWidth: '100%',
  },
  // The color is set on the icon's parent, because in high contrast an svg would keep its own.
  // Two pixels of padding center the icon on the first line.
  icon: { display: 'inline-flex', flexShrink: 0, paddingBlock: '2px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  running: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
  // A table breaks the long names of things anywhere; a state is one word, and stays it where there is room.
  word: { '@media (min-width: 640px)': { overflowWrap: 'normal' } },
  // Where a line isn't broken, its end is marked.
  text: { minWidth: 0, overflowX: 'clip', textOverflow: 'ellipsis' },
});

const ICONS: Record<Tone, ReactNode> = {
  done: <CheckmarkCircle16Filled />,
  running: <ArrowSync16Filled />,
  warning: <Warning16Filled />,
  failed: <ErrorCircle16Filled />,
  waiting: <Circle16Regular />,
  cancelled: <SubtractCircle16Regular />,
  impossible: <Prohibited16Regular />,
  unknown: <QuestionCircle16Regular />,
};

/** A state: an icon and a word, never a color alone. */
export function Status({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <StatusIcon tone={tone} />
      <span className={styles.text}>
        <Name>{children}</Name>
      </span>
    </span>
  );
}

/** The icon alone, for where the word stands elsewhere. */
export function StatusIcon({ tone }: { readonly tone: Tone }) {
  const styles = useStyles();
  const color =
    tone === 'done' || tone === 'running' || tone === 'warning' || tone === 'failed'
      ? styles[tone]
      : styles.neutral;
  return (
    <span aria-hidden className={`${styles.icon} ${color}`}>
      {ICONS[tone]}
    </span>
  );
}

const JOB_TONES: Readonly<Record<JobStatus, Tone>> = {
  inProgress: 'running',
  completed: 'done',
  completedWithWarnings: 'warning',
  failed: 'failed',
  cancelling: 'running',
  cancelled: 'cancelled',
  unknown: 'unknown',
};

const TASK_TONES: Readonly<Record<TaskStatus, Tone>> = {
  notStarted: 'waiting',
  inProgress: 'running',
  completed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
};

interface JobStatusBadgeProps {
  readonly status: JobStatus;
  /** Azure's own word, shown if the status is an unrecognized one. */
  readonly word?: string | null;
  /** The service's word, shown in place of ours. */
  readonly own?: string | undefined;
}

/** The state of a job. */
export function JobStatusBadge({ status, word, own }: JobStatusBadgeProps) {
  const text = own ?? ((status === 'unknown' && word) || pages.jobStatus[status]);
  return <Status tone={JOB_TONES[status]}>{text}</Status>;
}

interface TaskStatusBadgeProps {
  readonly status: TaskStatus;
  /** The service's word, shown in place of ours. */
  readonly own?: string | undefined;
}

/** The state of a job's subtask. */
export function TaskStatusBadge({ status, own }: TaskStatusBadgeProps) {
  const styles = useStyles();
  return (
    <Status tone={TASK_TONES[status]}>
      <span className={styles.word}>{own ?? pages.taskStatus[status]}</span>
    </Status>
  );
}

/** How long Azure keeps what is deleted softly. */
export function deletionLeft({ purgeAt }: SoftDeletion, now: Instant): string {
  if (purgeAt === null) return softDeleteWords.notReported;
  return purgeAt <= now
    ? softDeleteWords.over
    : softDeleteWords.left(roughDurationText(purgeAt - now));
}

/** The same with the status, in one line of text. */
export const deletionText = (deletion: SoftDeletion, now: Instant): string =>
  softDeleteWords.inList(softDeleteWords.state, deletionLeft(deletion, now));

/** "12 days left" is looked at again this often. */
const LOOK_EVERY_MS = 60_000;

/** That a backup instance is deleted softly, with the days left. */
export function SoftDeletedStatus({ deletion }: { readonly deletion: SoftDeletion }) {
  const now = useNow(LOOK_EVERY_MS);
  return <Status tone="failed">{deletionText(deletion, now)}</Status>;
}

const HEALTH_TONES: Record<ProtectedItem['health'], Tone> = {
  passed: 'done',
  actionSuggested: 'warning',
  actionRequired: 'failed',
  softDeleted: 'failed',
  unknown: 'unknown',
};

/** Health of a backup instance, as Azure reports it; of one that is deleted softly, the days left. */
export function HealthStatus({ health, deletion }: Pick<ProtectedItem, 'health' | 'deletion'>) {
  if (deletion !== null) return <SoftDeletedStatus deletion={deletion} />;
  return <Status tone={HEALTH_TONES[health]}>{instances.health[health]}</Status>;
}
