import { ArmError } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { commvaultJobId, type CommvaultPlace } from '#src/api/commvault/id.ts';
import type { CommvaultJob, CommvaultPoint } from '#src/api/commvault/jobs/job.ts';
import { isRestore, toJob } from '#src/api/commvault/jobs/map.ts';
import { isPoint } from '#src/api/commvault/jobs/status.ts';
import { jobsWire } from '#src/api/commvault/jobs/wire.ts';
import { PAGE, trueTotal } from '#src/api/commvault/total.ts';
import type { GraphPage, PageStart } from '#src/api/resource-graph/query.ts';

/** How far back finished jobs are listed, in seconds before now (A: longer than a plan keeps most backups). */
const POINTS_S = 366 * 24 * 60 * 60;

/** The most rows of a list that has to be whole. */
const MOST = 1000;

/** Which jobs are read, of those that run or have ended in the last so many seconds. */
export interface JobsWanted {
  readonly host: string;
  readonly withinS: number;
  readonly start: PageStart;
  readonly top: number;
}

/** Rows of all jobs, the newest first: POST of `/Jobs` (commvault.md §2.4, C). @throws ArmError as every read. */
export async function listJobs(
  serve: ArmPipelines,
  { host, withinS, start, top }: JobsWanted,
  signal?: AbortSignal,
): Promise<GraphPage<CommvaultJob>> {
  const readFrom = async (offset: number, limit: number) => {
    const body = {
      scope: 1,
      category: 0,
      pagingConfig: { sortField: 'jobId', sortDirection: 1, offset, limit },
      jobFilter: {
        completedJobLookupTime: withinS,
        showAgedJobs: false,
        hideAdminJobs: false,
        clientList: [],
        jobTypeList: [],
      },
    };
    const answer = await sendFor(serve, jobsWire, { method: 'POST', url: '/Jobs', body, signal });
    const rows = (answer.jobs ?? []).map(({ jobSummary }) => toJob(host, jobSummary));
    return { rows, total: answer.totalRecordsWithoutPaging ?? 0 };
  };
  const offset = 'token' in start ? Number(start.token) : start.skip;
  const { rows, total: claimed } = await readFrom(offset, top);
  const end = offset + rows.length;
  // The total may be wrong either way: what isn't full and reaches it is the end, and so is what is empty.
  const isOver = rows.length === 0 || (rows.length < top && end >= claimed);
  if (isOver) return { rows, total: end, next: null };
  const rowsOn = async (page: number) => {
    const { rows: found } = await readFrom(page * PAGE, PAGE);
    return page > 0 && found[0]?.id === rows[0]?.id ? 0 : found.length;
  };
  const total =
    offset === 0 && top > PAGE ? await trueTotal(claimed, end, rowsOn) : Math.max(claimed, end);
  return { rows, total, next: String(end) };
}

/** A job by its number, as lists have it: GET of `/Job/{id}` (C); null: it isn't known. @throws ArmError as every read. */
export async function findJob(
  serve: ArmPipelines,
  { host, name }: CommvaultPlace,
  signal?: AbortSignal,
): Promise<CommvaultJob | null> {
  const answer = await sendFor(serve, jobsWire, { method: 'GET', url: `/Job/${name}`, signal });
  const [first] = answer.jobs ?? [];
  return first === undefined ? null : toJob(host, first.jobSummary);
}

/** Which restores are read. */
export type RestoresWanted = Pick<JobsWanted, 'host' | 'withinS'>;

/**
 * All restores that run or have ended in the last so many seconds: GET of `/Job?jobFilter=Restore` (D), which lists
 * downloads of files, too (R).
 * @throws ArmError as every read, and `unreadable` where there are too many: a part of them proves nothing.
 */
export async function listRestores(
  serve: ArmPipelines,
  { host, withinS }: RestoresWanted,
  signal?: AbortSignal,
): Promise<readonly CommvaultJob[]> {
  const url = `/Job?jobFilter=Restore&jobCategory=All&completedJobLookupTime=${String(withinS)}`;
  const jobs = new Map<string, CommvaultJob>();
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const headers = { limit: String(PAGE), offset: String(offset) };
    const answer = await sendFor(serve, jobsWire, { method: 'GET', url, headers, signal });
    const known = jobs.size;
    for (const { jobSummary } of answer.jobs ?? []) {
      const job = toJob(host, jobSummary);
      jobs.set(job.number, job);
    }
    // A CommServe that doesn't page gives the same jobs again.
    const isFull = (answer.jobs ?? []).length >= PAGE && jobs.size > known;
    if (!isFull) return [...jobs.values()].filter(isRestore);
  }
  throw tooMany();
}

/** The restore points of a VM, the newest first: GET of `/v2/vsa/vm/{guid}/jobs` (P). @throws ArmError as every read. */
export async function listPoints(
  serve: ArmPipelines,
  { host, name: guid }: CommvaultPlace,
  signal?: AbortSignal,
): Promise<readonly CommvaultPoint[]> {
  const url = `/v2/vsa/vm/${guid}/jobs?completedJobLookupTime=${String(POINTS_S)}`;
  const { jobs } = await sendFor(serve, jobsWire, { method: 'GET', url, signal });
  return (jobs ?? [])
    .flatMap(({ jobSummary: wire }): CommvaultPoint[] => {
      const { jobId, status, jobEndTime: time } = wire;
      const isBackup = /backup(?! copy)/i.test(wire.localizedOperationName ?? wire.jobType ?? '');
      if (!isBackup || jobId === null || status === null || time === null || !isPoint(status)) {
        return [];
      }
      const id = commvaultJobId(host, jobId);
      const { backupLevelName: level, sizeOfApplication: sizeBytes } = wire;
      return [{ id, time, statusWord: status, level, sizeBytes }];
    })
    .toSorted((one, other) => other.time - one.time);
}

const tooMany = (): ArmError =>
  new ArmError({
    kind: 'unreadable',
    status: 200,
    code: null,
    message: `The CommServe lists more than ${String(MOST)} restores.`,
    requestId: null,
    missingAction: null,
    body: '',
    service: 'Commvault',
  });
