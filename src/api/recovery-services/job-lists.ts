import * as z from 'zod/mini';
import { wholeList } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe } from '#src/api/arm/wire.ts';
import {
  askForJob,
  inPlace,
  jobPageWire,
  listRestoreJobs,
  jobsFilter,
  jobStatus,
  type VaultJobFilter,
  jobWire,
  type JobWire,
  STATUS_WORDS,
  toJobWithErrors,
  toJobDetails,
  vaultJobFrom,
} from '#src/api/recovery-services/jobs.ts';
import {
  graphQuestion,
  hasWords,
  inVaults,
  inTexts,
  literal,
  queryGraph,
  rankOf,
  where,
} from '#src/api/resource-graph/query.ts';
import { SECONDARY_API_VERSION } from '#src/api/versions.ts';
import { type Instant, parseInstant, timeAddress } from '#src/lib/time.ts';
import { instanceName } from '#src/model/instances.ts';
import {
  type Job,
  type JobCount,
  type JobDetails,
  type JobFilter,
  type JobOrder,
  type JobRange,
  type JobSort,
  type JobStatus,
  type JobWithErrors,
  propertyOf,
  type RestoreKind,
  secondaryJobOf,
  type SecondaryPlace,
} from '#src/model/jobs.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { BACKUP_PROVIDERS, type BackupProvider, providerOf } from '#src/model/vaults.ts';

/** The jobs of a vault in its secondary region (azure-contract §9). */

/** The restores there, all or those that are wanted: `POST {L}/backupCrrJobs` (2023-01-15). */
export async function listSecondaryJobs(
  arm: ArmPipelines,
  place: SecondaryPlace,
  wanted: VaultJobFilter = {},
  signal?: AbortSignal,
): Promise<JobWithErrors[]> {
  const { vaultId } = place;
  const url = `${urlOf(place, 'backupCrrJobs')}&$filter=${jobsFilter(wanted)}`;
  const question = { method: 'POST', url, body: { resourceId: vaultId } } as const;
  const jobs = await wholeList(arm, jobPageWire, question, signal);
  return jobs.map((job) => inPlace(place, toJobWithErrors(job)));
}

/** The restores of a vault that started at `from` or later: of its own region, or of the secondary one. */
export function listRestoresIn(
  arm: ArmPipelines,
  { vaultId, region }: { readonly vaultId: ResourceId; readonly region: string | null | undefined },
  from: Instant,
  signal?: AbortSignal,
): Promise<Job[]> {
  return region
    ? listSecondaryJobs(arm, { vaultId, region }, { operation: 'CrossRegionRestore', from }, signal)
    : listRestoreJobs(arm, vaultId, from, signal);
}

/** Reads one of them with its subtasks: `POST {L}/backupCrrJob` (2023-01-15). */
export async function getSecondaryJob(
  arm: ArmPipelines,
  place: SecondaryPlace,
  jobName: string,
  signal?: AbortSignal,
): Promise<JobDetails> {
  return inPlace(place, toJobDetails(await askForSecondaryJob(arm, place, jobName, signal)));
}

/** The same as Azure answers it. */
async function askForSecondaryJob(
  arm: ArmPipelines,
  place: SecondaryPlace,
  jobName: string,
  signal?: AbortSignal,
): Promise<JobWire> {
  const { vaultId } = place;
  const body = { resourceId: vaultId, jobName };
  const url = urlOf(place, 'backupCrrJob');
  return sendFor(arm, jobWire, { method: 'POST', url, body, signal });
}

function urlOf({ vaultId, region }: SecondaryPlace, question: string): string {
  const { subscriptionId = '' } = parseResourceId(vaultId) ?? {};
  const location = `/subscriptions/${subscriptionId}/providers/Microsoft.RecoveryServices/locations/${region}`;
  return `${location}/${question}?api-version=${SECONDARY_API_VERSION}`;
}

/** Jobs of Recovery Services vaults: two services answer, one for the secondary regions. */
export const vaultJobs = {
  ask: (id: ResourceId, signal: AbortSignal) => {
    const there = secondaryJobOf(id);
    return there === null
      ? askForJob(session(), id, signal)
      : askForSecondaryJob(session(), there.place, there.jobName, signal);
  },
  jobFrom: vaultJobFrom,
  recent: null,
  running: null,
  targetOf: vaultJobTarget,
  requestIdOf: ({ activityId }: JobDetails) => activityId,
};

/**
 * What the property bag of a restore reports of its target (azure-contract §8, table of `Job Type`). A job whose kind
 * isn't reported may be of any.
 */
