import { sentences } from '#src/strings/sentences.ts';

/** Texts of file recovery from its plan to the end of its session. */
export const fileSession = sentences({
  title: 'Recover files',
  plan: {
    nothing: 'Select a backup instance and a restore point to see the plan.',
    somePoint: 'a restore point that you select',
    sentence: (vm: string, point: string) =>
      `Mounts the disks of ${vm} as of ${point} read-only on the system that you selected. Nothing is created in Azure.`,
    endsAt: (time: string) =>
      `The session ends by itself 12 hours after you get the script, at about ${time}.`,
    target: 'The system on which you run the script',
  },
  review: {
    chosen: 'Chosen',
    willBe: 'What happens',
    lines: {
      readOnly: 'The disks of the restore point can be read, and nothing can be written to them.',
      nothing: 'Nothing is created or changed in Azure, and there is no job.',
      ends: (time: string) =>
        `It ends by itself 12 hours later, at about ${time}, or when you select Unmount disks.`,
    },
    press: 'Get the script',
    requestNote:
      'Get the script sends this. It adds renewExistingRegistration if the restore point is already mounted. Its client request ID is created when you select Get the script.',
    reason: {
      reads: 'You can get the script when Azure has answered what the rules need.',
      instance:
        'The backup instance couldn’t be read, and the request needs it. Reload the page; your draft is stored.',
      issues: (count: number) =>
        count === 1
          ? '1 issue keeps you from getting the script.'
          : `${String(count)} issues keep you from getting the script.`,
    },
    running: {
      title: 'You already have a script',
      body: 'A new script renews the session. The old script stops working, and disks that it has mounted may be disconnected: no document says.',
    },
    elsewhere: {
      title: 'This restore point is already mounted',
      body: 'It was mounted elsewhere, and Azure doesn’t report its expiry. A new script renews that session, and a copy that runs there may end: no document says.',
    },
  },
  stage: {
    preparing: {
      title: 'Getting ready',
      body: 'Reading whether the restore point is already mounted. Nothing has been sent yet.',
    },
    sending: {
      title: 'Asking for the script',
      body: 'One request is on its way to Azure. It is never sent again by itself.',
    },
    accepted: {
      title: 'Azure prepares the disks',
      body: 'This takes about a minute. The script and its password then appear here.',
      what: 'the state of the script',
      safe: 'Keep this tab open: the password is shown only here, and Restore Center doesn’t store it.',
      elapsed: 'Elapsed time',
    },
    lost: {
      title: 'Outcome unknown',
      body: 'No answer says whether Azure has mounted the restore point. Restore Center doesn’t send another request by itself.',
      what: 'the restore point',
      look: 'Look again',
      mounted:
        'Azure reports the restore point as mounted, so the request arrived. The script was in the answer: get a new one.',
      notMounted:
        'Azure reports the restore point as not mounted. The request may still be at work; look again in a minute, or get the script once more.',
      notReported: 'Azure doesn’t report whether the restore point is mounted.',
      again: 'Get a new script',
    },
  },
  ready: {
    title: 'Script and password',
    mountedTitle: 'The restore point is mounted',
    overTitle: 'The session has ended',
    unmountedTitle: 'The disks are unmounted',
    body: (vm: string, point: string) => `You can now mount the disks of ${vm} as of ${point}.`,
    left: (time: string, duration: string) => `The session ends at ${time}, in ${duration}.`,
    leftUnknown: 'Azure didn’t say when the session ends. By the documents it lasts 12 hours.',
    over: (time: string) => `The session ended at ${time}. The script doesn’t work any more.`,
    soon: 'Finish the copy, or get a new script.',
    unmounted: 'The script doesn’t work any more.',
    unconfirmed:
      'It isn’t confirmed that the disks are unmounted. Unmount them, or the backup of the system that ran the script can fail.',
    steps: 'What to do',
    script: {
      title: '1. Save the script',
      name: 'File name',
      keepName: 'Save it under exactly this name. Under another name it doesn’t work.',
      save: 'Save the script',
      download: 'Download the program from Microsoft',
      asNamed:
        'The browser saves the program under its own name. Rename it to the file name above, or use these two lines of PowerShell, which save it under the right name and start it.',
      saveLine: 'PowerShell, to save it',
      startLine: 'PowerShell, to start it',
    },
    password: {
      title: '2. Copy the password',
      label: 'Password',
      show: 'Show the password',
      hide: 'Hide the password',
      note: 'The script asks for it. Restore Center doesn’t store it: after a reload you need a new script.',
    },
    run: {
      title: '3. Run the script',
      windows:
        'Run it as an administrator on the system that you selected. The disks appear as new volumes with drive letters.',
      linux:
        'Run it as root on the system that you selected. It mounts the disks below a new folder beside it, and prints where.',
      linuxCommands: 'Commands for the shell',
      unknown: 'Run it as an administrator on the system that you selected.',
      check: 'Check the connection first',
      large: 'With very large disks, wait 20 to 30 minutes between saving and running it.',
    },
    copy: {
      title: '4. Copy the files',
      pace: 'Copying takes about an hour for each GB. Take only what you need.',
      mount:
        'Never run mount -a there: Linux could mount the disks of the backup instead of its own.',
      acl: 'The files keep their permissions.',
    },
    unmount: {
      title: 'Unmount the disks',
      lastStep: '5. Unmount the disks',
      what: 'the end of the session',
    },
    lostPassword: {
      title: 'The password isn’t stored',
      body: 'It was shown in the tab that asked for the script, and a reload forgets it. Get a new script: disks that are mounted with the old one may be disconnected; no document says.',
      again: 'Get a new script',
    },
    unusable: {
      noProgram: 'Azure’s answer has no script in it.',
      noPassword: 'Azure’s answer has no password where it should be.',
      unreadable: 'The script in Azure’s answer can’t be read.',
      body: 'The restore point might still be mounted. Get a new script, or unmount the disks.',
    },
    again: 'Get a new script',
  },
  troubles: {
    title: 'When something goes wrong',
    what: 'the messages of the script',
    search: 'Search messages',
    heads: ['What you see', 'What it means', 'What to do'] as const,
    shown: (count: number, all: number) => `${String(count)} of ${String(all)}`,
    none: 'No entry has these words.',
  },
} as const);
