import { sentences } from '#src/strings/sentences.ts';

/** Texts for Review, and for the time until a request has its job. */
export const submission = sentences({
  created: 'Will be created',
  changed: 'Will be changed',
  untouched: 'Will not be touched',
  lost: 'Will be lost',
  edit: 'Edit',
  disksIn: (count: string, group: string) => `${count} in ${group}`,
  managedDisks: (count: number | null) =>
    count === null
      ? 'The managed disks'
      : `${String(count)} managed ${count === 1 ? 'disk' : 'disks'}`,
  blobsIn: (count: number | null, account: string) =>
    count === null
      ? `Its unmanaged disks, as VHD files in the storage account ${account}`
      : `${String(count)} unmanaged ${count === 1 ? 'disk' : 'disks'}, as VHD ${count === 1 ? 'file' : 'files'} in the storage account ${account}`,
  stagedVhds: (account: string) =>
    `VHD files of the disks below 4 TB in the storage account ${account}: delete them once they are not needed`,
  newMachine: (name: string, size: string | null) =>
    size === null ? `VM ${name}` : `VM ${name}, ${size}`,
  nicIn: (network: string) => `1 network interface in ${network}`,
  disksReplaced: (machine: string) => `The disks of ${machine} are replaced by those of the point`,
  snapshotFirst: 'A snapshot of the machine as it is now, before anything is replaced',
  oldDisksStay: 'The disks of today stay in the resource group, detached',
  availabilitySet: (name: string) => `Availability set ${name}: the copy is in none`,
  newGroup: (name: string) => `Resource group ${name}`,
  template: (account: string) => `A template in the storage account ${account}`,
  nothingChanged: 'Nothing that exists today',
  machineStays: (machine: string) => `${machine} and its disks`,
  backupStays: (machine: string) => `Backup of ${machine} and its points`,
  writesAfter: (time: string, duration: string) => `Writes after ${time}: ${duration} until now`,
  chosen: 'Chosen',
  findings: 'Findings',
  noFindings: 'Every rule that could be checked is content.',
  refused: 'Not possible',
  toChoose: 'To choose',
  notChosen: 'not chosen yet',
  network: 'Network access',
  warned: 'Warning',
  notChecked: 'Not checked',
  notAnswered: 'Not answered',
  note: 'Note',
  afterwards: 'Afterwards',
  goTo: (step: string) => `Go to ${step}`,
  request: 'Request',
  rightNote: 'First the right to read the restore point is asked for. These two start nothing.',
  groupNote: (name: string) =>
    `First Azure is asked whether resource group ${name} exists (HEAD). It is created only if it doesn’t (PUT); an existing group isn’t changed.`,
  tokenHere: '(as the request before it answers)',
  requestNote: 'Exactly what Restore sends. Its client request id is made when you press Restore.',
  requestReading: 'Shown when Azure has answered what the request needs.',
  requestMissing: 'Shown when everything that the request needs is chosen.',
  warningsRead: (warnings: readonly string[]) =>
    warnings.length === 1
      ? `I have read the warning: ${warnings.join('')}`
      : `I have read the ${String(warnings.length)} warnings: ${warnings.join(' ')}`,
  secondaryRegion: 'the secondary region',
  /** Labels of the check boxes for a restore that can’t be undone or stopped. */
  consequence: {
    replaceDisks: (machine: string, time: string) =>
      `I know that ${machine} loses everything written to its disks after ${time}.`,
    createVm: (machine: string, region: string) =>
      `I know that the restore of ${machine} to a new VM in ${region} can’t be canceled once it has started.`,
    restoreDisks: (machine: string, region: string) =>
      `I know that the restore of the disks of ${machine} in ${region} can’t be canceled once it has started.`,
  },
  restore: 'Restore',
  issues: (count: number) => (count === 1 ? '1 issue to fix' : `${String(count)} issues to fix`),
  waits: {
    reads: 'Restore opens when Azure has answered what the rules need.',
    instance:
      'The backup instance could not be read, and the request needs it. Load the page again; the draft is kept.',
    vault:
      'The vault could not be read, and the request needs its region. Load the page again; the draft is kept.',
    regions:
      'The regions could not be read, and the request needs the secondary one. Load the page again; the draft is kept.',
    points:
      'The restore points could not be read, so nobody knows whether the chosen one is still there. Load the page again; the draft is kept.',
    pointGone: 'The chosen restore point is no longer there. Choose another one; the rest is kept.',
  },
  preparing: {
    title: 'Preparing the restore',
    step: {
      reads: 'Reading once more what the restore depends on. Nothing has been sent yet.',
      group: 'Creating the resource group. No restore has been sent yet.',
      right: 'Getting ready to send. No restore has been sent yet.',
    },
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
      `One request is on its way to ${service}. It is never sent again by itself.`,
    late: 'This takes longer than usual. Restore jobs are searched meanwhile; a late answer still counts.',
  },
  accepted: {
    title: (service: string) => `${service} has accepted the restore`,
    what: 'the state of the operation',
    body: 'Its job is being created. This takes a minute or two; this page goes on to the job by itself.',
    late: (service: string) =>
      `${service} has not named the job for over ten minutes. Restore jobs are searched meanwhile.`,
    unseen: (service: string) =>
      `The restore runs or will run. ${service}’s answer did not say as which job, so restore jobs are searched for it.`,
    notFound: (service: string) =>
      `No job was found so far. ${service} has accepted the restore, so it is not offered again here. Look into Backup jobs, or search again later.`,
    jobs: 'Open Backup jobs',
  },
  noAnswer: {
    title: 'Outcome unknown',
    body: (service: string) =>
      `No answer says whether ${service} started the restore. It is not sent again. Restore jobs are searched for its job.`,
    what: 'the restore jobs',
    looking: 'Searching the restore jobs.',
    again: 'No job found yet. The search goes on for ten minutes.',
    searched: (times: number, from: string, to: string) =>
      times === 1
        ? `Searched once, at ${to}.`
        : `Searched ${String(times)} times, from ${from} to ${to}.`,
    none: (service: string) =>
      `No new restore job of this backup instance has appeared since you selected Restore. ${service} most probably never received the request.`,
    noneUnsure:
      'No restore job was found that could be yours. The jobs before the press could not be read, so this is less certain.',
    several: (service: string) =>
      `These jobs could be yours. ${service} does not say who started them.`,
    twice: 'If several are yours, your request arrived twice. Select one to cancel the others.',
    one: 'This job could be yours. It does not say enough about itself to be certain.',
    unreadable: 'The restore jobs could not be read. Whether the restore started is not known yet.',
    lookAgain: 'Search again now',
    giveUp: 'Open the draft again',
    giveUpNote:
      'Restore can be pressed again there. If the first request did arrive, there will be two restores.',
    adopt: 'This one is mine',
    noneIsMine: 'None of these is mine',
    startedAt: (name: string, time: string) => `${name}, started ${time} `,
    startUnknown: 'at an unknown time',
  },
  earlier: {
    title: (time: string) =>
      `An earlier request of this draft, from ${time}, may have started a restore`,
    body: 'Its job was not found. If it did arrive, pressing Restore starts a second one.',
    search: 'Search for it',
    stillOpen: 'An earlier request of this draft may still have started a restore.',
  },
  sameTarget: {
    title: 'Another draft may have started the same restore',
    body: 'It was sent, and its outcome is not known yet.',
    open: (name: string) => `Open the draft for ${name}`,
    onceMore: 'Start this restore as well',
    waits: 'Another draft may have started the same restore. See above.',
  },
  heldBack: {
    jobsUnread:
      'The restore jobs could not be read. Without them, a lost answer could not be traced with certainty.',
    changed:
      'Something that this restore depends on has changed since you reviewed it. Look through Review again.',
    closed: 'The page was closed before the request was sent.',
    sameTarget: 'Another draft may have started the same restore.',
  },
  inTheWay: 'What stands in the way now',
  warnsNow: 'Read these warnings, then select Restore again',
  withoutJobs: 'Restore all the same',
  groupMade: (name: string) => `The resource group ${name} was created and stays.`,
  adopted: {
    title: (service: string) => `This job was found, not named by ${service}`,
    body: (service: string) =>
      `${service} didn’t say which job is yours. This one appeared after you selected Restore and matches it, so it was taken as yours.`,
    undo: 'This is not my restore',
  },
  refusedByAzure: {
    title: (service: string) => `${service} refused the restore`,
    body: 'Nothing was started, and everything you chose is kept.',
    kept: 'Everything you chose is kept.',
    /** What to do about it, by Azure's code. */
    advice: {
      AuthorizationFailed:
        'Ask an owner of the scope for the missing action, then select Restore again.',
      Conflict: 'Look at the jobs of this VM. Once none is running, select Restore again.',
    } satisfies Record<string, string>,
  },
  notSent: {
    title: 'The restore was not sent',
    body: 'No restore has left this page, and everything you chose is kept.',
    kept: 'Everything you chose is kept.',
    notPrepared: 'What the restore needs first could not be made ready:',
  },
  /** The same of a request for the script of a file recovery. */
  script: {
    refusedByAzure: {
      title: (service: string) => `${service} refused to mount the restore point`,
      body: 'Nothing was mounted, and everything you chose is kept.',
      kept: 'Everything you chose is kept.',
    },
    notSent: {
      title: 'The request for the script wasn’t sent',
      body: 'No request has left this page, and everything you chose is kept.',
      kept: 'Everything you chose is kept.',
    },
  },
  signedOut: {
    title: 'Sign in again',
    body: 'Nothing was started, and everything you chose is kept.',
    kept: 'Everything you chose is kept.',
  },
  done: {
    title: 'This draft was sent',
    body: 'Its restore is a job now.',
    open: 'Open the job',
  },
  safeToClose:
    'You can close this page. What it knows is stored, and it goes on when you come back.',
} as const);
