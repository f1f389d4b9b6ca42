import { sentences } from '#src/strings/sentences.ts';

/** A trouble with the script: what people see, what it means, and what to do. */
export interface ScriptTrouble {
  readonly seen: string;
  readonly means: string;
  readonly help: string;
}

/** What the script prints or leaves when something goes wrong (aftercare §3.3, the pages of 2019 and 2023). */
export const scriptTroubles: readonly ScriptTrouble[] = sentences([
  {
    seen: 'Exception caught while connecting to target',
    means: 'The system can’t reach the service that provides the disks.',
    help: 'Open the ports 443, 3260 and 53, and run the check script of the step Where to run it. A proxy might block iSCSI.',
  },
  {
    seen: 'The target has already been logged in via an iSCSI session.',
    means: 'The disks are already mounted on this system.',
    help: 'Look for the volumes in File Explorer or below the folder of the script. Otherwise unmount the disks here, and get a new script.',
  },
  {
    seen: 'This script is invalid because the disks have been dismounted via portal/exceeded the 12-hr limit.',
    means: 'The session has ended, or the disks were unmounted.',
    help: 'Get a new script.',
  },
  {
    seen: 'The script ends well and doesn’t print “New volumes attached”.',
    means: 'The disks are attached, and no new drive letter was noticed.',
    help: 'Look in File Explorer and in Disk Management.',
  },
  {
    seen: 'The disks are offline in Disk Management.',
    means: 'Windows leaves the disks of another system offline.',
    help: 'Select Online for each. Never initialize or format them.',
  },
  {
    seen: 'The script rejects the password.',
    means: 'It has 15 characters and belongs to this one script.',
    help: 'Copy it again without blanks around it. After a new script only the new password counts.',
  },
  {
    seen: 'The program doesn’t start or says that its name is wrong.',
    means: 'A part of what it needs is in its file name.',
    help: 'Save it under exactly the file name that is shown here.',
  },
  {
    seen: 'The script asks to install open-iscsi or lshw.',
    means: 'Linux needs both to attach the disks.',
    help: 'Agree, or install them with the package manager first.',
  },
  {
    seen: 'Volumes of LVM, of a software RAID, of Storage Spaces or of dynamic disks are missing.',
    means: 'They are put together from several disks.',
    help: 'Put them together with the tools of the system, on another system than the backed-up VM. Or restore the disks.',
  },
  {
    seen: 'A read takes very long or times out on a very large disk.',
    means: 'The service needs time to prepare it.',
    help: 'Wait 20 to 30 minutes, set the longer times of the step Where to run it, and run the script again.',
  },
  {
    seen: 'UserErrorUnableToOpenMount',
    means: 'The backup of the system that ran the script finds mount points that lead nowhere.',
    help: 'Unmount the disks, remove the mount points that are left, and run the backup again.',
  },
  {
    seen: 'After unmounting, Linux still shows the mount paths.',
    means: 'The session is gone, and its folders stay.',
    help: 'Run umount on each of them, and remove the folder of the script.',
  },
]);
