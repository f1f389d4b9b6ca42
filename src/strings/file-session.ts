import { sentences } from '#src/strings/sentences.ts';

/** When Azure reported something, as a sentence of its own. */
const reported = (at: string | null): string =>
  at === null ? 'Azure reported it.' : `Azure reported it at ${at}.`;

/** Texts of file recovery from its plan to the end of its session. */
export const fileSession = sentences({
  title: 'Recover files',
  plan: {
    nothing: 'Select a backup instance and a restore point to see the plan.',
    somePoint: 'a restore point that you select',
    sentence: (vm: string, point: string) =>
      `Mounts the disks of ${vm} as of ${point} read-only on the system you select. Nothing is created in Azure.`,
    headline: (vm: string, point: string) => `Mount the disks of ${vm} as of ${point}`,
    endsAt: (time: string) =>
      `The session ends automatically 12 hours after you get the script, at about ${time}.`,
    target: 'The system that runs the script',
  },
  review: {
    /** As in "Couldn’t load the open session." */
    session: 'the open session',
    chosen: 'Selected',
    willBe: 'What happens',
    lines: {
      readOnly: 'The disks of the restore point are read-only.',
      nothing: 'Nothing is created or changed in Azure. There is no job.',
      ends: (time: string) =>
        `The session ends automatically 12 hours later, at about ${time}, or when you select Unmount disks.`,
    },
    press: 'Get the script',
    requestNote:
      'Get the script sends this request. If the restore point is already mounted, it also has renewExistingRegistration. The client request ID is created when you select Get the script.',
    reason: {
      reads: 'Get the script is available after Azure returns the data for the checks.',
      instance:
        'The backup instance couldn’t be read, and the request needs it. Reload the page. Your draft is saved.',
    },
    running: {
      title: 'You already have a script',
      body: 'A new script renews the session. The old script stops working, and its mounted disks might be disconnected. The documentation doesn’t mention this.',
    },
    over: {
      title: 'The session of your last script has ended',
      body: (time: string) =>
        `It ended at ${time} by its own time. Not checked whether the disks are still mounted.`,
    },
    /** The session of the last script is of a restore point that isn’t selected any longer. */
    otherPoint: {
      title: 'You have a script of another restore point',
      body: 'A new script doesn’t renew its session. Unmount its disks first: this draft shows only its latest session.',
    },
    /** `at`: when Azure reported it; null: that isn’t remembered. */
    mounted: {
      title: 'This restore point is mounted',
      byPress: (at: string | null, press: string) =>
        `${reported(at)} This browser’s request of ${press} might have mounted it. A new script renews that session.`,
      bySession: (at: string | null) =>
        `${reported(at)} Another draft of this browser has an open session of it. A new script renews that session, and its old script stops working.`,
      noRecord: (at: string | null) =>
        `${reported(at)} This browser has no open session of it, and Azure doesn’t report who mounted it or when that ends. A new script renews that session, and a copy in progress there might end. The documentation doesn’t mention this.`,
    },
  },
  stage: {
    preparing: {
      title: 'Preparing',
      body: 'Checking whether the restore point is already mounted. Nothing has been sent yet.',
    },
    sending: {
      title: 'Requesting the script',
      body: 'Restore Center sends one request and doesn’t retry automatically.',
    },
    accepted: {
      title: 'Azure is preparing the disks',
      body: 'This takes about a minute. The script and its password then appear here.',
      what: 'the state of the script',
      safe: 'Keep this tab open. The password is shown only here and isn’t stored.',
      elapsed: 'Elapsed time',
    },
    /** Azure has rejected the request, and the restore point is read a few times. */
    refusal: {
      title: 'Azure rejected the request',
      failed: 'Azure reports that the request failed',
      body: 'This might be about a second copy of your request. Restore Center checks the restore point before you change anything.',
      checking: 'Checking the restore point.',
      again: (at: string) =>
        `Azure reported at ${at} that the restore point isn’t mounted. Checking again.`,
      unread: 'The restore point couldn’t be read, so whether it’s mounted isn’t known.',
    },
    lost: {
      title: 'Outcome unknown',
      body: 'Azure’s answer didn’t arrive, so the restore point might be mounted. Restore Center doesn’t retry automatically.',
      /** The same by what came in place of an answer that says what became of the request. */
      instead: {
        error: (status: string) =>
          `Azure answered ${status}, which doesn’t say whether the restore point is mounted. Restore Center doesn’t retry automatically.`,
        foreign: (status: string) =>
          `Something between this page and Azure answered ${status}, so the restore point might be mounted. Restore Center doesn’t retry automatically.`,
        unreadable:
          'The answer doesn’t say whether the restore point is mounted. Restore Center doesn’t retry automatically.',
      },
      unfollowed:
        'Azure accepted the request, but its answer doesn’t say where to follow it. The restore point might be mounted.',
      what: 'the restore point',
      look: 'Check again',
      /** `at`: when a read reported it; `press`: when the script was requested. */
      mounted: (at: string, press: string) =>
        `Azure reported at ${at} that the restore point is mounted. This browser’s request of ${press} might have mounted it. The script was in the missing answer. Get a new script.`,
      mountedBefore: (at: string, press: string) =>
        `Azure reported at ${at} that the restore point is mounted. It already was before this browser’s request of ${press}, so this doesn’t show whether the request arrived. Get a new script.`,
      notMounted: (at: string) =>
        `Azure reported at ${at} that the restore point isn’t mounted. The request might still be in progress. Check again in a minute, or get a new script.`,
      notReported: 'Azure doesn’t report whether the restore point is mounted.',
      notRead: 'Not checked since the request.',
      again: 'Get a new script',
    },
  },
  ready: {
    title: 'Script and password',
    mountedTitle: 'The restore point was mounted',
    overTitle: 'The session has ended by its time',
    unmountedTitle: 'The disks are unmounted',
    body: (vm: string, point: string) => `You can now mount the disks of ${vm} as of ${point}.`,
    left: (time: string, duration: string) => `The session ends at ${time}, in ${duration}.`,
    leftUnknown:
      'Azure didn’t report when the session ends. The documentation says after 12 hours.',
    over: (time: string) => `The session ended at ${time} by its own time.`,
    soon: 'Finish copying, or get a new script.',
    unmounted: (at: string) =>
      `Azure reported at ${at} that the restore point isn’t mounted. The script no longer works.`,
    unconfirmed:
      'Until the disks are unmounted, the backup of the system that ran the script can fail.',
    steps: 'Next steps',
    script: {
      title: '1. Save the script',
      name: 'File name',
      keepName: 'Save it under exactly this name. It doesn’t work under another name.',
      save: 'Save the script',
      download: 'Download the program from Microsoft',
      asNamed:
        'The browser saves the program under its own name. Rename it to the file name above, or use these two PowerShell lines to save and start it.',
      saveLine: 'PowerShell to save it',
      startLine: 'PowerShell to start it',
    },
    password: {
      title: '2. Copy the password',
      label: 'Password',
      show: 'Show password',
      hide: 'Hide password',
      note: 'The script asks for it. Restore Center doesn’t store it: after a reload, get a new script.',
    },
    run: {
      title: '3. Run the script',
      windows:
        'Run it as an administrator on the system you selected. The disks appear as new volumes with drive letters.',
      linux:
        'Run it as root on the system you selected. It mounts the disks in a new folder next to it and prints the path.',
      linuxCommands: 'Shell commands',
      unknown: 'Run it as an administrator on the system you selected.',
      check: 'Check the connection first',
      large: 'With very large disks, wait 20 to 30 minutes before you run it.',
    },
    copy: {
      title: '4. Copy the files',
      pace: 'Copying takes about an hour per GB. Copy only what you need.',
      mount:
        'Never run mount -a there: Linux might mount the disks of the backup instead of its own.',
      acl: 'The files keep their permissions.',
    },
    unmount: {
      title: 'Unmount the disks',
      lastStep: '5. Unmount the disks',
      what: 'the end of the session',
    },
    lostPassword: {
      title: 'The password isn’t stored',
      body: 'It was shown only in the tab that requested the script. Get a new script. Disks mounted with the old one might be disconnected. The documentation doesn’t mention this.',
      again: 'Get a new script',
    },
    unusable: {
      noProgram: 'Azure’s answer has no script.',
      noPassword: 'Azure’s answer has no password.',
      unreadable: 'Couldn’t read the script in Azure’s answer.',
      instead:
        'To get the files another way, restore the disks to a resource group and attach them to a VM.',
      mounted: 'The restore point might still be mounted: unmount its disks.',
      disks: 'Restore the disks',
    },
    again: 'Get a new script',
  },
  troubles: {
    title: 'Troubleshooting',
    what: 'the messages of the script',
    search: 'Search messages',
    heads: ['What you see', 'What it means', 'What to do'] as const,
    shown: (count: number, all: number) => `${String(count)} of ${String(all)}`,
    none: 'No matches',
  },
} as const);

