import type { FullChoices } from '../choices.ts';
import { isCzrFromBothTiers, listed, same, takesPlace } from '../derived.ts';
import { all } from '../known.ts';
import { beside, rules } from '../rule.ts';
import { doc000, learn, ours } from '../sources.ts';

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
    instead: [{ field: 'vmName', set: (_, c) => (c.vmName ?? '').trim() }],
    source: [machineNames],
  },
  {
    id: 'platform.vm-name.length',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => machineName(c).length > MACHINE_NAME_LENGTH,
    source: [machineNames],
  },
  {
    id: 'platform.vm-name.characters',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => /[^A-Za-z0-9._-]/.test(machineName(c)),
    source: [machineNames],
  },
  {
    id: 'platform.vm-name.edges',
    kind: 'block',
    field: 'vmName',
    when: (_, c) => /^[._-]|[.-]$/.test(machineName(c)),
    source: [machineNames],
  },
  {
    id: 'platform.vm-name.reserved',
    kind: 'warn',
    field: 'vmName',
    when: (_, c) => isReserved(machineName(c)),
    source: [learn('Resolve errors for reserved resource names')],
  },
  {
    id: 'platform.rg-name.blanks',
    kind: 'block',
    field: 'rg',
    when: (_, c) => isNewGroup(c) && hasBlanksAround(c.rg),
    instead: [{ field: 'rg', set: (_, c) => (c.rg ?? '').trim() }],
    source: [groupNames],
  },
  {
    id: 'platform.rg-name.length',
    kind: 'block',
    field: 'rg',
    when: (_, c) => groupName(c).length > GROUP_NAME_LENGTH,
    source: [groupNames],
  },
  {
    id: 'platform.rg-name.characters',
    kind: 'block',
    field: 'rg',
    when: (_, c) => /[^\p{L}\p{Nd}._()-]/u.test(groupName(c)),
    source: [groupNames],
  },
  {
    id: 'platform.rg-name.end',
    kind: 'block',
    field: 'rg',
    when: (_, c) => groupName(c).endsWith('.'),
    instead: [{ field: 'rg', set: (_, c) => (c.rg ?? '').trim().replace(/\.+$/, '') }],
    source: [groupNames],
  },
  {
    id: 'platform.identity-id.blanks',
    kind: 'block',
    field: 'identityId',
    when: (_, c) => c.identity === 'user' && hasBlanksAround(c.identityId),
    instead: [{ field: 'identityId', set: (_, c) => (c.identityId ?? '').trim() }],
    source: [ours('Pasted IDs')],
  },
  {
    // What is no resource id is no answer: so the worked examples, which write short names, hold as they are.
    id: 'platform.identity-id.form',
    kind: 'require-field',
    field: 'identityId',
    when: (_, c) =>
      identityId(c) !== '' && !userIdentity.test(identityId(c)) && !isOfAnotherKind(identityId(c)),
    source: [learn('Naming rules and restrictions for Azure resources, Microsoft.ManagedIdentity')],
  },
  {
    id: 'platform.identity-id.kind',
    kind: 'block',
    field: 'identityId',
    when: (_, c) => isOfAnotherKind(identityId(c)),
    instead: [{ field: 'identityId' }],
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
    source: [ours('Disk encryption set, as the Azure CLI allows it')],
  },
  {
    // At the last thing asked: all else can be made ready while the machine still runs.
    id: 'platform.replace.running',
    kind: 'block',
    field: 'confirmReplace',
    when: ({ vm }, c) => c.option === 'replaceDisks' && vm.exists && vm.isRunning,
    instead: beside,
    source: [restoreQuestions],
  },
  {
    id: 'platform.replace.loss-read',
    kind: 'require-field',
    field: 'consequenceRead',
    when: (_, c) => c.action === 'submit' && c.option === 'replaceDisks' && !c.consequenceRead,
    source: [doc000('Restore options, Replace existing')],
  },
  {
    id: 'platform.crr.no-cancel-read',
    kind: 'require-field',
    field: 'consequenceRead',
    when: (_, c) => c.action === 'submit' && c.secondary && !c.consequenceRead,
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'platform.network.not-with-replace',
    kind: 'hide-field',
    field: ['diskAccess', 'diskAccessId'],
    when: (_, c) => c.option === 'replaceDisks',
    source: [ours('Network access of a replacement')],
  },
  {
    id: 'platform.disk-access.endpoint',
    kind: 'block',
    field: 'diskAccessId',
    when: ({ target }, c) =>
      c.diskAccess === 'private' && !!c.diskAccessId && !target.diskAccessUsable,
    instead: [{ field: 'diskAccessId' }],
    source: [ours('Disk accesses without an approved private endpoint')],
  },
  {
    id: 'platform.encryption-set.ready',
    kind: 'block',
    field: 'diskEncryptionSet',
    when: ({ target }, c) => !!c.diskEncryptionSet && !target.encryptionSetReady,
    instead: [{ field: 'diskEncryptionSet' }],
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
      !listed(vault.userIdentityIds, identityId(c)),
    instead: [{ field: 'identityId' }],
    source: [ours('Identities of the vault')],
  },
  {
    id: 'platform.copy.host-name',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.exists,
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
    source: [ours('Backup instances whose protection is stopped')],
  },
  {
    id: 'platform.czr.both-tiers',
    kind: 'warn',
    field: 'zone',
    // What `czr.block.snapshot` refuses where the documents alone count.
    when: isCzrFromBothTiers,
    source: [doc000('Restore options, Cross Zonal'), doc000('Restore in secondary region')],
  },
]);
