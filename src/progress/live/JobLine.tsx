import { useMemo } from 'react';
import type { Job, JobStatus } from '#src/model/jobs.ts';
import type { ReadJob } from '#src/progress/live/running.ts';
import { running as words } from '#src/strings/progress.ts';
import {
  absent,
  type DiskPart,
  type Fate,
  type PictureState,
  type Reading,
  readingOf,
  type RestoreModel,
  unreadFact,
} from '#src/ui/picture/model.ts';
import { LineDrawing, type LineModel } from '#src/ui/picture/RestoreLine.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { pressedPicture } from '#src/wizard/stored-picture.ts';

/** The line of one running restore, loaded after the rows that it stands in. */

interface JobLineProps {
  readonly job: Job;
  readonly read: ReadJob;
  readonly target: string | null;
}

export function JobLine(props: JobLineProps) {
  const stored = draftOfJob(props.job.id)?.picture;
  const pressed = useMemo(() => pressedPicture(stored)?.model ?? null, [stored]);
  return <LineDrawing model={lineOf(props, pressed)} />;
}

const STATES: Readonly<Record<JobStatus, PictureState>> = {
  inProgress: 'running',
  cancelling: 'canceling',
  cancelled: 'canceled',
  failed: 'failed',
  // Nothing was read back.
  completed: 'notRead',
  completedWithWarnings: 'notRead',
  unknown: 'outcomeUnknown',
};

const RESULTS: Readonly<Record<PictureState, Fate>> = {
  choosing: 'unknown',
  configured: 'unknown',
  review: 'unknown',
  running: 'notCreated',
  stalled: 'notCreated',
  canceling: 'notCreated',
  canceled: 'notCreated',
  failed: 'notCreated',
  done: 'there',
  notRead: 'unknown',
  outcomeUnknown: 'unknown',
};

/**
 * A restore as its job shows it, with the disks of its press, which no job reports. `target`: what it restores to, null
 * where that isn't known; `pressed`: null where another browser started it. Pure.
 */
export function lineOf(
  { job, read, target }: JobLineProps,
  pressed: Pick<RestoreModel, 'source' | 'result'> | null,
): LineModel {
  const status = read?.job.status ?? job.status;
  const stall = read?.progress.stall ?? null;
  const state = stall !== null && status === 'inProgress' ? 'stalled' : STATES[status];
  const percent = read?.progress.percent ?? null;
  const share =
    percent === null
      ? unreadFact(words.heads.progress, !read ? 'notRead' : 'notReported')
      : readingOf(percent.value / 100);
  return {
    state,
    source: {
      title: readingOf(job.itemName),
      fate: 'unchanged',
      disks: pressed?.source.disks ?? absent,
    },
    result: {
      title: target === null ? unreadFact(words.heads.restore, 'notReported') : readingOf(target),
      fate: RESULTS[state],
      disks: pressed === null ? absent : inFate(pressed.result.disks, RESULTS[state]),
    },
    moves: { reached: { share } },
  };
}

const inFate = (disks: Reading<readonly DiskPart[]>, fate: Fate): Reading<readonly DiskPart[]> =>
  disks.is === 'known' ? readingOf(disks.value.map((disk) => ({ ...disk, fate }))) : disks;
