import { useQuery } from '@tanstack/react-query';
import { deploymentQuery } from '#src/api/queries/deployments.ts';
import { readAtOf } from '#src/api/queries/query.ts';
import { type Attempt, noteSeen } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { deploy } from '#src/strings/deploy.ts';

const words = deploy.progress;

/** The deployment of an attempt as Azure has it, and what it means where there is none. */
export function useAttempt(jobId: ResourceId, attempt: Attempt) {
  const read = useQuery(deploymentQuery(resourceId(attempt.id), () => noteSeen(jobId, attempt.id)));
  const { data, error, refetch } = read;
  const missing = data === null ? missingOf(attempt, readAtOf(read) ?? now()) : null;
  return { data, error, refetch, missing };
}

/** For so long after it accepted a deployment Azure might answer that it has none: its regions copy it one after the other. */
const NOT_LISTED_MS = 10 * 60_000;

/** What is known of a deployment that Azure doesn't find. */
interface Missing {
  readonly text: string;
  /** Whether another one may be started: not while this one may still come to be listed. */
  readonly canStartAnother: boolean;
}

/** What an answer of 404 means for an attempt, by what was read and answered before. Pure. */
export function missingOf({ at, state, acceptedAt, seenAt }: Attempt, moment: number): Missing {
  if (seenAt !== undefined) {
    return { text: words.gone(timeAt(seenAt)), canStartAnother: true };
  }
  if (state === 'sent') return { text: words.unknown, canStartAnother: true };
  const isYoung = moment - (acceptedAt ?? at) < NOT_LISTED_MS;
  if (acceptedAt === undefined) return { text: words.notFound, canStartAnother: !isYoung };
  const listed = isYoung ? words.notListedYet : words.neverListed;
  return { text: listed(timeAt(acceptedAt)), canStartAnother: !isYoung };
}

const timeAt = (ms: number): string => dateTimeText(instant(ms));
