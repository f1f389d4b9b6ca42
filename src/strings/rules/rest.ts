import { restTypeTexts } from './rest-type.ts';
import type { RuleText } from './text.ts';

/** The requests as document 004 prints them (3s). */
export const restTexts = {
  ...restTypeTexts,
  'rest.list': { say: 'GET recoveryPoints has no body and returns 200 with the list.' },
  'rest.fabric': { say: 'fabricName is “Azure”.' },
  'rest.trigger': {
    say: 'POST to restore, under recoveryPoints, starts both disk and VM restores.',
  },
  'rest.object-type': { say: 'objectType is “IaasVMRestoreRequest”.' },
  'rest.body.required.disks': {
    say: 'The body requires recoveryPointId, sourceResourceId, storageAccountId and region.',
  },
  'rest.body.required.vm': {
    say: 'Besides the fields of a disk restore, the body requires targetVirtualMachineId, targetResourceGroupId, virtualNetworkId and subnetId.',
  },
  'rest.body.false-flags': {
    say: 'createNewCloudService and originalStorageAccountOption are false.',
  },
  'rest.async.202': {
    say: 'The first response is 202 with Location, Azure-AsyncOperation and Retry-After: 60. A 200 follows when the operation ends.',
  },
  'rest.async.poll': {
    say: 'Poll either address until it returns 200. Wait the seconds of Retry-After between requests.',
  },
  'rest.async.job-id': {
    say: 'Succeeded and a jobId in the 200 mean only that the job exists. Track the restore as that job.',
  },
  'rest.vmconfig.after': {
    say: 'After the job completes, the disks and the configuration file are in the storage account.',
  },
  'rest.storage': {
    say: 'The storage account must be in the vault’s region, or in the paired one while the primary datacenter is down. It can’t be zone-redundant.',
    instead: 'Choose another account',
  },
  'rest.vm-response': {
    say: 'Handle the response to a VM restore like that to a disk restore.',
  },
  'rest.scope': {
    say: 'One backup serves VM, disk and file restores. These bodies cover VMs and disks.',
  },
  'rest.next-links': {
    say: 'Azure’s reference describes how to track a job, and all fields of the body.',
  },
} as const satisfies Record<string, RuleText>;
