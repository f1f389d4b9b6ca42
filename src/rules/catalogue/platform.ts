import {
  isCzrFromBothTiers,
  isDisaster,
  isAmong,
  isOutsideVaultRegion,
  same,
  takesPlace,
} from '../derived.ts';
import type { FullFacts } from '../facts.ts';
import type { FullChoices } from '../fields.ts';
import { all } from '../known.ts';
import { advice, asNewMachine, doc000, learn, ours, rules, service } from '../rule.ts';

const machineNames = learn(
  'Naming rules and restrictions for Azure resources, Microsoft.Compute, virtualMachines',
);
const groupNames = learn(
  'Naming rules and restrictions for Azure resources, Microsoft.Resources, resourcegroups',
);

const restoreQuestions = learn('Frequently asked questions: back up Azure VMs, Restore');

const MACHINE_NAME_LENGTH = 64;
const GROUP_NAME_LENGTH = 90;

/** The name typed for a new machine, without blanks around it; empty while there is none. */
function machineName(c: FullChoices): string {
  return c.option === 'createVm' ? (c.vmName ?? '').trim() : '';
}

function isNewGroup(c: FullChoices): boolean {
  return c.rgIsNew && c.option !== 'replaceDisks';
}

/** The name typed for a new group, without blanks around it; empty while there is none. */
function groupName(c: FullChoices): string {
  return isNewGroup(c) ? (c.rg ?? '').trim() : '';
}

/** The pasted id of a user-assigned identity, without blanks around it. */
function identityId(c: FullChoices): string {
  return c.identity === 'user' ? (c.identityId ?? '').trim() : '';
}

function hasBlanksAround(text: string | null): boolean {
  return text !== null && text !== text.trim();
}

const userIdentity =
  /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[a-z0-9][a-z0-9_-]*$/i;

const resource =
  /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/([^/\s]+\/[^/\s]+)\/[^/\s]+(?:\/[^/\s]+\/[^/\s]+)*$/i;

/** Whether an id is a good one, and of a resource that is no user-assigned identity. */
function isOfAnotherKind(id: string): boolean {
  const type = resource.exec(id)?.[1];
  return type !== undefined && !same(type, 'Microsoft.ManagedIdentity/userAssignedIdentities');
}

/** Names as a whole that Azure keeps for itself. */
const reserved = new Set(
  `access app_browsers app_code app_data app_globalresources app_localresources app_themes
  app_webreferences azure bing bizspark biztalk cortana directx dotnet dynamics excel exchange
  forefront groove hololens hyperv kinect lync msdn o365 office office365 onedrive onenote outlook
  powerpoint sharepoint skype visio visualstudio web.config xbox`.split(/\s+/),
);

function isReserved(name: string): boolean {
  const folded = name.toLowerCase();
  return reserved.has(folded) || /microsoft|windows|^login/.test(folded);
}

