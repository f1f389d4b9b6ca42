import { andText, listText, plural } from '#src/lib/wording.ts';
import type { NoCancel } from '#src/progress/progress.ts';
import type { EtaBasis, NoEta } from '#src/progress/eta.ts';
import type { Setback, SetbackReason } from '#src/progress/observe.ts';
import type { PatienceBasis, StallAdvice } from '#src/progress/stall.ts';
import type { Evidence, JobEnd } from '#src/progress/verdict.ts';
import { sentences } from '#src/strings/sentences.ts';

const noTypical = 'No typical duration yet';

/**
 * Texts for the progress of a job. Times, sizes and durations are parameters, as text; `service` is the
 * name of the service that runs it.
 */
export const progress = sentences({
  percentAsOf: (service: string, percent: string, time: string) =>
    `${percent} at ${time}. ${service} no longer reports it.`,
  /** For two durations, or for two times of day. */
  range: (low: string, high: string) => (low === high ? `about ${low}` : `${low} to ${high}`),
  minutes: (low: number, high: number) =>
    low === high ? `${String(low)} min` : `${String(low)}–${String(high)} min`,
  clock: (low: string, high: string) => (low === high ? `about ${low}` : `${low}–${high}`),
  noEstimate: 'no estimate',
  noTypical,
  upTo: (high: string) => `up to ${high}`,
  /** For a size: the rate in a minute. */
  rate: (size: string) => `${size}/min`,
  basis: (bases: string) => `Basis: ${bases}.`,
  usual: (time: string) => `usually ${time}`,
  phase: {
    unnamed: 'Unnamed subtask',
    noBytes: 'This subtask moves no data.',
    unknownStatus: (service: string, word: string | null) =>
      word === null ? 'not reported' : `“${word}” (reported by ${service})`,
  },
} as const);

/** The basis of an estimate; `rate` is the speed of a transfer, `11.2 GiB/min`. */
export function basisText(service: string, basis: EtaBasis, rate: string): string {
  switch (basis.kind) {
    case 'azure':
      return `${service}’s own estimate`;
    case 'percent':
      return 'this job’s pace so far';
    case 'bytes':
      return `this job’s ${rate}, and the typical duration of the later subtasks`;
    case 'bytesAlone':
      return `this job’s ${rate}, without the subtasks after the transfer`;
    case 'past': {
      const jobs = `${String(basis.jobs)} past ${plural(basis.jobs, 'job', 'jobs')} of this vault`;
      return basis.isOfSize ? `${jobs} and this size` : `${jobs}, of any size`;
    }
  }
}

/** Why there is no estimate. */
export const noEta = (service: string): Readonly<Record<NoEta, string>> => ({
  nothing: `${noTypical}: ${service} reports no figures, and there are fewer than five past jobs.`,
  tooEarly: `${noTypical}: this job has just started.`,
  inSteps: `${noTypical}: ${service} reports progress in large steps.`,
  standsStill: 'Unknown: this job has had no progress for a while.',
  noBytes: `Unknown: ${service} reports no transferred bytes.`,
  longerThanPast: 'Unknown: this job takes longer than this vault’s past jobs.',
  notRead: `Unknown: the latest figures of ${service} are too old.`,
  pastNotRead: 'Unknown: past jobs of this vault aren’t read.',
  cancelling: `Canceling. ${service} doesn’t report how long that takes.`,
});

/** How long a job can go without progress, and the source of that limit. */
export function patienceText(service: string, basis: PatienceBasis, duration: string): string {
  switch (basis) {
    case 'own':
      return `It never paused this long before. Limit: ${duration}.`;
    case 'past':
      return `Past jobs had completed by then. Limit: ${duration}.`;
    case 'ours':
      return `Limit: ${duration}, set by Restore Center. ${service} has none.`;
  }
}

/** Texts for a stalled job. */
export const stalled = sentences({
  title: (time: string) => `No progress since ${time}`,
  body: (service: string, phase: string | null) =>
    phase === null
      ? `${service} reports it as in progress.`
      : `${service} reports it as in progress, in “${phase}”.`,
  advice: (service: string): Readonly<Record<StallAdvice, string>> => ({
    wait: 'Wait. It might continue, and Restore Center checks it.',
    lookAtTarget: 'Check the target resource group. The resources might exist already.',
    checkStaging: 'Check that the staging storage account exists and is writable.',
    cancel: 'Cancel it, then restore again.',
    support: `Contact ${service} support with the job ID.`,
  }),
} as const);

