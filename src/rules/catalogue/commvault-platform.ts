import { sameRegion } from '#src/model/places.ts';
import type { FullChoices } from '../choices.ts';
import { isCsr, listed, same } from '../derived.ts';
import { either } from '../known.ts';
import { rules } from '../rule.ts';
import { ours } from '../sources.ts';

const required = ours('What a restore by Commvault asks for');
const reported = ours('What Commvault reports of the VM');
const azure = ours('What Azure requires of the VM that Commvault creates');
const request = ours('How Commvault reads the request of a restore');

const isNew = (c: FullChoices): boolean => c.cv === 'out-of-place';

/** A name that Azure accepts for a VM. */
const VM_NAME = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_])?$/i;

/** What Commvault and Azure refuse whatever document 003 says. In scope for Commvault alone, as {@link commvaultRules}. */
export const commvaultPlatformRules = rules('commvault', [
  {
    id: 'platform.commvault.instance',
    kind: 'require-field',
    field: 'instance',
    when: (_, c) => c.instance === null,
    source: [required],
  },
  {
    id: 'platform.commvault.point',
    kind: 'require-field',
    field: 'point',
    when: (_, c) => c.instance !== null && c.recoveryPointId === null,
    source: [required],
  },
  {
    id: 'platform.commvault.restore-disabled',
    kind: 'block',
    field: 'instance',
    when: ({ commvault }) => !commvault.isRestoreEnabled,
    source: [reported],
  },
  {
    id: 'platform.commvault.passkey',
    kind: 'block',
    field: 'instance',
    when: ({ commvault }) => commvault.needsPasskey,
    source: [reported],
  },
  {
    id: 'platform.commvault.os-disk',
    kind: 'block',
    field: 'instance',
    when: ({ commvault }) => !commvault.hasOsDisk,
    source: [reported],
  },
  {
    id: 'platform.commvault.ultra-disks',
    kind: 'warn',
    field: 'instance',
    when: ({ vm }) => vm.hasUltraDisks,
    source: [ours('What Commvault backs up')],
  },
  {
    id: 'platform.commvault.point.later',
    kind: 'warn',
    field: 'point',
    when: ({ point }) => point.ageHours < 0,
    source: [request],
  },
  {
    id: 'platform.commvault.hypervisor',
    kind: 'require-field',
    field: 'hypervisor',
    when: (_, c) => c.instance !== null && c.hypervisor === null,
    source: [required],
  },
  {
    id: 'platform.commvault.in-place.confirm',
    kind: 'require-field',
    field: 'confirmReplace',
    when: (_, c) => c.cv === 'in-place' && !c.confirmReplace,
    source: [ours('A VM is deleted only by its name')],
  },
  {
    id: 'platform.commvault.subscription',
    kind: 'require-field',
    field: 'subscription',
    when: (_, c) => c.cv !== null && c.subscription === null,
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
    instead: [{ field: 'subscription', set: ({ commvault }) => commvault.hypervisorSubscription }],
    source: [ours('A hypervisor is one set of credentials of Azure')],
  },
  {
    id: 'platform.commvault.name',
    kind: 'require-field',
    field: 'vmName',
    when: (_, c) => isNew(c) && c.vmName === null,
    source: [required],
  },
  {
    id: 'platform.commvault.name.form',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => isNew(c) && c.vmName !== null && !VM_NAME.test(c.vmName),
    source: [azure],
  },
  {
    id: 'platform.commvault.name.taken',
    kind: 'block',
    field: 'vmName',
    when: ({ target }, c) =>
      isNew(c) && !c.overwrite && c.vmName !== null && listed(target.vmNames, c.vmName),
    source: [azure],
  },
  {
    id: 'platform.commvault.rg',
    kind: 'require-field',
    field: 'rg',
    when: (_, c) => isNew(c) && c.rg === null,
    source: [required],
  },
  {
    id: 'platform.commvault.region',
    kind: 'require-field',
    field: 'region',
    when: (_, c) => isNew(c) && c.region === null,
    source: [required],
  },
  {
    id: 'platform.commvault.size',
    kind: 'require-field',
    field: 'vmSize',
    when: (_, c) => isNew(c) && c.vmSize === null,
    source: [required],
  },
  {
    id: 'platform.commvault.size.available',
    kind: 'block',
    field: 'vmSize',
    when: ({ platform }, c) => isNew(c) && c.vmSize !== null && !platform.skuAvailable,
    source: [azure],
  },
  {
    id: 'platform.commvault.cores',
    kind: 'block',
    field: 'vmSize',
    when: ({ commvault }, c) => isNew(c) && c.vmSize !== null && !commvault.hasCores,
    source: [azure],
  },
  {
    id: 'platform.commvault.account',
    kind: 'require-field',
    field: 'staging',
    when: (_, c) => c.cv !== null && c.staging === null,
    source: [required],
  },
  {
    // An account elsewhere is no answer: the worked examples change the region alone.
    id: 'platform.commvault.account.region',
    kind: 'require-field',
    field: 'staging',
    when: (_, c) =>
      c.staging !== null && c.region !== null && !sameRegion(c.staging.region, c.region),
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
    source: [azure],
  },
  {
    // As with the storage account.
    id: 'platform.commvault.network.region',
    kind: 'require-field',
    field: 'vnet',
    when: (_, c) => isNew(c) && c.vnet !== null && !sameRegion(c.vnet.region, c.region),
    source: [azure],
  },
  {
    id: 'platform.commvault.subnet',
    kind: 'require-field',
    field: 'subnet',
    when: (_, c) => isNew(c) && c.vnet !== null && c.subnet === null,
    source: [azure],
  },
  {
    id: 'platform.commvault.nsg.region',
    kind: 'warn',
    field: 'securityGroup',
    when: ({ vm }, c) =>
      isNew(c) && c.securityGroup === null && vm.hasNsg && !sameRegion(c.region, vm.region),
    source: [azure],
  },
  {
    id: 'platform.commvault.overwrite.confirm',
    kind: 'require-field',
    field: 'consequenceRead',
    when: (_, c) => c.action === 'submit' && isNew(c) && c.overwrite && !c.consequenceRead,
    source: [ours('A VM is deleted only once that is confirmed')],
  },
]);
