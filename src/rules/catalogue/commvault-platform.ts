import { sameRegion } from '#src/model/places.ts';
import type { FullFacts } from '../facts.ts';
import type { FullChoices } from '../fields.ts';
import { isCsr, isAmong, same } from '../derived.ts';
import { all, either } from '../known.ts';
import { advice, ours, rules, service } from '../rule.ts';

const required = ours('What a restore by Commvault asks for');
const reported = ours('What Commvault reports of the VM');
const azure = ours('What Azure requires of the VM that Commvault creates');
const request = ours('How Commvault reads the request of a restore');

const isNew = (c: FullChoices): boolean => c.cv === 'out-of-place';

/** Commvault deletes the VM whose name and resource group the new one has. */
const overwritesSource = (facts: FullFacts, c: FullChoices): boolean =>
  c.overwrite &&
  all(
    () => same(c.vmName, facts.vm.name),
    () => same(c.rg, facts.vm.resourceGroup),
    () => !isCsr(facts, c),
  );

/** A name that Azure accepts for a VM. */
const VM_NAME = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_])?$/i;

/** What Commvault and Azure refuse whatever document 003 says. In scope for Commvault alone, as {@link commvaultRules}. */
export const commvaultPlatformRules = rules('commvault', [
  {
    id: 'platform.commvault.instance',
    kind: 'require-field',
    field: 'instance',
    when: (_, c) => c.instance === null,
    say: 'Select the VM to restore.',
    by: service('The body names the VM by its GUID.'),
    source: [required],
  },
  {
    id: 'platform.commvault.point',
    kind: 'require-field',
    field: 'point',
    when: (_, c) => c.instance !== null && c.recoveryPointId === null,
    say: 'Select a restore point.',
    by: advice('Without a time Commvault restores its newest backup.'),
    source: [required],
  },
  {
    id: 'platform.commvault.restore-disabled',
    kind: 'block',
    field: 'instance',
    when: ({ commvault }) => !commvault.isRestoreEnabled,
    say: 'Restores are turned off for this VM in Commvault. Turn them on there first.',
    short: 'Restores are turned off',
    by: service('The CommServe returns that access is denied.'),
    source: [reported],
  },
  {
    id: 'platform.commvault.passkey',
    kind: 'block',
    field: 'instance',
    when: ({ commvault }) => commvault.needsPasskey,
    say: 'Commvault requires a passkey to restore this VM. Restore it in Command Center.',
    short: 'Requires a passkey',
    by: service('The CommServe returns that it requires the passkey.'),
    source: [reported],
  },
  {
    id: 'platform.commvault.os-disk',
    kind: 'block',
    field: 'instance',
    when: ({ commvault }) => !commvault.hasOsDisk,
    say: 'The backup doesn’t hold the OS disk, so Commvault can’t create a VM. Remove the disk filter and back up the VM again.',
    short: 'No OS disk in the backup',
    by: service('The job fails: no OS disk found.'),
    source: [reported],
  },
  {
    id: 'platform.commvault.ultra-disks',
    kind: 'warn',
    field: 'instance',
    when: ({ vm }) => vm.hasUltraDisks,
    say: 'Commvault doesn’t back up Ultra disks. They are missing from the restored VM.',
    source: [ours('What Commvault backs up')],
  },
  {
    id: 'platform.commvault.point.later',
    kind: 'warn',
    field: 'point',
    when: ({ point }) => point.ageHours < 0,
    say: 'The restore point is newer than this device’s clock. Commvault searches for backups up to that time. Check the clocks.',
    source: [request],
  },
  {
    id: 'platform.commvault.hypervisor',
    kind: 'require-field',
    field: 'hypervisor',
    when: (_, c) => c.instance !== null && c.hypervisor === null,
    say: 'Select the destination hypervisor.',
    by: service('The body names the hypervisor.'),
    source: [required],
  },
  {
    id: 'platform.commvault.in-place.confirm',
    kind: 'require-field',
    field: 'confirmReplace',
    when: (_, c) => c.cv === 'in-place' && !c.confirmReplace,
    say: 'Type the name of the VM that is restored in place.',
    by: advice('Restore Center asks this, as Command Center does.'),
    source: [ours('A VM is deleted only by its name')],
  },
  {
    id: 'platform.commvault.subscription',
    kind: 'require-field',
    field: 'subscription',
    when: (_, c) => c.cv !== null && c.subscription === null,
    say: 'Select the subscription of the hypervisor.',
    by: advice('It determines which lists from Azure are offered.'),
    source: [required],
  },
  {
    id: 'platform.commvault.subscription.hypervisor',
    kind: 'block',
    field: 'subscription',
    when: ({ commvault }, c) =>
      isNew(c) &&
      c.hypervisor !== null &&
      c.subscription !== null &&
      !same(c.subscription, commvault.hypervisorSubscription),
    say: 'The hypervisor restores to the subscription of its credentials only. Select that one, or another hypervisor.',
    short: 'Needs another hypervisor',
    instead: {
      label: 'Use the subscription of the hypervisor',
      set: [{ field: 'subscription', set: ({ commvault }) => commvault.hypervisorSubscription }],
    },
    by: service('Its credentials are for one subscription.'),
    source: [ours('A hypervisor is one set of credentials of Azure')],
  },
  {
    id: 'platform.commvault.name',
    kind: 'require-field',
    field: 'vmName',
    when: (_, c) => isNew(c) && c.vmName === null,
    say: 'Enter a display name for the new VM.',
    by: advice('Without a name, Commvault generates one.'),
    source: [required],
  },
  {
    id: 'platform.commvault.name.form',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => isNew(c) && c.vmName !== null && !VM_NAME.test(c.vmName),
    say: 'A VM name has 1 to 64 letters, digits, periods, underscores, and hyphens. It starts with a letter or digit and doesn’t end with a period or hyphen.',
    by: service('Azure rejects the name as invalid.'),
    source: [azure],
  },
  {
    id: 'platform.commvault.name.taken',
    kind: 'block',
    field: 'vmName',
    when: ({ target }, c) =>
      isNew(c) && !c.overwrite && c.vmName !== null && isAmong(target.vmNames, c.vmName),
    say: 'The resource group already has a VM with this name. Enter another name, or select Overwrite under Restore options.',
    short: 'Name is taken',
    by: service('The job fails with a conflict.'),
    source: [azure],
  },
  {
    id: 'platform.commvault.rg',
    kind: 'require-field',
    field: 'rg',
    when: (_, c) => isNew(c) && c.rg === null,
    say: 'Select a resource group.',
    by: service('The body names the resource group.'),
    source: [required],
  },
  {
    id: 'platform.commvault.region',
    kind: 'require-field',
    field: 'region',
    when: (_, c) => isNew(c) && c.region === null,
    say: 'Select a region.',
    by: service('The body names the region.'),
    source: [required],
  },
  {
    id: 'platform.commvault.size',
    kind: 'require-field',
    field: 'vmSize',
    when: (_, c) => isNew(c) && c.vmSize === null,
    say: 'Select a VM size.',
    by: advice('Without a size, Commvault selects one.'),
    source: [required],
  },
  {
    id: 'platform.commvault.size.available',
    kind: 'block',
    field: 'vmSize',
    when: ({ platform }, c) => isNew(c) && c.vmSize !== null && !platform.skuAvailable,
    say: 'The subscription can’t use this VM size in the region. Select another size.',
    short: 'Not available',
    by: service('Azure can’t create a VM of this size.'),
    source: [azure],
  },
  {
    id: 'platform.commvault.cores',
    kind: 'block',
    field: 'vmSize',
    when: ({ commvault }, c) => isNew(c) && c.vmSize !== null && !commvault.hasCores,
    say: 'The subscription’s vCPU quota in the region leaves too few vCPUs for this size. Request more quota, or select a smaller size.',
    short: 'Exceeds the vCPU quota',
    by: service('The job fails with a quota error.'),
    source: [azure],
  },
  {
    id: 'platform.commvault.account',
    kind: 'require-field',
    field: 'staging',
    when: (_, c) => c.cv !== null && c.staging === null,
    say: 'Select a storage account.',
    by: service('Commvault requires only this field of the body.'),
    source: [required],
  },
  {
    // An account elsewhere is no answer: the worked examples change the region alone.
    id: 'platform.commvault.account.region',
    kind: 'require-field',
    field: 'staging',
    when: (_, c) =>
      c.staging !== null && c.region !== null && !sameRegion(c.staging.region, c.region),
    say: 'The storage account must be in the region of the restored VM. Select one there.',
    by: service('The job fails when it writes the disks.'),
    source: [azure],
  },
  {
    id: 'platform.commvault.network',
    kind: 'require-field',
    field: 'vnet',
    when: (facts, c) =>
      isNew(c) &&
      c.vnet === null &&
      either(
        () => isCsr(facts, c),
        () => !sameRegion(c.region, facts.vm.region),
      ),
    say: 'In another region or subscription, the source’s network isn’t available. Select a virtual network.',
    by: service('The job finds no such subnet in the region.'),
    source: [azure],
  },
  {
    // As with the storage account.
    id: 'platform.commvault.network.region',
    kind: 'require-field',
    field: 'vnet',
    when: (_, c) => isNew(c) && c.vnet !== null && !sameRegion(c.vnet.region, c.region),
    say: 'The virtual network must be in the region of the restored VM. Select one there.',
    by: service('The job finds no such subnet in the region.'),
    source: [azure],
  },
  {
    id: 'platform.commvault.subnet',
    kind: 'require-field',
    field: 'subnet',
    when: (_, c) => isNew(c) && c.vnet !== null && c.subnet === null,
    say: 'Select a subnet.',
    by: service('A NIC must be in a subnet.'),
    source: [azure],
  },
  {
    id: 'platform.commvault.copy.host-name',
    kind: 'warn',
    field: 'vnet',
    when: (facts, c) =>
      isNew(c) &&
      all(
        () => facts.vm.exists,
        () => facts.commvault.sharesNetwork,
        () => !overwritesSource(facts, c),
      ),
    say: 'The new VM has the host name of its source and is on the same network. While both run, keep them apart, or rename one.',
    source: [ours('A copy beside its source')],
  },
  {
    id: 'platform.commvault.nsg.region',
    kind: 'warn',
    field: 'securityGroup',
    when: ({ vm }, c) =>
      isNew(c) && c.securityGroup === null && vm.hasNsg && !sameRegion(c.region, vm.region),
    say: 'The source’s network security group is in another region. The job completes with errors, and the VM gets none. Select one in the region.',
    source: [azure],
  },
  {
    id: 'platform.commvault.overwrite.confirm',
    kind: 'require-field',
    field: 'consequenceRead',
    when: (_, c) => c.action === 'submit' && isNew(c) && c.overwrite && !c.consequenceRead,
    say: 'Confirm that the existing VM is deleted.',
    by: advice('Restore Center asks this, as Command Center does.'),
    source: [ours('A VM is deleted only once that is confirmed')],
  },
]);