/** What Azure itself refuses, whatever the five documents say: names and pasted ids. */
export const platformRules = rules('platform', [
  {
    id: 'platform.vm-name.blanks',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => c.option === 'createVm' && hasBlanksAround(c.vmName),
    say: 'Remove the spaces before or after the name.',
    instead: {
      label: 'Remove the spaces',
      set: [{ field: 'vmName', set: (_, c) => (c.vmName ?? '').trim() }],
    },
    by: service('Names can’t contain spaces.'),
    source: [machineNames],
  },
  {
    id: 'platform.vm-name.length',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => machineName(c).length > MACHINE_NAME_LENGTH,
    say: 'A VM name can have at most 64 characters.',
    by: service('The resource name can have up to 64 characters.'),
    source: [machineNames],
  },
  {
    id: 'platform.vm-name.characters',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => /[^A-Za-z0-9._-]/.test(machineName(c)),
    say: 'A VM name can contain only letters a to z, digits, periods, underscores, and hyphens.',
    by: service('Azure rejects the name as invalid.'),
    source: [machineNames],
  },
  {
    id: 'platform.vm-name.edges',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => /^[._-]|[.-]$/.test(machineName(c)),
    say: 'A VM name starts with a letter or digit and doesn’t end with a period or hyphen.',
    by: service('Azure rejects the name as invalid.'),
    source: [machineNames],
  },
  {
    id: 'platform.vm-name.reserved',
    kind: 'warn',
    field: 'vmName',
    when: (_, c) => isReserved(machineName(c)),
    say: 'The name contains a word that Azure reserves. Azure might reject it. Another name is safer.',
    source: [learn('Resolve errors for reserved resource names')],
  },
  {
    id: 'platform.rg-name.blanks',
    kind: 'block',
    field: 'rg',
    when: (_, c) => isNewGroup(c) && hasBlanksAround(c.rg),
    say: 'Remove the spaces before or after the name.',
    instead: {
      label: 'Remove the spaces',
      set: [{ field: 'rg', set: (_, c) => (c.rg ?? '').trim() }],
    },
    by: service('Names can’t contain spaces.'),
    source: [groupNames],
  },
  {
    id: 'platform.rg-name.length',
    kind: 'block',
    field: 'rg',
    when: (_, c) => groupName(c).length > GROUP_NAME_LENGTH,
    say: 'A resource group name can have at most 90 characters.',
    by: service('A resource group name can have up to 90 characters.'),
    source: [groupNames],
  },
  {
    id: 'platform.rg-name.characters',
    kind: 'block',
    field: 'rg',
    when: (_, c) => /[^\p{L}\p{Nd}._()-]/u.test(groupName(c)),
    say: 'A resource group name can contain only letters, digits, periods, underscores, hyphens, and parentheses.',
    by: service('Azure rejects the name as invalid.'),
    source: [groupNames],
  },
  {
    id: 'platform.rg-name.end',
    kind: 'block',
    field: 'rg',
    when: (_, c) => groupName(c).endsWith('.'),
    say: 'A resource group name can’t end with a period.',
    instead: {
      label: 'Remove the period',
      set: [{ field: 'rg', set: (_, c) => (c.rg ?? '').trim().replace(/\.+$/, '') }],
    },
    by: service('A resource group name can’t end with a period.'),
    source: [groupNames],
  },
  {
    id: 'platform.identity-id.blanks',
    kind: 'block',
    field: 'identityId',
    when: (_, c) => c.identity === 'user' && hasBlanksAround(c.identityId),
    say: 'Remove the spaces before or after the resource ID.',
    instead: {
      label: 'Remove the spaces',
      set: [{ field: 'identityId', set: (_, c) => (c.identityId ?? '').trim() }],
    },
    by: service('With spaces, it isn’t a resource ID.'),
    source: [ours('Pasted IDs')],
  },
  {
    // What is no resource id is no answer: so the worked examples, which write short names, hold as they are.
    id: 'platform.identity-id.form',
    kind: 'require-field',
    field: 'identityId',
    when: (_, c) =>
      identityId(c) !== '' && !userIdentity.test(identityId(c)) && !isOfAnotherKind(identityId(c)),
    say: 'This isn’t the resource ID of a user-assigned identity, which looks like /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/name.',
    by: service('No other ID names a user-assigned identity.'),
    source: [learn('Naming rules and restrictions for Azure resources, Microsoft.ManagedIdentity')],
  },
  {
    id: 'platform.identity-id.kind',
    kind: 'block',
    field: 'identityId',
    when: (_, c) => isOfAnotherKind(identityId(c)),
    say: 'This is the ID of another kind of resource. An identity’s ID contains Microsoft.ManagedIdentity/userAssignedIdentities.',
    instead: { label: 'Choose an identity of the vault', set: [{ field: 'identityId' }] },
    by: service('Azure can’t use another resource as an identity.'),
    source: [learn('Naming rules and restrictions for Azure resources, Microsoft.ManagedIdentity')],
  },
  {
    id: 'platform.encryption-set.where',
    kind: 'hide-field',
    field: 'diskEncryptionSet',
    when: ({ vm, vault }, c) =>
      c.option === 'replaceDisks' ||
      c.secondary ||
      !vault.cmkEnabled ||
      !vm.isManaged ||
      vm.encryption === 'ADE',
    say: 'A disk encryption set requires a vault with a customer-managed key, managed disks, and a source without Azure Disk Encryption.',
    source: [ours('Disk encryption set, as the Azure CLI allows it')],
  },
  {
    // No field of a step: all else can be made ready while the machine still runs.
    id: 'platform.replace.running',
    kind: 'block',
    field: 'powerState',
    when: ({ vm }, c) => c.option === 'replaceDisks' && vm.exists && vm.isRunning,
    say: 'Azure replaces the disks of a VM only while it is shut down. Shut it down first.',
    short: 'The VM isn’t shut down',
    instead: { label: 'Create new', set: asNewMachine },
    by: service('Azure’s check before the restore fails with UserErrorVmNotShutDown.'),
    source: [restoreQuestions],
  },
  {
    id: 'platform.crr.no-cancel-read',
    kind: 'require-field',
    field: 'consequenceRead',
    when: (_, c) => c.action === 'submit' && c.secondary && !c.consequenceRead,
    say: 'Confirm that you know this restore can’t be canceled.',
    by: advice('Restore Center asks this. Azure doesn’t.'),
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'platform.network.not-with-replace',
    kind: 'hide-field',
    field: ['diskAccess', 'diskAccessId'],
    when: (_, c) => c.option === 'replaceDisks',
    say: 'A replacement keeps the network access of the VM’s disks. Its request can’t change it.',
    source: [ours('Network access of a replacement')],
  },
  {
    id: 'platform.disk-access.endpoint',
    kind: 'block',
    field: 'diskAccessId',
    when: ({ target }, c) =>
      c.diskAccess === 'private' && !!c.diskAccessId && !target.diskAccessUsable,
    say: 'This disk access has no approved private endpoint, so the disks would be unreachable. Select another, or get its endpoint approved.',
    short: 'No approved private endpoint',
    instead: { label: 'Choose another disk access', set: [{ field: 'diskAccessId' }] },
    by: service('The disks would be unreachable, so Azure rejects the restore.'),
    source: [ours('Disk accesses without an approved private endpoint')],
  },
  {
    id: 'platform.encryption-set.ready',
    kind: 'block',
    field: 'diskEncryptionSet',
    when: ({ target }, c) => !!c.diskEncryptionSet && !target.encryptionSetReady,
    say: 'This disk encryption set wasn’t fully created. Select another one.',
    short: 'Not fully created',
    instead: { label: 'Choose another disk encryption set', set: [{ field: 'diskEncryptionSet' }] },
    by: service('Azure can’t encrypt with a set that failed.'),
    source: [ours('Disk encryption sets that weren’t fully created')],
  },
  {
    id: 'platform.identity-id.on-vault',
    kind: 'block',
    field: 'identityId',
    // A vault without any of its kind is refused at the choice of the kind (identity.on-vault).
    when: ({ vault }, c) =>
      vault.identities.includes('user') &&
      userIdentity.test(identityId(c)) &&
      !isAmong(vault.userIdentityIds, identityId(c)),
    say: 'The vault doesn’t have this identity. Select one of the vault’s, or assign it to the vault first.',
    instead: { label: 'Choose an identity of the vault', set: [{ field: 'identityId' }] },
    by: service('The identity must be one of the vault’s.'),
    source: [ours('Identities of the vault')],
  },
  {
    id: 'platform.copy.host-name',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.exists,
    say: 'The copy has the host name and domain account of its source. While both run, keep them apart on the network, or rename one.',
    short: 'The copy has the host name and domain account of its source.',
    source: [ours('A copy beside its source')],
  },
  {
    id: 'platform.backup.stopped',
    kind: 'checklist',
    field: null,
    when: (facts, c) =>
      all(
        () => facts.vm.isProtectionStopped,
        () => c.option === 'replaceDisks' || (c.option === 'createVm' && takesPlace(facts, c)),
      ),
    say: 'The backup of this VM is stopped, so the restored VM isn’t backed up. Resume its backup.',
    source: [ours('Backup instances whose protection is stopped')],
  },
  {
    id: 'platform.czr.both-tiers',
    kind: 'warn',
    field: 'zone',
    // What `czr.block.snapshot` refuses where the documents alone count.
    when: isCzrFromBothTiers,
    say: 'Another zone requires a restore point in the vault tier alone. This one has a snapshot too.',
    source: [doc000('Restore options, Cross Zonal'), doc000('Restore in secondary region')],
    newer: true,
  },
]);

