import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { isTerminal } from '#src/model/job.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { pages } from '#src/strings/pages.ts';
import { shell } from '#src/strings/shell.ts';
import {
  advanceWatch,
  forgetWatch,
  type WatchedJob as Watched,
} from '#src/wizard/submit/watched.ts';

export interface WatchedJobProps {
  readonly job: Watched;
  readonly tell: (title: string, jobId: string) => void;
}

/** Watches one restore from any page: tells when its job is there, and when it has ended. */
export function WatchedJob({ job, tell }: WatchedJobProps) {
  const { jobId, machine, state } = job;
  const { data, error } = useQuery({ ...jobQuery(resourceId(jobId)), enabled: state !== 'ended' });
  const isGone = error !== null && problemOf(error).kind === 'notFound';
  const ended = data !== undefined && isTerminal(data.status) ? data.status : null;
  // Synchronises the notices, which are the browser's and all tabs', with what Azure says.
  useEffect(() => {
    if (isGone) forgetWatch(jobId);
    if (state === 'accepted' && advanceWatch(jobId, 'running')) {
      tell(shell.notifications.running(machine), jobId);
    }
    if (ended !== null && advanceWatch(jobId, 'ended')) {
      tell(shell.notifications.endedAs(machine, pages.jobStatus[ended]), jobId);
    }
  }, [state, ended, isGone, jobId, machine, tell]);
  return null;
}