const figures = (
  service: string,
): Readonly<Record<Setback['figure'], readonly [string, string]>> => ({
  percent: [`${service}’s percentage`, 'fell'],
  bytes: ['The bytes transferred', 'fell'],
  remaining: [`${service}’s estimate`, 'rose'],
});

/** A figure that went backwards, with its reason. */
export function setbackText(
  service: string,
  { figure, why }: Pick<Setback, 'figure' | 'why'>,
  from: string,
  to: string,
): string {
  const [name, went] = figures(service)[figure];
  return `${name} ${went} from ${from} to ${to}: ${reasonText(service, why)}`;
}

function reasonText(service: string, why: SetbackReason): string {
  switch (why.kind) {
    case 'taskAgain':
      return `“${why.task}” started again or fell back.`;
    case 'moreTasks':
      return 'subtasks were added.';
    case 'moreBytes':
      return 'there is more to transfer than reported before.';
    case 'notTold':
      return `${service} doesn’t report why.`;
  }
}

/** Largest number of names in a sentence; more are counted. */
const MOST_NAMED = 3;

function secondaryOf(vaults: readonly string[]): string {
  if (vaults.length <= MOST_NAMED) {
    return `the secondary ${plural(vaults.length, 'region', 'regions')} of ${listText(vaults)}`;
  }
  return `the secondary regions of ${vaults.length} vaults, including ${listText(vaults.slice(0, MOST_NAMED))}`;
}

/** Texts for the restores in progress of all services and regions, one line each. */
export const running = sentences({
  title: 'Restores in progress',
  what: 'the restores in progress',
  all: 'All',
  allLabel: 'All restores in progress',
  heads: {
    restore: 'Restore',
    progress: 'Progress',
    time: 'Time',
    transferred: 'Transferred',
    ready: 'Ready',
    cancel: 'Cancel',
  },
  figures: {
    ready: 'All ready',
    transferred: 'Transferred',
    rate: 'Rate',
    next: 'Next decision',
  },
  /** After a range of times of day: the same from now on. */
  inTime: (left: string) => `in ${left}`,
  cancelUntil: (time: string) => `Cancel until ${time}`,
  /** After the name of a restore: the next of several limits. */
  limit: (time: string) => `cancel until ${time}`,
  ofLists: 'of the lists that were read',
  notYet: '…',
  noEstimate: 'no estimate',
  noLimit: 'no time known',
  usual: (time: string) => `usual ${time}`,
  bytesNotReported: 'Bytes not reported',
  now: (time: string) => `Now ${time}`,
  since: (time: string) => `since ${time}`,
  rateUnit: 'GiB/min',
  rateTitle: 'Rate of the restores in progress',
  mean: (rate: string) => `${rate} on average`,
  /** For what an axis of time shows of one restore. */
  lane: {
    started: (time: string) => `Started ${time}`,
    ready: (time: string) => `ready ${time}`,
    usual: (time: string) => `usually ${time}`,
    cancel: (time: string) => `cancel until ${time}`,
    read: (time: string) => `read ${time} ago`,
    stalled: (time: string) => `no progress since ${time}`,
  },
  backups: {
    title: 'Backups in progress',
    count: (backups: number, count: string) =>
      `${count} ${plural(backups, 'backup', 'backups')} in progress`,
    short: (backups: number, count: string) => `${count} ${plural(backups, 'backup', 'backups')}`,
    started: (name: string, time: string) => `${name} started ${time}`,
    others: (count: string) => `${count} more`,
    vault: 'Vault',
    status: 'Status',
    duration: 'Duration',
  },
  marks: {
    open: 'What the marks mean',
    title: 'Marks on the time axis',
    ran: 'Time from the start to now, or to what was read last',
    expected: 'To the early end, as estimated',
    ready: 'Between the early and the late end, as estimated',
    cancel: 'The earliest limit of canceling, as estimated',
    now: 'Now',
    backup: 'A backup',
  },
  table: {
    show: 'Show as table',
    hide: 'Hide table',
    title: 'Restores in progress as a table',
    backup: 'Backup',
    kind: 'Operation',
    started: 'Started',
    phase: 'Subtask',
    percent: 'Percent',
    rate: 'Rate',
    ready: 'Ready',
    left: 'Time left',
    usual: 'Usual',
    cancel: 'Cancel until',
    read: 'Read',
  },
  to: (source: string, target: string) => `${source} to ${target}`,
  source: 'the source VM',
  /** Of restores that have the same name. */
  started: (name: string, time: string) => `${name}, started ${time}`,
  sent: (name: string, time: string) => `${name}, sent ${time}`,
  kindIn: (kind: string, vault: string, secondary: string | null) =>
    listText(
      [kind, vault, secondary === null ? '' : `secondary region ${secondary}`].filter(
        (part) => part !== '',
      ),
    ),
  kindUnknown: 'Restore',
  progressOf: (name: string) => `Progress of ${name}`,
  statusFor: (status: string, duration: string) => `${status}, ${duration}`,
  readAgo: (time: string) => `read ${time} ago`,
  /** The next part of a line. */
  andThen: (text: string) => `, ${text}`,
  /** After that it wasn't read. */
  nextRead: (time: string) => `, next ${time}`,
  readIt: 'Read it',
  readItOf: (name: string) => `Read it: ${name}`,
  /** Of the reports that were read, where not all were. */
  read: (read: string, all: string) => `${read} of ${all} read`,
  /** Of those that were read, where not all have it. */
  reported: (count: string, all: string) => `${count} of ${all} reported`,
  estimated: (count: string, all: string) => `${count} of ${all} estimated`,
  bytes: (transferred: string, total: string) => `${transferred} of ${total}`,
  /** For a sum of some of those that run. */
  sumOf: (sum: string, count: string, all: string) => `${sum} (${count} of ${all} restores)`,
  allReady: (time: string) => `all ready ${time}`,
  /** For two times of day. */
  between: (low: string, high: string) => (low === high ? `about ${low}` : `${low}–${high}`),
  noProgress: (time: string) => `No progress since ${time}`,
  more: (jobs: string) => `${jobs} more in progress`,
  noneRead: 'No restores in progress in the lists that could be read.',
  /** `vaults`: how many there are; null: not known. `services`: those whose own lists were read. */
  none: (vaults: number | null, services: readonly string[], time: string) => {
    const read = [
      vaults === null ? 'Vaults' : `${vaults} ${plural(vaults, 'vault', 'vaults')}`,
      ...services,
    ];
    return `No restores in progress. ${andText(read)} read ${time}.`;
  },
  noneUnread: 'Not checked: secondary regions. A cross-region restore might be in progress there.',
  unread: (vaults: readonly string[]) =>
    `Not checked: ${secondaryOf(vaults)}. A cross-region restore might be in progress there.`,
  unreadServices: (names: readonly string[]) =>
    `Not checked: ${listText(names)}. A restore might be in progress there.`,
} as const);