function vaultJobTarget({ itemName }: Job, details: JobDetails | null): readonly TargetPart[] {
  const valueOf = (name: string): string | null =>
    (details === null ? undefined : propertyOf(details, name)) || null;
  const place = {
    group: valueOf('Target resource group'),
    subscriptionId: valueOf('Target Subscription ID'),
  };
  const source = itemName === '' ? null : itemName;
  const byKind: Readonly<Record<RestoreKind, TargetPart>> = {
    createVm: { kind: 'vm', name: valueOf('Target VM Name'), ...place },
    restoreDisks: { kind: 'disksOf', name: source, ...place },
    // A replacement reports the VM itself, which is known by the item.
    replaceDisks: { kind: 'vm', name: source, ...place, replaces: 'disks' },
  };
  const kind = details?.restoreKind ?? null;
  if (kind !== null) return [byKind[kind]];
  return [
    byKind.createVm,
    { ...byKind.restoreDisks, isGuess: true },
    { ...byKind.replaceDisks, isGuess: true },
  ];
}

const AGO: Record<JobRange, string> = { '24h': '1d', '7d': '7d', '30d': '30d' };

/** The rows that are jobs of a service, of machines or of disks, in Azure's words (azure-contract §1, §8, §11). */
const ROWS: Record<BackupProvider, string> = {
  'Microsoft.RecoveryServices': "properties.backupManagementType =~ 'AzureIaasVM'",
  'Microsoft.DataProtection': "properties.dataSourceType =~ 'Microsoft.Compute/disks'",
};

/** A Recovery Services vault calls a machine by one name, a Backup vault a disk by another: one is empty. */
const INSTANCE =
  'strcat(tostring(properties.entityFriendlyName), tostring(properties.dataSourceName))';

/** The same state in the words of a Backup vault, where they differ (azure-contract §11). */
const ALSO: Partial<Record<JobStatus, readonly string[]>> = {
  inProgress: ['Started'],
  completed: ['Success', 'Succeeded'],
  completedWithWarnings: ['SuccessWithWarning', 'SuccessWithWarnings', 'CompletedWithWarning'],
};

/** What the server sorts by. Equal values stand in the order of ids, or pages would overlap. */
const SORT: Record<JobSort, string> = {
  started: 'todatetime(properties.startTime)',
  ended: 'todatetime(properties.endTime)',
  status: 'tostring(properties.status)',
  instance: `tolower(${INSTANCE})`,
  operation: 'tostring(properties.operation)',
  vault: "tolower(tostring(split(id, '/')[8]))",
  duration: 'tostring(properties.duration)',
};

/** The question for a list of jobs over all vaults, of machines and of disks (azure-contract §1). */
export function jobsQuestion(filter: JobFilter, order: JobOrder): string {
  return graphQuestion('recoveryservicesresources', [
    where(inTexts('type', typesOf(filter.providers))),
    ...startedIn(filter).map(where),
    `where ${rowsOf(filter.providers)}`,
    where(inTexts('properties.operation', filter.operations)),
    where(
      inTexts(
        'properties.status',
        filter.statuses.flatMap((one) => [STATUS_WORDS[one], ...(ALSO[one] ?? [])]),
      ),
    ),
    where(inTexts('subscriptionId', filter.subscriptions)),
    where(inVaults(filter.vaults)),
    where(instanceCondition(filter)),
    where(searchCondition(filter.search)),
    `order by ${SORT[order.by]} ${order.isDescending ? 'desc' : 'asc'}, id asc`,
    'project id, name, type, properties',
  ]);
}

/** When the jobs started. */
function startedIn({ range, hours }: JobFilter): readonly string[] {
  if (!hours) return [`${SORT.started} > ago(${AGO[range]})`];
  const [from, to] = [hours.from, hours.to].map((at) => `datetime(${timeAddress(at)})`);
  return [`${SORT.started} >= ${from}`, `${SORT.started} < ${to}`];
}

/** In the words of both services. */
const UNDER_WAY = "('InProgress', 'Started', 'Cancelling')";

/** Types of rows; of one service alone the other type is not gone through. No service: all of them. */
function typesOf(providers: readonly BackupProvider[]): string[] {
  const wanted = providers.length === 0 ? BACKUP_PROVIDERS : providers;
  return wanted.map((one) => TYPES[one]);
}

