import { sentences } from '#src/strings/sentences.ts';

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
