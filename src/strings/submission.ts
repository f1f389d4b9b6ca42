import { andText, plural } from '#src/lib/wording.ts';
import type { WayOn } from '#src/model/problem.ts';
import { sentences } from '#src/strings/sentences.ts';
import { dataLoss } from '#src/strings/timeline.ts';

const since = (time: string | null): string => (time === null ? '' : ` at ${time}`);

/** What to do about a refusal, or about what couldn’t be prepared, where its code doesn’t tell. */
const wayOn = (press: string, thing: string) =>
  ({
    again: `Select ${press} again in a minute.`,
    after: `Change what the message names, or ask an owner to. Then select ${press} again.`,
    signIn: `Sign in again, then select ${press}.`,
    token: `Enter a valid token in Settings, then select ${press} again.`,
    setUp: 'Ask whoever set up Restore Center to allow the address.',
    reload: `Reload the page, then select ${press} again.`,
    gone: `Something that the ${thing} needs isn’t there. Check your selections.`,
    change: `The same ${thing} gets the same answer. Change what the message names.`,
  }) satisfies Record<WayOn, string>;

/** Texts for Review, and for the time until a request has its job. */
export const submission = sentences({
  created: 'Will be created',
  changed: 'Will be changed',
  untouched: 'Won’t be changed',
  lost: 'Will be lost',
  edit: 'Edit',
  disksIn: (count: string, group: string) => `${count} in ${group}`,
  managedDisks: (count: number | null) =>
    count === null
      ? 'The managed disks'
      : `${String(count)} managed ${plural(count, 'disk', 'disks')}`,
  blobsIn: (count: number | null, account: string) =>
    count === null
      ? `Its unmanaged disks, as VHD files in the storage account ${account}`
      : `${String(count)} unmanaged ${plural(count, 'disk', 'disks')}, as VHD ${plural(count, 'file', 'files')} in the storage account ${account}`,
  stagedVhds: (account: string) =>
    `VHD files of the disks below 4 TB in the storage account ${account}. Delete them when you no longer need them.`,
  newMachine: (name: string, size: string | null) =>
    size === null ? `VM ${name}` : `VM ${name}, ${size}`,
  nicIn: (network: string) => `1 network interface in ${network}`,
  disksReplaced: (machine: string) => `The disks of ${machine}, replaced from the restore point`,
  snapshotFirst: 'A snapshot of the VM as it is now, before its disks are replaced',
  oldDisksStay: 'The current disks, detached, in the resource group',
  availabilitySet: (name: string) => `Availability set ${name}: the new VM isn’t in it`,
  newGroup: (name: string) => `Resource group ${name}`,
  template: (account: string) => `A template in the storage account ${account}`,
  nothingChanged: 'No existing resource',
  machineStays: (machine: string) => `${machine} and its disks`,
  backupStays: (machine: string) => `The backup of ${machine} and its restore points`,
  stoppedBackupStays: (machine: string) =>
    `The restore points of ${machine}, whose backup is stopped`,
  writesAfter: (time: string, lossMs: number, isByComputer = false) =>
    `Changes made since ${time} (${dataLoss.inSentence(lossMs)}${isByComputer ? ', by this device’s clock' : ''})`,
  writesSincePoint: 'Changes made since the restore point, whose time isn’t reported',
  rebuild: 'Rebuild the VM',
  chosen: 'Selected',
  findings: 'Issues',
  refused: 'Not possible',
  toChoose: 'To do',
  notChosen: 'not selected',
  network: 'Network access',
  warned: 'Warning',
  notChecked: 'Not checked',
  notAnswered: 'Not answered',
  note: 'Note',
  afterwards: 'Afterwards',
  goTo: (step: string) => `Go to ${step}`,
  /** Beside what refuses a restore, where no field of the wizard can change that. */
  noWay: 'No selection in this wizard changes this.',
  request: 'Request',
  rightNote:
    'First, Restore Center requests access to the restore point. These two requests start nothing.',
  groupNote: (name: string) =>
    `First, Restore Center checks whether resource group ${name} exists (HEAD). It is created only if it doesn’t (PUT).`,
  tokenHere: '(from the response to the previous request)',
  requestNote: 'Exactly what Restore sends, with a new client request ID.',
  requestReading: 'Loading what the request needs.',
  requestMissing: 'Appears when your selections are complete.',
  /** `hasUnchecked`: rules that could warn weren’t checked, which is no warning. */
  warningsRead: (count: number, hasUnchecked: boolean) => {
    const warnings = plural(count, 'the warning', `the ${String(count)} warnings`);
    const parts = [count === 0 ? [] : [warnings], hasUnchecked ? ['what isn’t checked'] : []];
    return `I have read ${andText(parts.flat())}`;
  },
  secondaryRegion: 'the secondary region',
  /** Labels of the check boxes for a restore that can’t be undone or stopped. */
  consequence: {
    replaceDisks: (machine: string, time: string) =>
      `${machine} loses all changes made to its disks after ${time}.`,
    createVm: (machine: string, region: string) =>
      `The restore of ${machine} to a new VM in ${region} can’t be canceled after it starts.`,
    restoreDisks: (machine: string, region: string) =>
      `The restore of the disks of ${machine} in ${region} can’t be canceled after it starts.`,
  },
  restore: 'Restore',
  press: 'Restore',
  issues: (count: number) => plural(count, '1 issue to fix', `${String(count)} issues to fix`),
  waits: {
    reads: 'Loading what the checks need.',
    instance:
      'Couldn’t load the backup instance, which the request needs. Reload the page. Your draft is saved.',
    vault:
      'Couldn’t load the vault, whose region the request needs. Reload the page. Your draft is saved.',
    regions:
      'Couldn’t load the regions, and the request needs the secondary one. Reload the page. Your draft is saved.',
    points:
      'Couldn’t load the restore points, so the selected one isn’t checked. Reload the page. Your draft is saved.',
    pointGone:
      'Azure doesn’t list the selected restore point. Select another one. Your other selections are kept.',
  },
  preparing: {
    title: 'Preparing the restore',
    step: {
      reads: 'Checking once more what the restore depends on. Nothing is sent yet.',
      group:
        'Checking the resource group, and creating it if it doesn’t exist. The restore isn’t sent yet.',
      right: 'Getting ready to send. The restore isn’t sent yet.',
    },
    late: 'This takes longer than usual. The request isn’t sent yet, so you can stop it.',
    callOff: 'Don’t send',
  },
  /** Texts shown until the job exists. */
  sentFacts: {
    title: 'Sent restore',
    plan: 'Plan',
    target: 'Target',
    request: 'Client request ID',
    pressed: 'Started',
    elapsed: 'Elapsed time',
  },
  sending: {
    title: 'Sending the restore',
    body: (service: string) =>
      `One request is on its way to ${service}. It’s never resent automatically.`,
    late: 'This takes longer than usual. A late response still counts.',
  },
  accepted: {
    title: 'Restore request accepted',
    what: 'the status of the operation',
    body: 'The job is being created. This page opens it in a minute or two.',
    late: (service: string) => `${service} hasn’t returned the job for over ten minutes.`,
    unseen: (service: string) =>
      `The restore is running or will run. ${service} didn’t return its job.`,
    notFound: (service: string) =>
      `No restore job found yet. ${service} accepted the restore, so you can’t send it again here. Check Backup jobs, or search again later.`,
    unreadable: 'Couldn’t load the restore jobs.',
    notLooked:
      'Couldn’t load the restore jobs for ten minutes, so the search has stopped. The restore was accepted.',
    jobs: 'Open Backup jobs',
  },
  noAnswer: {
    title: 'Outcome unknown',
    body: (service: string) =>
      `No response from ${service}, so the restore might have started. It isn’t sent again.`,
    /** The same by what came in place of an answer that says what became of the request. */
    instead: {
      error: (service: string, status: string) =>
        `${service} answered ${status}, which doesn’t say whether the restore started. It isn’t sent again.`,
      foreign: (service: string, status: string) =>
        `Something between this page and ${service} answered ${status}, so the restore might have started. It isn’t sent again.`,
      unreadable:
        'The answer doesn’t say whether the restore started. The request isn’t sent again.',
    },
    what: 'the restore jobs',
    looking: 'Searching the restore jobs.',
    again: 'No job found yet. The search continues for ten minutes.',
    searched: (times: number, from: string, to: string) =>
      plural(
        times,
        `Searched once, at ${to}.`,
        `Searched ${String(times)} times, from ${from} to ${to}.`,
      ),
    none: (service: string) =>
      `No new restore job since you selected Restore could be yours. That doesn’t prove that ${service} never received the request.`,
    noOther:
      'No other restore job found that could be yours. If one that you ruled out is yours, the restore started.',
    ruledOut: (count: number) =>
      plural(
        count,
        'You said that 1 job isn’t yours, so it isn’t listed.',
        `You said that ${String(count)} jobs aren’t yours, so they aren’t listed.`,
      ),
    showAgain: (count: number) => plural(count, 'Show this job again', 'Show these jobs again'),
    noneUnsure:
      'No restore job found that could be yours. This is less certain, because the earlier jobs couldn’t be loaded.',
    ofAnother: (count: number) =>
      plural(
        count,
        'Another request started this job: it has another ID than yours. It’s yours only if a gateway replaced your ID.',
        'Other requests started these jobs: they have other IDs than yours. One is yours only if a gateway replaced your ID.',
      ),
    goesOn: 'The search for your job continues.',
    byAnother: 'by another request ',
    several: (service: string) =>
      `These jobs could be yours. ${service} doesn’t report who started them.`,
    twice: 'If several are yours, your request arrived twice. Select one to cancel the others.',
    one: 'This job could be yours. It doesn’t report enough to be certain.',
    unreadable: 'Couldn’t load the restore jobs. The restore might have started.',
    notLooked:
      'Couldn’t load the restore jobs for ten minutes, so the search has stopped. The restore might have started.',
    lookAgain: 'Search again now',
    giveUp: 'Open the draft again',
    giveUpNote:
      'You can select Restore again there. If the first request arrived, there will be two restores.',
    adopt: 'Use this job',
    noneIsMine: 'None of these jobs',
    startedAt: (name: string, time: string) => `${name}, started ${time} `,
    startUnknown: 'at an unknown time',
  },
  /** Once a service has refused a request: whether its job is there is looked at a few times. */
  refusal: {
    title: (service: string) => `${service} rejected the request`,
    failed: (service: string) => `${service} reports that the request failed`,
    body: 'This might be about a second copy of your request. Restore Center looks for its job before you change anything.',
    looking: 'Searching the restore jobs.',
    again: (time: string) =>
      `No job with the ID of your request was listed by ${time}. Searching again.`,
    undecided:
      'A job could be yours: it doesn’t report which request started it. Select it, or rule it out.',
    unread: 'Couldn’t load the restore jobs, so whether your request started one isn’t known.',
    lookedAt: (time: string) => `No job with the ID of your request was listed by ${time}.`,
    notLooked:
      'The restore jobs couldn’t be loaded since, so it’s unknown whether one was started.',
  },
  earlier: {
    title: (time: string) =>
      `An earlier request of this draft, from ${time}, might have started a restore`,
    body: (ruledOut: number) =>
      ruledOut === 0
        ? 'Its job wasn’t found. If it arrived, selecting Restore starts a second one.'
        : `You said that ${plural(ruledOut, '1 job isn’t', `${String(ruledOut)} jobs aren’t`)} yours. If one is, selecting Restore starts a second restore.`,
    /** It was refused, and the jobs couldn’t be read since. */
    unlooked:
      'It was rejected, perhaps as a second copy, and the restore jobs couldn’t be loaded since. Restore looks for its job before it sends anything.',
    search: 'Search for it',
    stillOpen: 'An earlier request of this draft might have started a restore.',
  },
  sameTarget: {
    title: 'Another draft might have the same target',
    body: 'It was sent. Its outcome is unknown.',
    open: (name: string) => `Open the draft for ${name}`,
    onceMore: 'Start this restore as well',
    waits: 'Another draft might have the same target. See above.',
  },
  begunSince: {
    title: 'Another restore might have the same target',
    body: 'Review didn’t show it. Open its job first.',
    waits: 'Another restore might have the same target. See above.',
    /** As it was read at the press: it may have ended since. */
    job: (machine: string, start: string | null) =>
      start === null ? `Restore of ${machine}` : `Restore of ${machine}, started ${start}`,
  },
  heldBack: {
    jobsUnread:
      'Couldn’t load the restore jobs, which are needed to find your restore if its response is lost.',
    jobsLate:
      'Loading the restore jobs took longer than 10 seconds. They’re needed to find your restore if its response is lost.',
    changesLate:
      'Checking what changed since you reviewed this restore took longer than 30 seconds, so that isn’t checked.',
    changed:
      'Something that this restore depends on changed since you reviewed it. Review it again.',
    closed: 'The page was closed before the request was sent.',
    sameTarget: 'Another draft might have the same target.',
    calledOff: 'You stopped it before the request was sent.',
    begunSince: 'A restore in progress might have the same target, and Review didn’t show it.',
    othersUnread: 'Another restore might have the same target, because not all could be checked.',
  },
  inTheWay: 'Fix these issues',
  warnsNow: 'Read these warnings, then select Restore again',
  anyway: 'Restore anyway',
  /** A resource group that an earlier press of the draft requested; `time` is null where that isn’t known. */
  groupMade: {
    stays: (name: string, time: string | null) =>
      `Restore Center created resource group ${name}${since(time)}. It stays, and you can restore to it.`,
    mayStay: (name: string, time: string | null) =>
      `Restore Center requested resource group ${name}${since(time)} and got no answer. If it was created, it stays, and you can restore to it.`,
    line: (name: string, isSure: boolean, time: string | null) =>
      `Resource group ${name}: exists already, ${isSure ? 'created' : 'requested'} by Restore Center${since(time)}`,
    exists: (name: string, isSure: boolean, time: string | null) =>
      `Resource group ${name} exists. Restore Center ${isSure ? 'created' : 'requested'} it${since(time)}.`,
  },
  adopted: {
    title: 'Job found by search',
    /** Of one that the answer led to. */
    titleOfAnswer: 'This job has the ID of another request',
    /** By how it was found. */
    body: {
      id: (service: string) =>
        `${service} didn’t return a job. This one has the ID of your request, so it’s yours.`,
      earlierId: (service: string) =>
        `${service} didn’t return the job of your latest request. This one has the ID of an earlier request of your draft, so it’s yours. Your selections might have been different then.`,
      /** What was so when it was found; \`time\`: null in drafts of before. */
      target: (service: string, time: string | null) =>
        `${service} didn’t report which job is yours. ${time === null ? 'When it was found' : `At ${time}`}, this was the only new one since you selected Restore, and it has the same target.`,
      /** Another one is known by now. */
      targetBeside: (service: string) =>
        `${service} didn’t report which job is yours. This one has the same target, but it isn’t the only new one since you selected Restore.`,
      answer: (service: string, time: string | null) =>
        `${service} returned this job, but it has the ID of another request. ${time === null ? 'When it was returned' : `By ${time}`}, no job with the ID of your request was listed. This one is yours only if a gateway replaced your ID.`,
      hand: (service: string) =>
        `You selected this job from the search results. ${service} didn’t report that it’s yours.`,
      /** Drafts of before. */
      unknown: (service: string) =>
        `${service} didn’t report which job is yours. Check that this is the restore you started.`,
    },
    /** The answer was a refusal. */
    refused: (service: string) =>
      `The answer of ${service} was a refusal. This job has the ID of your request, so it’s yours.`,
    undo: 'This isn’t my restore',
  },
  refusedByAzure: {
    title: (service: string) => `${service} rejected the restore`,
    kept: 'Your selections are kept.',
    /** What to do about it, by Azure's code. */
    advice: {
      AuthorizationFailed: (press: string) =>
        `Ask an owner for a role with the required action, then select ${press} again.`,
      Conflict: (press: string) =>
        `Check the jobs of what you restore. When none is in progress, select ${press} again.`,
    },
  },
  wayOn: wayOn('Restore', 'restore'),
  notSent: {
    title: 'The restore wasn’t sent',
    body: 'Nothing was started. Your selections are kept.',
    kept: 'Your selections are kept.',
    notPrepared: 'Couldn’t prepare the restore:',
  },
  /** The same of a request for the script of a file recovery. */
  script: {
    press: 'Get the script',
    wayOn: wayOn('Get the script', 'request'),
    refusal: {
      lookedAt: (time: string) => `Azure reported at ${time} that the restore point isn’t mounted.`,
      notLooked: 'Whether the restore point is mounted couldn’t be read since.',
    },
    refusedByAzure: {
      title: (service: string) => `${service} rejected the mount request`,
      kept: 'Your selections are kept.',
    },
    notSent: {
      title: 'The request for the script wasn’t sent',
      body: 'This request mounted nothing. Your selections are kept.',
      kept: 'Your selections are kept.',
    },
    earlier: {
      title: (time: string) => `This browser’s request of ${time} might have mounted it`,
      body: () => 'Its outcome is unknown. Get the script sends a new request.',
      unlooked:
        'It was rejected, perhaps as a second copy, and the restore point couldn’t be read since. Get the script reads it before it sends a new request.',
      search: 'Check the restore point',
      stillOpen: (time: string) =>
        `This browser’s request of ${time} might have mounted the restore point.`,
    },
    sameTarget: {
      title: 'Another draft might have mounted this restore point',
      body: 'Its request was sent. Its outcome is unknown.',
      open: (name: string) => `Open the file recovery of ${name}`,
      onceMore: 'Get a script here as well',
      waits: 'Another draft might have mounted this restore point. See above.',
    },
    heldBack: {
      jobsUnread:
        'Couldn’t read whether the restore point is already mounted, which is needed to tell what came of your request if its response is lost.',
      jobsLate:
        'Reading whether the restore point is already mounted took longer than 10 seconds. That’s needed to tell what came of your request if its response is lost.',
      changesLate:
        'Checking what changed since you reviewed this file recovery took longer than 30 seconds, so that isn’t checked.',
      changed:
        'Something that this file recovery depends on changed since you reviewed it. Review it again.',
      sameTarget: 'Another draft might have mounted this restore point.',
    },
    anyway: 'Get the script anyway',
  },
  signedOut: {
    title: 'Sign in again',
    body: 'Nothing was started. Your selections are kept.',
    kept: 'Your selections are kept.',
  },
  done: {
    title: 'This draft was sent',
    body: 'Its restore has a job.',
    open: 'Open the job',
  },
  safeToClose: 'You can close this page. It continues when you come back.',
} as const);