/** Texts for canceling a restore. */
export const canceling = sentences({
  /** No document names a deadline (decision 026). */
  until: (phase: string) => `You can cancel until “${phase}” starts (our estimate).`,
  left: (time: string) => `That’s in ${time}.`,
  anyTime: (service: string) => `You can cancel. ${service} doesn’t report until when.`,
  caution: (service: string) => ({
    lastPhase: `${service} might reject canceling: the last subtask has started.`,
    replacing: `Disks are being replaced. ${service} doesn’t report in what state canceling leaves the VM.`,
  }),
  no: (service: string): Readonly<Record<NoCancel, string>> => ({
    over: 'Job ended.',
    cancelling: 'Already canceling.',
    secondary: 'A restore in the secondary region can’t be canceled.',
    replacing: `Can’t be canceled: disks are being replaced.`,
    lastPhase: `Can’t be canceled: the last subtask has started.`,
    operation: `${service} can’t cancel this kind of job.`,
    notOffered: `${service} can’t cancel this job.`,
    unknownStatus: `Can’t be canceled here: ${service} doesn’t report this job’s status.`,
  }),
  /** The same in a column, where a few words have room; the question that the button asks says all. */
  short: {
    anyTime: 'no limit reported',
    until: (time: string) => `until ${time}`,
    late: 'may be too late',
    starts: (phase: string) => `“${phase}” starts`,
    lastPhase: 'last subtask started',
    replacing: 'disks are being replaced',
    never: 'can’t be canceled',
    cancelingSince: (time: string) => `canceling since ${time}`,
    no: {
      over: 'ended',
      cancelling: 'canceling',
      secondary: 'can’t be canceled',
      replacing: 'disks are being replaced',
      lastPhase: 'last subtask started',
      operation: 'can’t be canceled',
      notOffered: 'can’t be canceled',
      unknownStatus: 'status not reported',
    } satisfies Record<NoCancel, string>,
  },
  command: 'Cancel',
  commandOf: (command: string, name: string) => `${command}: ${name}`,
  heading: 'Canceling',
  question: (name: string) => `Cancel this job of ${name}?`,
  consequence:
    'The job might end before it’s canceled. Resources that its subtasks created stay in the target. Restore points aren’t changed.',
  keep: 'Keep it running',
  confirm: 'Cancel the job',
  asking: 'Sending the cancel request.',
  asked: (service: string) => `${service} accepted the cancel request. The result appears here.`,
  /** `time`: when a look found it not being canceled; null: it wasn't looked at. */
  refused: (message: string, time: string | null) =>
    [
      `Couldn’t cancel: ${message}`,
      ...(time === null ? [] : [`It wasn’t being canceled at ${time}.`]),
      'The job is read again.',
    ].join(' '),
  lost: (service: string) =>
    `No answer says whether ${service} cancels the job. It might. Checking the job again.`,
} as const);

