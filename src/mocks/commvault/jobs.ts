import { NOT_FOUND } from '#src/mocks/commvault/answers.ts';
import { type Backup, backupOfNumber, backupsOf } from '#src/mocks/commvault/backups.ts';
import { bodyAt, isMetBy } from '#src/mocks/commvault/commvault-auth.ts';
import { jobEvents } from '#src/mocks/commvault/job-events.ts';
import {
  backupDetails,
  backupSummary,
  restoreDetails,
  restoreSummary,
} from '#src/mocks/commvault/job-wire.ts';
import { knownRestore, knownRestores } from '#src/mocks/commvault/known-jobs.ts';
import { apiPath } from '#src/mocks/commvault/origin.ts';
import { isLookedUp, momentOf } from '#src/mocks/commvault/vms.ts';
import { objectIn, objectsIn, parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';

/** Jobs by their number and in lists (commvault.md §2.4). */

/** How far lists of jobs are behind (A; that they are: R). */
const LAG_MS = 30_000;
/** Of so many VMs backup jobs are in lists: those of a large world would be a million. */
const LISTED_VMS = 200;

const envelope = (rows: readonly unknown[], total = rows.length): Answer =>
  ok({
    totalRecordsWithoutPaging: total,
    jobs: rows.map((jobSummary) => ({ jobSummary })),
  });

/** A number that isn't known, or not yet, is an empty list (C). */
function getJob(call: Call): Answer {
  const id = param(call, 'id');
  const restore = knownRestore(call, id);
  if (restore !== undefined) return envelope([restoreSummary(restore)]);
  const backup = backupOfNumber(momentOf(call), Number(id));
  return envelope(backup === undefined ? [] : [backupSummary(backup, call.now)]);
}

function jobDetails(call: Call): Answer {
  const { jobId } = objectIn(parseJson(call.request.body));
  const restore = knownRestore(call, jobId);
  if (restore !== undefined) return ok({ job: { jobDetail: restoreDetails(restore) } });
  const backup = backupOfNumber(momentOf(call), Number(jobId));
  return backup === undefined
    ? ok({ error: { errList: [{ errorCode: 2, errLogMessage: 'The job isn’t known.' }] } })
    : ok({ job: { jobDetail: backupDetails(backup) } });
}

/** The task as it was submitted (C); that it echoes `commonOpts` is assumed (A), and can be turned off. */
function taskDetails(call: Call): Answer {
  const found = knownRestore(call, param(call, 'id'));
  if (found === undefined) return NOT_FOUND;
  const { taskInfo } = found.task;
  return ok({
    taskInfo: isMetBy(call, 'no-description') ? withoutDescription(taskInfo) : taskInfo,
  });
}

function withoutDescription(taskInfo: unknown): unknown {
  const whole = objectIn(taskInfo);
  return {
    ...whole,
    subTasks: objectsIn(whole['subTasks']).map((one) => {
      const { commonOpts: _opts, ...options } = bodyAt(one, 'options');
      return { ...one, options };
    }),
  };
}

type Category = 'all' | 'active' | 'finished';

interface Listed {
  readonly category: Category;
  readonly isRestoresOnly: boolean;
  readonly clientIds: readonly string[];
  readonly lookUp: (endMs: number | null) => boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Newest first, as the sample of the SDK sorts. */
function listed(call: Call, wanted: Listed): Answer {
  const { category, clientIds, lookUp, offset, limit } = wanted;
  const fits = (endMs: number | null, ...ids: readonly number[]): boolean =>
    (category === 'all' || (endMs === null) === (category === 'active')) &&
    lookUp(endMs) &&
    (clientIds.length === 0 || ids.some((id) => clientIds.includes(String(id))));
  const restores = knownRestores(call, LAG_MS)
    .filter(({ task, job }) => fits(job.endedAtMs, task.clientId))
    .map((one) => restoreSummary(one));
  const backups = wanted.isRestoresOnly
    ? []
    : backupsListed(call)
        .filter(({ endMs, vm }) => fits(endMs, vm.clientId, vm.hypervisor.id))
        .map((one) => backupSummary(one, call.now));
  const all = [...restores, ...backups].toSorted((a, b) => b.jobStartTime - a.jobStartTime);
  return envelope(all.slice(offset, offset + limit), all.length);
}

function backupsListed(call: Call): readonly Backup[] {
  const moment = momentOf(call);
  const { vms } = moment.commServe;
  return Array.from({ length: Math.min(vms.length, LISTED_VMS) }, (_, index) =>
    vms.at(index),
  ).flatMap((vm) => (vm === undefined ? [] : backupsOf(moment, vm)));
}

const header = ({ request }: Call, name: string, otherwise: number): number => {
  const given = Number(request.headers.get(name));
  return Number.isInteger(given) && given > 0 ? given : otherwise;
};

function listJobs(call: Call): Answer {
  const { searchParams } = call.request.url;
  const word = (searchParams.get('jobCategory') ?? 'All').toLowerCase();
  const clientId = searchParams.get('clientId');
  return listed(call, {
    category: word === 'active' || word === 'finished' ? word : 'all',
    isRestoresOnly: searchParams.get('jobFilter')?.toLowerCase() === 'restore',
    clientIds: clientId === null ? [] : [clientId],
    lookUp: (endMs) => isLookedUp(call, endMs),
    offset: header(call, 'offset', 0),
    limit: header(call, 'limit', 100),
  });
}

const categories: Readonly<Record<string, Category>> = { 1: 'active', 2: 'finished' };
/** The type of restores in `jobTypeList` (A). */
const RESTORE_TYPE = '5';

const numberIn = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 ? value : otherwise;

function postJobs(call: Call): Answer {
  const body = objectIn(parseJson(call.request.body));
  const paging = bodyAt(body, 'pagingConfig');
  const filter = bodyAt(body, 'jobFilter');
  const { clientList, jobTypeList } = filter;
  const lookup = numberIn(filter['completedJobLookupTime'], 0);
  const types: readonly unknown[] = Array.isArray(jobTypeList) ? jobTypeList : [];
  return listed(call, {
    category: categories[String(body['category'])] ?? 'all',
    isRestoresOnly: types.map(String).includes(RESTORE_TYPE),
    clientIds: objectsIn(clientList).map(({ clientId }) => String(clientId)),
    lookUp: (endMs) => endMs === null || lookup === 0 || call.now - endMs <= lookup * 1000,
    offset: numberIn(paging['offset'], 0),
    limit: numberIn(paging['limit'], 20),
  });
}

export const jobRoutes: readonly Route[] = [
  {
    operation: 'commvaultJobs.list',
    method: 'GET',
    path: apiPath('/Job'),
    action: 'jobs/read',
    handle: listJobs,
  },
  {
    operation: 'commvaultJobs.get',
    method: 'GET',
    path: apiPath('/Job/{id}'),
    action: 'jobs/read',
    handle: getJob,
  },
  {
    operation: 'commvaultJobs.taskDetails',
    method: 'GET',
    path: apiPath('/Job/{id}/TaskDetails'),
    action: 'jobs/read',
    handle: taskDetails,
  },
  {
    operation: 'commvaultJobs.details',
    method: 'POST',
    path: apiPath('/JobDetails'),
    action: 'jobs/read',
    handle: jobDetails,
  },
  {
    operation: 'commvaultJobs.query',
    method: 'POST',
    path: apiPath('/Jobs'),
    action: 'jobs/read',
    handle: postJobs,
  },
  {
    operation: 'commvaultEvents.list',
    method: 'GET',
    path: apiPath('/Events'),
    action: 'events/read',
    handle: jobEvents,
  },
];
