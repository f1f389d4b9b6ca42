import { restTypeTexts } from './rest-type.ts';
import type { RuleText } from './text.ts';

/** The requests as document 004 prints them (3s). */
export const restTexts = {
  ...restTypeTexts,
  'rest.list': { say: 'GET recoveryPoints has no body and answers 200 with the list.' },
  'rest.fabric': { say: 'fabricName is “Azure”.' },
  'rest.trigger': {
    say: 'POST to restore under a recovery point starts restores of disks and of machines alike.',
  },
  'rest.object-type': { say: 'objectType is “IaasVMRestoreRequest”.' },
  'rest.body.required.disks': {
    say: 'The body needs recoveryPointId, sourceResourceId, storageAccountId and region.',
  },
  'rest.body.required.vm': {
    say: 'Beside the fields of a disk restore the body needs targetVirtualMachineId, targetResourceGroupId, virtualNetworkId and subnetId.',
  },
  'rest.body.false-flags': {
    say: 'createNewCloudService and originalStorageAccountOption are false.',
  },
  'rest.async.202': {
    say: 'The first answer is 202 with Location, Azure-AsyncOperation and Retry-After: 60. A 200 follows when that operation has ended.',
  },
  'rest.async.poll': {
    say: 'Either address is read until it answers 200, with the seconds of Retry-After between two reads.',
  },
  'rest.async.job-id': {
    say: 'Succeeded and a jobId in the 200 say only that the job exists. The restore itself is followed as that job.',
  },
  'rest.vmconfig.after': {
    say: 'When the job has completed, the disks and the configuration file are in the storage account.',
  },
  'rest.storage': {
    say: 'The storage account must be in the vault’s region, or in the paired one when the primary datacenter is down, and not zone-redundant.',
    instead: 'Choose another account',
  },
  'rest.vm-response': {
    say: 'The answer to a machine restore is handled like that to a disk restore.',
  },
  'rest.scope': {
    say: 'One backup serves restores of machines, disks and files. These bodies cover machines and disks.',
  },
  'rest.next-links': {
    say: 'How to follow a job, and all fields of the body, stand in Azure’s reference.',
  },
} as const satisfies Record<string, RuleText>;