/** The condition for their rows: Backup vaults protect much that is no disk, and of that nothing is shown. */
function rowsOf(providers: readonly BackupProvider[]): string {
  return providers.length === 0
    ? `type =~ ${literal(TYPES['Microsoft.RecoveryServices'])} or ${ROWS['Microsoft.DataProtection']}`
    : providers.map((one) => ROWS[one]).join(' or ');
}

const TYPES: Record<BackupProvider, string> = {
  'Microsoft.RecoveryServices': 'microsoft.recoveryservices/vaults/backupjobs',
  'Microsoft.DataProtection': 'microsoft.dataprotection/backupvaults/backupjobs',
};

/**
 * A disk's jobs name its instance. Rows of jobs name their item by the machine's name alone, which
 * doesn't distinguish two machines of one name in one vault (azure-contract §1).
 */
function instanceCondition({ instance }: JobFilter): string | null {
  if (instance === null) return null;
  if (providerOf(instance) === 'Microsoft.DataProtection')
    return `properties.backupInstanceId =~ ${literal(instance)}`;
  const machine = instanceName(instance);
  return `id startswith ${literal(`${vaultIdOf(instance) ?? ''}/`)} and properties.entityFriendlyName =~ ${literal(machine)}`;
}

function searchCondition(search: string): string | null {
  if (search === '') return null;
  const text = literal(search);
  const vault = `tostring(split(id, '/')[8]) contains ${text}`;
  return `${INSTANCE} contains ${text} or ${vault} or name startswith ${text}`;
}

/**
 * The question for jobs with these words in the name of their instance, their id, the resource group of the machine or
 * the disk, or the name of the vault; instances first, newest first: over all vaults of both kinds and all the days that
 * Resource Graph keeps (azure-contract §1).
 */
export function jobSearchQuestion(words: readonly string[]): string {
  return graphQuestion('recoveryservicesresources', [
    where(inTexts('type', typesOf([]))),
    `where ${rowsOf([])}`,
    `extend instance = ${INSTANCE}`,
    "extend sourceGroup = tostring(split(tostring(properties.dataSourceId), '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['instance', 'name', 'sourceGroup', 'vault'])}`,
    `extend rank = ${rankOf(words, 'instance')}`,
    'order by rank asc, todatetime(properties.startTime) desc, id asc',
    'project id, name, type, properties',
  ]);
}

/** A row of jobs counted by Resource Graph. Its columns are named by the question. */
const jobCountWire = z.looseObject({
  operation: maybe(z.string()),
  status: maybe(z.string()),
  hour: maybe(z.string()),
  jobs: z.number(),
});

/**
 * Jobs over all vaults, of machines and of disks, with the columns that both questions below go by
 * (azure-contract §1, §8, §11).
 */
const JOBS = [
  "where type in~ ('microsoft.recoveryservices/vaults/backupjobs', 'microsoft.dataprotection/backupvaults/backupjobs')",
  "where type =~ 'microsoft.recoveryservices/vaults/backupjobs' or properties.dataSourceType =~ 'Microsoft.Compute/disks'",
  'extend operation = tostring(properties.operation), status = tostring(properties.status)',
  'extend startedAt = todatetime(properties.startTime)',
];

const RUNS = `status in~ ${UNDER_WAY}`;

/**
 * Counts the jobs of each operation that started in each hour of the last 24, by status, in Resource
 * Graph; and all that run, whenever they started.
 */
export async function countJobs(arm: ArmPipelines, signal?: AbortSignal): Promise<JobCount[]> {
  const query = graphQuestion('recoveryservicesresources', [
    ...JOBS,
    `where startedAt > ago(24h) or ${RUNS}`,
    'summarize jobs = count() by operation, status, hour = bin(startedAt, 1h)',
  ]);
  const rows = await queryGraph(arm, jobCountWire, query, signal);
  return rows.map(({ operation, status, hour, jobs }) => ({
    operation: operation ?? '',
    status: jobStatus(status),
    hour: parseInstant(hour),
    jobs,
  }));
}

/**
 * The query for the jobs that need attention, the newest of each kind first: restores that run, then
 * what failed or ended with warnings in the last 24 hours: by its end, and where none is reported by its start.
 */
export const NOTABLE_JOBS = graphQuestion('recoveryservicesresources', [
  ...JOBS,
  'extend lastAt = coalesce(todatetime(properties.endTime), startedAt)',
  `extend rank = case(operation in~ ('Restore', 'CrossRegionRestore') and ${RUNS}, 0, status in~ ('Failed', 'CompletedWithWarnings') and lastAt > ago(24h), 1, 2)`,
  'where rank < 2',
  'order by rank asc, startedAt desc, id asc',
  'project id, name, type, properties',
]);