interface VerdictWords {
  readonly title: string;
  readonly body: string;
}

/** The outcome of a restore: what happened, which resources exist, what to do next. */
export const verdicts = (service: string): Readonly<Record<JobEnd, VerdictWords>> => ({
  running: { title: 'In progress', body: `You can close this page. ${service} continues the job.` },
  done: { title: 'Completed', body: 'The restore completed.' },
  doneWithWork: {
    title: 'Completed with warnings',
    body: 'The resources were restored. See below what failed.',
  },
  disksOnly: {
    title: 'Disks restored, VM not created',
    body: 'Check the target resource group for the disks. Create a VM from them, or restore again.',
  },
  nothing: {
    title: 'Restore not completed',
    body: `${service} reports this job as completed, but the target wasn’t fully created. Follow the recommendations, then restore again.`,
  },
  gone: {
    title: 'Restored resources not found',
    body: `${service} reports that the job created resources, but they weren’t all found. What is missing was deleted or moved since, or never created.`,
  },
  failed: {
    title: 'Restore failed',
    body: 'The restore didn’t complete.',
  },
  cancelled: {
    title: 'Canceled',
    body: 'Completed subtasks might have left resources in the target.',
  },
  unknown: {
    title: `Result not reported by ${service}`,
    body: 'Check the target before you restore again.',
  },
});

/** The same of a job that restores nothing, such as a backup, where its words differ. */
export const otherVerdicts: Readonly<Partial<Record<JobEnd, VerdictWords>>> = {
  done: { title: 'Completed', body: 'The job completed.' },
  doneWithWork: { title: 'Completed with warnings', body: 'See below what failed.' },
  failed: { title: 'Failed', body: 'The job didn’t complete.' },
  cancelled: { title: 'Canceled', body: 'The job didn’t complete.' },
};

/** The title of an outcome; of what has gone since, after how the job itself ended. */
export const withGone = (own: string, gone: string | null): string =>
  gone === null ? own : `${own}. ${gone}`;

/** After how a restore ended that made no VM: this browser made one of it since. */
export const builtSince = (names: readonly string[]): string =>
  `Built from it since, in this browser: ${listText(names)}`;

/** The source of a verdict. */
export const verdictFrom = {
  target: 'Based on the resources, read from Azure.',
  tasks: 'Based on subtasks. Resources not checked.',
  status: 'Based on the job’s status. Resources not checked.',
  reading: 'Based on the job’s subtasks. Checking the resources.',
} as const;

export const { serviceWord, evidenceText } = sentences({
  /** The service's own status of an ended job, beside our verdict. */
  serviceWord: (service: string, word: string): string => `${service} reports: ${word}`,
  /** What was looked for in the target, which a verdict rests on; null: it rests on the job’s own page. */
  evidenceText: (evidence: Evidence): string | null => {
    switch (evidence.kind) {
      case 'vm':
        return evidence.isThere ? 'The VM exists.' : 'The VM wasn’t found.';
      case 'otherVm':
        return evidence.isDated
          ? `A VM ${evidence.name || 'of this name'} exists that this job didn’t create.`
          : `A VM ${evidence.name || 'of this name'} exists. Azure doesn’t report whether this job created it.`;
      case 'disks':
        return evidence.names.length === 0
          ? 'No restored disks were found.'
          : `Disks that exist: ${listText(evidence.names)}`;
      case 'blobs':
        return `The disks are VHD files in the storage account ${evidence.account}, container ${evidence.container}. Not checked.`;
      case 'task':
      case 'error':
      case 'property':
      case 'word':
        return null;
    }
  },
});