const disaster = doc000('Restore VMs with special configurations');

/**
 * A restore from a vault whose region is down and that keeps its copies there alone. An account in
 * another region is refused by itself (000 §Storage accounts).
 */
function isWithoutCopy(facts: FullFacts, c: FullChoices, redundancy: 'LRS' | 'ZRS'): boolean {
  return (
    c.option !== null &&
    !c.secondary &&
    all(
      () => facts.platform.primaryDown,
      () => facts.vault.redundancy === redundancy,
      () => !isOutsideVaultRegion(facts, c),
    )
  );
}

/** What the datacenter that is down leaves, by the redundancy of the vault. */
export const outageRules = rules('platform', [
  {
    id: 'platform.outage.locally-redundant',
    kind: 'block',
    field: 'option',
    when: (facts, c) => isWithoutCopy(facts, c, 'LRS'),
    say: 'The vault uses locally redundant storage (LRS): its only copy is in the datacenter that is down. You can’t restore until it’s up again.',
    short: 'The only copy is down',
    by: service('Azure can’t create anything in a region that is down.'),
    source: [ours('A vault without a copy elsewhere'), disaster],
  },
  {
    id: 'platform.outage.zone-redundant',
    kind: 'block',
    field: 'option',
    when: (facts, c) => isWithoutCopy(facts, c, 'ZRS'),
    say: 'The vault uses zone-redundant storage (ZRS): all its copies are in the region that is down. You can’t restore until it’s up again. If only its zone is down, answer that at “Is its zone or region down?” to select another zone.',
    short: 'All copies are in this region',
    by: service('Azure can’t create anything in a region that is down.'),
    source: [ours('A vault without a copy elsewhere'), disaster],
  },
  {
    id: 'platform.outage.snapshot',
    kind: 'block',
    field: 'point',
    when: (facts, c) =>
      all(
        () => facts.point.tier === 'Snapshot',
        () => isDisaster(facts, c),
      ),
    say: 'This snapshot is in the region that is down and isn’t replicated to the paired region. Select a restore point in the vault.',
    short: 'Only in the region that is down',
    instead: { label: 'Choose another restore point', set: [{ field: 'point' }] },
    by: service('Only vault data is replicated, so there is nothing to read.'),
    source: [ours('Snapshots while a datacenter is down'), doc000('Restore options, Cross Region')],
  },
  {
    // Of a machine in a zone another rule refuses this (czr.pinned-zone-down).
    id: 'platform.outage.one-datacenter',
    kind: 'warn',
    field: 'option',
    when: ({ vm, vault, platform }, c) =>
      c.option !== null &&
      !c.secondary &&
      all(
        () => platform.pinnedZoneDown,
        () => vault.redundancy === 'LRS',
        () => vm.zone === null,
      ),
    say: 'The vault uses locally redundant storage (LRS): its only copy is in one datacenter. If that is in the zone that is down, you can’t restore until it’s up again.',
    source: [ours('A vault without a copy elsewhere'), disaster],
  },
  {
    id: 'platform.outage.declared',
    kind: 'warn',
    field: 'staging',
    when: (facts, c) => c.option !== null && isDisaster(facts, c),
    say: 'Azure rejects this restore until Microsoft declares the primary region down. Replication can take up to 12 hours, so the newest restore points might be missing.',
    source: [disaster],
  },
]);
