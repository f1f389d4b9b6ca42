import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  afterRefusal,
  areLooksOver,
  type LostSearchQuery,
  type RestoreFound,
} from '#src/api/queries/restores.ts';
import type { WayToJob } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { type FoundJob, oursAmong, type Press, requestOf } from '#src/model/lost-restore.ts';
import { submission } from '#src/strings/submission.ts';
import { jobsOfDrafts } from '#src/wizard/draft/drafts.ts';
import type { Attempt, Draft, LostAnswer, Submission } from '#src/wizard/draft/schema.ts';
import { useStoredWith } from '#src/wizard/draft/suggested.ts';
import { adoptCertain, Candidates, isOfAnother, RuledOut } from '#src/wizard/submit/Candidates.tsx';
import {
  type LookBack,
  type LookedFor,
  pressOf,
  recordLookBack,
  recordRefusal,
} from '#src/wizard/submit/follow.ts';

/** What a service has refused may have been a second copy of a request: its job is looked for. */

const words = submission.refusal;

/** What is known of the looks after a refusal. */
interface RefusalLooks {
  readonly press: Press;
  readonly isConflict: boolean;
  readonly found: Pick<RestoreFound, 'jobs' | 'looks' | 'latestAt'> | undefined;
  /** How many looks failed. */
  readonly failed: number;
  /** Why the latest look failed; null: it didn't. */
  readonly error: Error | null;
  readonly isFetching: boolean;
}

/**
 * How the looks have ended: when the last one found nothing; it failed (`unread`); or there are jobs that don't report whose
 * they are. Null: they go on, or have found it.
 */
export type RefusalEnd = Instant | 'unread' | 'undecided' | null;

/** What the looks after a refusal have come to. Pure. */
export function refusalLook({
  press,
  isConflict,
  found,
  failed,
  error,
  isFetching,
}: RefusalLooks): { readonly certain: FoundJob | null; readonly end: RefusalEnd } {
  const jobs = found?.jobs ?? [];
  const certain = oursAmong(press, jobs)[0] ?? null;
  const isOver = areLooksOver(isConflict, (found?.looks ?? 0) + failed, error);
  if (certain !== null || isFetching || !isOver) return { certain, end: null };
  if (error !== null || found === undefined) return { certain, end: 'unread' };
  const isUndecided = jobs.some((job) => requestOf(press, job) === 'unknown');
  return { certain, end: isUndecided ? 'undecided' : found.latestAt };
}

/** What the looks after a refusal have found so far, in a sentence. */
export function refusalText(
  end: RefusalEnd,
  { found, error, isFetching }: Pick<RefusalLooks, 'found' | 'error' | 'isFetching'>,
): string {
  if (end === 'undecided') return words.undecided;
  if (error !== null) return words.unread;
  return isFetching || found === undefined ? words.looking : words.again(timeText(found.latestAt));
}

interface RefusalSearchProps {
  readonly draftId: string;
  readonly attempt: Attempt;
  readonly query: LostSearchQuery;
  readonly answer: LostAnswer;
}

/**
 * The job of a refused request is looked for a few times. Then the draft is open again and says what was looked at; only
 * where a job doesn't report whose it is the person decides.
 */
export function RefusalSearch({ draftId, attempt, query, answer }: RefusalSearchProps) {
  const isConflict = answer.kind === 'conflict';
  const search = useQuery(afterRefusal(query, isConflict));
  const { data: found, error, errorUpdateCount: failed, isFetching } = search;
  const press = pressOf(attempt);
  const { certain, end } = refusalLook({ press, isConflict, found, failed, error, isFetching });
  useStoredWith(draftId, certain, adoptCertain);
  useStoredWith(draftId, end, storeEnd);
  const jobs = (found?.jobs ?? []).filter((job) => !isOfAnother(press, job));
  return (
    <>
      <span role="status">{refusalText(end, { found, error, isFetching })}</span>
      {end === 'undecided' && <Candidates {...{ jobs, draftId, press }} />}
      <RuledOut count={press.notOurs.length} draftId={draftId} />
      <Button onClick={() => void search.refetch()}>{submission.noAnswer.lookAgain}</Button>
    </>
  );
}

export function storeEnd(draftId: string, end: RefusalEnd): void {
  if (end !== null && end !== 'undecided') recordRefusal(draftId, end === 'unread' ? null : end);
}

interface RefusedLookBackProps {
  readonly draft: Draft;
  readonly sent: Extract<Submission, { state: 'refused' }>;
  readonly searchFor: WayToJob['searchFor'];
}

/**
 * Looks once, as its page opens, for the job of a request that was refused before: that it wasn't there then is no end.
 * Draws nothing.
 */
export function RefusedLookBack({ draft, sent, searchFor }: RefusedLookBackProps) {
  const [openedAt] = useState(now);
  const [attempt] = useState(() => attemptBehind(draft, sent));
  const { data: found } = useQuery({
    ...searchFor(draft, attempt),
    enabled: sent.lookedAt === undefined || sent.lookedAt < openedAt,
    refetchInterval: false,
  });
  const look = useMemo(() => found && lookBackOf(attempt, found), [attempt, found]);
  useStoredWith(draft.id, look ?? null, storeLookBack);
  return null;
}

/** The press; of a draft of before only that it was made since the draft was created. */
function attemptBehind({ createdAt }: Draft, { attempt }: RefusedLookBackProps['sent']): LookedFor {
  const known = jobsOfDrafts();
  return attempt === undefined
    ? { clientRequestId: crypto.randomUUID(), sentAt: createdAt, known }
    : { ...attempt, known };
}

/** What a look has found of a press. Pure. */
export function lookBackOf(
  attempt: LookedFor,
  { jobs, latestAt }: Pick<RestoreFound, 'jobs' | 'latestAt'>,
): LookBack {
  const certain = oursAmong(pressOf(attempt), jobs)[0] ?? null;
  const isPossible = jobs.some(
    ({ isNamed, startedAt }) => isNamed && (startedAt === null || startedAt >= attempt.sentAt),
  );
  return { certain, isPossible, at: latestAt };
}

function storeLookBack(draftId: string, look: LookBack | null): void {
  if (look !== null) recordLookBack(draftId, look);
}
