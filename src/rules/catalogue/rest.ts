import { isDisaster, isOutsideVaultRegion, isZoneRedundant } from '../derived.ts';
import { either } from '../known.ts';
import { doc000, doc004, rules, service } from '../rule.ts';
import { restTypeRules } from './review.ts';

/** The requests as document 004 prints them (3s). */
export const restRules = [
  ...rules('rest', [
    {
      id: 'rest.list',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'GET recoveryPoints has no body and returns 200 with the list.',
      source: [doc004('Select Recovery point'), doc004('Responses')],
    },
    {
      id: 'rest.fabric',
      kind: 'default',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'fabricName is “Azure”.',
      source: [doc004('Select Recovery point')],
    },
    {
      id: 'rest.trigger',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'POST to restore, under recoveryPoints, starts both disk and VM restores.',
      source: [doc004('Restore disks')],
    },
    {
      id: 'rest.object-type',
      kind: 'default',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'objectType is “IaasVMRestoreRequest”.',
      source: [doc004('Example request')],
    },
  ]),
  ...restTypeRules,
  ...rules('rest', [
    {
      id: 'rest.body.required.disks',
      kind: 'require-field',
      field: null,
      when: (_, c) =>
        c.client === 'rest' &&
        c.option === 'restoreDisks' &&
        [c.recoveryPointId, c.sourceResourceId, c.staging, c.region].some((value) => !value),
      say: 'The body requires recoveryPointId, sourceResourceId, storageAccountId and region.',
      by: service('The sample body in the REST document contains them all.'),
      source: [doc004('Example request')],
    },
    {
      id: 'rest.body.required.vm',
      kind: 'require-field',
      field: null,
      when: (_, c) =>
        c.client === 'rest' &&
        c.option === 'createVm' &&
        [
          c.recoveryPointId,
          c.sourceResourceId,
          c.vmName,
          c.rg,
          c.staging,
          c.vnet,
          c.subnet,
          c.region,
        ].some((value) => !value),
      say: 'Besides the fields of a disk restore, the body requires targetVirtualMachineId, targetResourceGroupId, virtualNetworkId and subnetId.',
      by: service('The sample body in the REST document contains them all.'),
      source: [doc004('Restore as another virtual machine')],
    },
    {
      id: 'rest.body.false-flags',
      kind: 'default',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'createNewCloudService and originalStorageAccountOption are false.',
      source: [doc004('Example request')],
    },
    {
      id: 'rest.async.202',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'The first response is 202 with Location, Azure-AsyncOperation and Retry-After: 60. A 200 follows when the operation ends.',
      source: [doc004('Response')],
    },
    {
      id: 'rest.async.poll',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'Poll either address until it returns 200. Wait the seconds of Retry-After between requests.',
      source: [doc004('Example responses')],
    },
    {
      id: 'rest.async.job-id',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'Succeeded and a jobId in the 200 mean only that the job exists. Track the restore as that job.',
      source: [doc004('Example responses')],
    },
    {
      id: 'rest.vmconfig.after',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest' && c.option === 'restoreDisks',
      say: 'After the job completes, the disks and the configuration file are in the storage account.',
      source: [doc004('Example responses')],
    },
    {
      id: 'rest.storage',
      kind: 'block',
      field: 'staging',
      when: (facts, c) =>
        c.client === 'rest' &&
        c.staging !== null &&
        !c.secondary &&
        either(
          () => isZoneRedundant(c.staging?.redundancy ?? ''),
          () => isOutsideVaultRegion(facts, c) && !isDisaster(facts, c),
        ),
      say: 'The storage account must be in the vault’s region, or in the paired one while the primary datacenter is down. It can’t be zone-redundant.',
      instead: { label: 'Choose another account', set: [{ field: 'staging' }] },
      by: service('The REST document states both conditions for the account in the body.'),
      source: [doc004('Restore disks'), doc000('Restore VMs with special configurations')],
      newer: true,
    },
    {
      id: 'rest.vm-response',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest' && c.option === 'createVm',
      say: 'Handle the response to a VM restore like that to a disk restore.',
      source: [doc004('Restore as another virtual machine')],
    },
    {
      id: 'rest.scope',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'One backup serves VM, disk and file restores. These bodies cover VMs and disks.',
      source: [doc004('Introduction')],
    },
    {
      id: 'rest.next-links',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      say: 'Azure’s reference describes how to track a job, and all fields of the body.',
      source: [doc004('Create request body'), doc004('Example responses')],
    },
  ]),
];
