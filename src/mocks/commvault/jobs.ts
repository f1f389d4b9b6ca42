import { type Backup, backupOfNumber, backupsOf } from '#src/mocks/commvault/backups.ts';
import { bodyAt, isMetBy, NOT_FOUND } from '#src/mocks/commvault/commvault-auth.ts';
import {
  backupDetails,
  backupSummary,
  knownRestore,
  knownRestores,
  type Reported,
  restoreDetails,
  restoreSummary,
} from '#src/mocks/commvault/job-wire.ts';
import { apiPath } from '#src/mocks/commvault/seed.ts';
import { stageNames } from '#src/mocks/commvault/task.ts';
import { isLookedUp, momentOf } from '#src/mocks/commvault/vms.ts';
import { objectIn, objectsIn, parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';

/** What a CommServe notes of a job (`GET /Events?jobId=`). What the severities mean is assumed (A). */

const INFORMATION = 3;
const CRITICAL = 6;

interface Note {
  readonly atMs: number;
  readonly severity: number;
  readonly description: string;
}

/** One note for each stage that was entered, where the tenant names stages, and one for the end. */
function notesOf({ job, isPlain }: Reported): readonly Note[] {
  const stages = isPlain
    ? []
    : job.entered.map(({ kind, fromMs }) => ({
        atMs: fromMs,
        severity: INFORMATION,
        description: `Entered the stage: ${stageNames[kind]}.`,
      }));
  const begun = {
    atMs: job.startedAtMs,
    severity: INFORMATION,
    description: 'The restore job was started.',
  };
  if (job.endedAtMs === null) return [begun, ...stages];
  const isGood = job.status === 'Completed';
  const end = {
    atMs: job.endedAtMs,
    severity: isGood ? INFORMATION : CRITICAL,
    description: isGood ? 'The restore job has completed.' : job.reason,
  };
  return [begun, ...stages, end];
}

/** Newest last; of a job that isn't known there are none. */
function jobEvents(call: Call): Answer {
  const found = knownRestore(call, call.request.url.searchParams.get('jobId'));
  if (found === undefined) return ok({ commservEvents: [] });
  const { task } = found;
  const client = { clientId: task.clientId, clientName: task.clientName };
  return ok({
    commservEvents: notesOf(found).map(({ atMs, severity, description }, index) => ({
      id: task.jobId * 100 + index,
      severity,
      eventCode: severity === CRITICAL ? '318769020' : '318767980',
      eventCodeString: severity === CRITICAL ? '19:1916' : '19:876',
      jobId: task.jobId,
      acknowledge: 0,
      subsystem: 'JobManager',
      description,
      timeSource: Math.floor(atMs / 1000),
      type: 0,
      clientEntity: { ...client, displayName: task.clientName },
    })),
  });
}

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
