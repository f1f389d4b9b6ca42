/** What Review and the time between Restore and its job say. */
export const submission = {
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
  warningsRead: (count: number) =>
    count === 1 ? 'I have read the warning' : `I have read the ${String(count)} warnings`,
  restore: 'Restore',
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
  sending: {
    title: 'Sending the restore',
    body: 'One request is on its way to Azure. It is never sent again by itself.',
  },
  accepted: {
    title: 'Azure has accepted the restore',
    what: 'the state of the operation',
    body: 'Its job is being made. This takes a minute or two; this page goes on to the job by itself.',
  },
  noAnswer: {
    title: 'No answer came back',
    body: 'The request may have reached Azure. It was not sent again. We look for its job in the vault.',
    what: 'the jobs of the vault',
    looking: 'Looking for the job.',
    again: 'No job found yet. We look once more in two minutes.',
    none: 'No job was found, twice. Azure most probably never received the request.',
    several: 'Several restores of this machine began at that time. Choose the one that is yours.',
    unreadable: 'The list of jobs could not be read, so nobody knows whether the restore began.',
    lookAgain: 'Look again now',
    giveUp: 'Back to the draft',
    giveUpNote:
      'Restore can be pressed again there. If the first request did arrive, there will be two.',
    adopt: 'This is it',
  },
  refusedByAzure: {
    title: 'Azure refused the restore',
    body: 'Nothing was started, and everything you chose is kept.',
  },
  notSent: {
    title: 'The restore was not sent',
    body: 'No restore has left this page, and everything you chose is kept.',
    notPrepared: 'What the restore needs first could not be made ready:',
  },
  signedOut: {
    title: 'Sign in again',
    body: 'Nothing was started, and everything you chose is kept.',
  },
  done: {
    title: 'This draft was sent',
    body: 'Its restore is a job now.',
    open: 'Open the job',
  },
  safeToClose:
    'You can close this page. What it knows is stored, and it goes on when you come back.',
} as const;
