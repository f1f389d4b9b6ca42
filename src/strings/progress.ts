import type { RestoreKind } from '#src/model/job.ts';
import type { NoCancel } from '#src/progress/cancel.ts';
import type { EtaBasis, NoEta } from '#src/progress/eta.ts';
import type { Setback, SetbackReason } from '#src/progress/observations.ts';
import type { PatienceBasis, StallAdvice } from '#src/progress/stall.ts';
import type { Evidence, Outcome } from '#src/progress/verdict.ts';
import { sentences } from '#src/strings/sentences.ts';

const noTypical = 'No typical duration yet';

/**
 * Texts for the progress of a job. Times, sizes and durations are parameters, as text; `service` is the
 * name of the service that runs it.
 */
export const progress = sentences({
  percentAsOf: (service: string, percent: string, time: string) =>
    `${percent} at ${time}. ${service}’s latest answer leaves it out.`,
  /** For two durations, or for two times of day. */
  range: (low: string, high: string) => (low === high ? `about ${low}` : `${low} to ${high}`),
  notKnown: 'not known',
  noTypical,
  upTo: (high: string) => `up to ${high}`,
  /** For a size: the rate in a minute. */
  rate: (size: string) => `${size}/min`,
  basis: (bases: string) => `Basis: ${bases}.`,
  usual: (time: string) => `usually ${time}`,
  phase: {
    unnamed: 'A sub-task without a name',
    noBytes: 'This sub-task moves no data.',
    bytesNotReported: (service: string) => `${service} does not report the bytes of this sub-task.`,
    unknownStatus: (service: string, word: string | null) =>
      word === null ? 'not reported' : `“${word}”, as ${service} says`,
  },
} as const);

/** The basis of an estimate; `rate` is the speed of a transfer, `11.2 GiB/min`. */
export function basisText(service: string, basis: EtaBasis, rate: string): string {
  switch (basis.kind) {
    case 'azure':
      return `${service}’s own estimate`;
    case 'percent':
      return 'the pace of this job so far';
    case 'bytes':
      return `this job’s ${rate}, and the usual time of what comes after`;
    case 'bytesAlone':
      return `this job’s ${rate}; what comes after its data isn’t counted`;
    case 'past': {
      const jobs = `${String(basis.jobs)} past ${basis.jobs === 1 ? 'job' : 'jobs'} of this vault`;
      return basis.isOfSize ? `${jobs} and this size` : `${jobs}, of any size`;
    }
  }
}

/** Why there is no estimate. */
export const noEta = (service: string): Readonly<Record<NoEta, string>> => ({
  nothing: `${noTypical}: ${service} reports no figures, and fewer than five past jobs are known.`,
  tooEarly: `${noTypical}: too little has been seen of this job.`,
  inSteps: `${noTypical}: ${service} reports how far it is in large steps.`,
  standsStill: 'Not known: nothing has moved in this job for a while.',
  noBytes: `Not known: ${service} reports no bytes that move now.`,
  longerThanPast: 'Not known: it already takes longer than the past jobs of this vault.',
  notRead: `Not known: the latest answer of ${service} is too old.`,
  cancelling: `It is being cancelled. ${service} does not say how long that takes.`,
});

/** How long a job can go without progress, and the source of that limit. */
export function patienceText(service: string, basis: PatienceBasis, duration: string): string {
  switch (basis) {
    case 'own':
      return `It never stood still for as long before. It was given ${duration}.`;
    case 'past':
      return `Past jobs were through by then. It was given ${duration}.`;
    case 'ours':
      return `It was given ${duration}, which is our own measure. ${service} has none.`;
  }
}