/** A trouble with the script: what people see, what it means, and what to do. */
export interface ScriptTrouble {
  readonly seen: string;
  readonly means: string;
  readonly help: string;
}

/** What the script prints or leaves when something goes wrong (pages of 2019 and 2023). */
export const scriptTroubles: readonly ScriptTrouble[] = sentences([
  {
    seen: 'Exception caught while connecting to target',
    means: 'The system can’t reach the service that provides the disks.',
    help: 'Open ports 443, 3260 and 53, and run the check script of the step Where to run it. A proxy might block iSCSI.',
  },
  {
    seen: 'The target has already been logged in via an iSCSI session.',
    means: 'The disks are already mounted on this system.',
    help: 'Look for the volumes in File Explorer or in the folder of the script. If they’re missing, unmount the disks here, and get a new script.',
  },
  {
    seen: 'This script is invalid because the disks have been dismounted via portal/exceeded the 12-hr limit.',
    means: 'The session has ended, or the disks were unmounted.',
    help: 'Get a new script.',
  },
  {
    seen: 'The script completes but doesn’t print “New volumes attached”.',
    means: 'The disks are attached, but no new drive letter was detected.',
    help: 'Look in File Explorer and in Disk Management.',
  },
  {
    seen: 'The disks are offline in Disk Management.',
    means: 'Windows keeps the disks of another system offline.',
    help: 'Select Online for each disk. Never initialize or format them.',
  },
  {
    seen: 'The script rejects the password.',
    means: 'The password has 15 characters and works with this script only.',
    help: 'Copy it again without spaces around it. After you get a new script, use its password.',
  },
  {
    seen: 'The program doesn’t start or reports a wrong name.',
    means: 'Its file name contains data it needs.',
    help: 'Save it under exactly the file name shown here.',
  },
  {
    seen: 'The script asks to install open-iscsi or lshw.',
    means: 'Linux requires both to attach the disks.',
    help: 'Agree, or install them with the package manager first.',
  },
  {
    seen: 'Volumes of LVM, of a software RAID, of Storage Spaces or of dynamic disks are missing.',
    means: 'They span several disks.',
    help: 'Assemble them with the tools of a system other than the backed-up VM. Or restore the disks.',
  },
  {
    seen: 'A read takes very long or times out on a very large disk.',
    means: 'The service needs time to prepare the disk.',
    help: 'Wait 20 to 30 minutes, apply the settings in the step Where to run it, and run the script again.',
  },
  {
    seen: 'UserErrorUnableToOpenMount',
    means: 'The backup of the system that ran the script finds stale mount points.',
    help: 'Unmount the disks, remove the remaining mount points, and run the backup again.',
  },
  {
    seen: 'After unmounting, Linux still shows the mount paths.',
    means: 'The session ended, but its folders remain.',
    help: 'Run umount on each path, and remove the folder of the script.',
  },
]);
