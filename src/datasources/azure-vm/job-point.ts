import { useQuery } from '@tanstack/react-query';
import { type StoredPoint, type PointOfJob, pointOfJobQuery } from '#src/api/queries/job-point.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { JobPoint } from '#src/datasources/job.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText, momentText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { isExpired } from '#src/model/points.ts';
import { pointTimeOf } from '#src/progress/live/progress-text.ts';
import { pages } from '#src/strings/pages.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import { wizard } from '#src/strings/wizard.ts';
import { absent, readingOf, unreadFact } from '#src/ui/picture/model.ts';
import { diskName, readingOr } from '#src/wizard/picture.ts';
import { useHasPressedPicture } from '#src/wizard/stored-picture.ts';

const words = pages.job.point;
const { unread } = restoreParts;

/** How far the read of a job's restore point is. */
export interface PointRead {
  /** Undefined: it isn’t read. */
  readonly data: PointOfJob | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
}

/** The restore point of a restore whose picture this browser doesn’t have, read once; null of any other job. */
export function useJobPoint(job: JobDetails, isRestore: boolean): JobPoint | null {
  const isPressed = useHasPressedPicture(job.id);
  const isWanted = isRestore && !isPressed;
  const time = isWanted ? pointTimeOf(job) : null;
  const read = useQuery(pointOfJobQuery(job, time));
  return isWanted ? vmJobPoint(time, read, () => void read.refetch(), now()) : null;
}

/** What is known of a job's restore point by its time and the read of it. Pure. */
export function vmJobPoint(
  time: Instant | null,
  { data, error, isFetching }: PointRead,
  readIt: () => void,
  at: Instant,
): JobPoint {
  if (data?.is === 'found') {
    const { point, hasSizes } = data;
    return { ...foundPoint(point, hasSizes, at), readIt: hasSizes ? null : readIt };
  }
  if (data?.is === 'gone') {
    const point = time === null ? '' : dateTimeText(time);
    return { ...unknownPoint('notInJob'), note: words.gone(point, momentText(data.at, at)) };
  }
  if (data?.is === 'notNamed' || time === null) return unknownPoint('notInJob');
  if (isFetching) return unknownPoint('onItsWay');
  const point = unknownPoint('notRead');
  const message = error === null ? [] : [problemOf(error).message];
  return { ...point, note: [point.note, ...message].join(' '), readIt };
}

function unknownPoint(why: 'notInJob' | 'onItsWay' | 'notRead'): JobPoint {
  return {
    consistency: unreadFact(unread.consistency, why),
    tier: unreadFact(unread.tier, why),
    disks: unreadFact(unread.disks, why),
    lines: [],
    note: words.missing(why),
    readIt: null,
  };
}

function foundPoint(point: StoredPoint, hasSizes: boolean, at: Instant): Omit<JobPoint, 'readIt'> {
  const { consistency, tier, disks, resourceGroup, vmSize, expiresAt } = point;
  const readAt = momentText(point.at, at);
  const isSized = disks?.some(({ sizeGiB }) => sizeGiB !== null) === true;
  const from = isSized
    ? words.read(readAt)
    : words.readWithoutSizes(readAt, hasSizes ? 'notReported' : 'notRead');
  const expired =
    expiresAt !== null && isExpired(point, at) ? [words.expired(dateTimeText(expiresAt))] : [];
  const lines = [resourceGroup, vmSize].filter((line) => line !== null);
  return {
    consistency:
      consistency === 'unknown'
        ? unreadFact(unread.consistency, 'notReported')
        : readingOf(consistency),
    tier:
      tier === 'unknown' ? unreadFact(unread.tier, 'notReported') : readingOf(wizard.tier[tier]),
    disks:
      disks === null
        ? unreadFact(unread.disks, 'notReported')
        : disks.length === 0
          ? absent
          : readingOf(
              disks.map(({ lun, sizeGiB }) => ({
                name: diskName(lun),
                sizeGiB: readingOr(hasSizes ? sizeGiB : undefined, unread.size),
              })),
            ),
    lines: lines.map((line) => readingOf(line)),
    note: [from, ...expired].join(' '),
  };
}