/** Texts for a stalled job. */
export const stalled = sentences({
  title: (time: string) => `No progress since ${time}`,
  body: (service: string, phase: string | null) =>
    phase === null
      ? `It is still running, as ${service} says.`
      : `It is still running, as ${service} says, in “${phase}”.`,
  advice: (service: string): Readonly<Record<StallAdvice, string>> => ({
    wait: 'Wait: it may go on by itself, and it is watched.',
    lookAtTarget: 'Look into the target resource group: what was made may be there already.',
    checkStaging: 'Check that the staging storage account is there and can be written to.',
    cancel: 'Cancel it, and restore again.',
    support: `Ask ${service} support, with the job id.`,
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
      return `“${why.task}” began again or fell back.`;
    case 'moreTasks':
      return 'sub-tasks were added.';
    case 'moreBytes':
      return 'there is more to move than it said before.';
    case 'notTold':
      return `it does not say why. What is shown is what ${service} reports.`;
  }
}

/** Texts for canceling, before a restore and during it. */
export const cancelling = sentences({
  /** No document names a deadline (decision 026). */
  until: (phase: string) => `Can be cancelled until “${phase}” begins, by our estimate.`,
  left: (time: string) => `That is in ${time}.`,
  anyTime: (service: string) => `Can be cancelled. ${service} does not say until when.`,
  caution: (service: string) => ({
    lastPhase: `${service} still offers to cancel it, and may refuse: its last phase has begun.`,
    replacing: `Disks are being replaced. ${service} still offers to cancel it, and does not say in what state that leaves the machine.`,
  }),
  no: (service: string): Readonly<Record<NoCancel, string>> => ({
    over: 'It has ended: there is nothing to cancel.',
    cancelling: 'It is being cancelled already.',
    secondary: 'A restore in the secondary region cannot be cancelled.',
    replacing: `Disks are being replaced: ${service} does not offer to cancel it any more.`,
    lastPhase: `Its last phase has begun: ${service} does not offer to cancel it any more.`,
    operation: `${service} does not offer to cancel this kind of job.`,
    notOffered: `${service} does not offer to cancel this job.`,
    unknownStatus: `${service} does not say how this job stands, so it cannot be cancelled from here.`,
  }),
  command: 'Cancel',
  heading: 'Cancelling',
  question: (name: string) => `Cancel this job of ${name}?`,
  consequence: (service: string) =>
    `${service} is asked to stop it. It may end before it is stopped, and what its sub-tasks have made by then stays in the target. The restore points stay as they are.`,
  keep: 'Keep it running',
  confirm: 'Cancel the job',
  asking: (service: string) => `Asking ${service} to cancel it.`,
  asked: (service: string) =>
    `${service} has accepted to cancel it. What becomes of it is shown here.`,
  refused: (message: string) => `It was not cancelled: ${message} The job goes on.`,
  lost: (service: string) =>
    `No answer came, so it is not known whether ${service} will cancel it. How the job stands is read again.`,
  before: {
    createVm: 'Can be cancelled until Azure begins to create the machine, by our estimate.',
    restoreDisks: 'You can cancel it while it runs. Azure doesn’t report until when.',
    replaceDisks: 'Can be cancelled until Azure begins to replace the disks, by our estimate.',
  } satisfies Record<RestoreKind, string>,
} as const);

/** The outcome of a job: what happened, which resources exist, what to do next. */
export const verdicts = (
  service: string,
): Readonly<Record<Outcome, { readonly title: string; readonly body: string }>> => ({
  running: { title: 'It is running', body: `You can close this page. ${service} keeps working.` },
  done: { title: 'Done', body: 'All of it was completed.' },
  doneWithWork: {
    title: 'Done, with something to look at',
    body: 'What you asked for is there. Read below what did not go well.',
  },
  disksOnly: {
    title: 'The disks without the machine',
    body: 'The machine was not created. Look for its disks in the target resource group: make a machine from them, or restore again.',
  },
  nothing: {
    title: 'Nothing was restored',
    body: `${service} calls this job completed, but what you asked for was not made. Do what is recommended, then restore again.`,
  },
  gone: {
    title: 'It is not there now',
    body: `${service} says that all of it was made. The target was read, and it is not there: removed since, or never made.`,
  },
  failed: {
    title: 'It failed',
    body: 'What you asked for was not made. Do what is recommended, then try again.',
  },
  cancelled: {
    title: 'It was cancelled',
    body: 'It was not finished. Sub-tasks that were completed may have left something in the target.',
  },
  unknown: {
    title: `${service} does not say what became of it`,
    body: 'Look into the target before you start it again.',
  },
});

/** The source of a verdict. */
export const verdictFrom = {
  target: 'Read back from Azure, not taken from the word of the job.',
  tasks: 'Taken from the sub-tasks of the job. The target was not read.',
  status: 'Based on the status of the job. The target wasn’t read.',
  reading: 'Taken from the sub-tasks of the job. The target is being read.',
} as const;

export const { serviceWord, evidenceText } = sentences({
  /** The service's own status of an ended job, beside our verdict. */
  serviceWord: (service: string, word: string): string => `${service}’s word for it: ${word}`,
  /** What was looked for in the target, which a verdict rests on; null: it rests on the job’s own page. */
  evidenceText: (evidence: Evidence): string | null => {
    switch (evidence.kind) {
      case 'machine':
        return evidence.isThere
          ? 'The machine is there, read back from Azure.'
          : 'The machine is not there, read back from Azure.';
      case 'disks':
        return evidence.names.length === 0
          ? 'No restored disks are there, read back from Azure.'
          : `Disks that are there, read back from Azure: ${evidence.names.join(', ')}.`;
      case 'blobs':
        return `The disks are VHD files in the storage account ${evidence.account}, container ${evidence.container}. They were not read back: this page does not look into storage accounts.`;
      case 'task':
      case 'error':
      case 'property':
      case 'word':
        return null;
    }
  },
});
