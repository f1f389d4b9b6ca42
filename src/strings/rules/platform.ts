import type { RuleText } from './text.ts';

/** Limits of Azure itself: names and pasted IDs. */
export const platformTexts = {
  'platform.vm-name.blanks': {
    say: 'Remove the spaces before or after the name.',
    instead: 'Remove the spaces',
  },
  'platform.vm-name.length': {
    say: 'A VM name can have at most 64 characters.',
  },
  'platform.vm-name.characters': {
    say: 'A VM name can contain only letters a to z, digits, periods, underscores, and hyphens.',
  },
  'platform.vm-name.edges': {
    say: 'A VM name starts with a letter or digit and doesn’t end with a period or hyphen.',
  },
  'platform.vm-name.reserved': {
    say: 'The name contains a word that Azure reserves. Azure might reject it. Another name is safer.',
  },
  'platform.rg-name.blanks': {
    say: 'Remove the spaces before or after the name.',
    instead: 'Remove the spaces',
  },
  'platform.rg-name.length': {
    say: 'A resource group name can have at most 90 characters.',
  },
  'platform.rg-name.characters': {
    say: 'A resource group name can contain only letters, digits, periods, underscores, hyphens, and parentheses.',
  },
  'platform.rg-name.end': {
    say: 'A resource group name can’t end with a period.',
    instead: 'Remove the period',
  },
  'platform.identity-id.blanks': {
    say: 'Remove the spaces before or after the resource ID.',
    instead: 'Remove the spaces',
  },
  'platform.identity-id.form': {
    say: 'This isn’t the resource ID of a user-assigned identity, which looks like /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/name.',
  },
  'platform.identity-id.kind': {
    say: 'This is the ID of another kind of resource. An identity’s ID contains Microsoft.ManagedIdentity/userAssignedIdentities.',
    instead: 'Choose an identity of the vault',
  },
  'platform.replace.running': {
    say: 'Azure replaces the disks of a VM only while it is shut down. Shut it down first.',
    instead: 'Create new',
    short: 'The VM isn’t shut down',
  },
  'platform.replace.loss-read': {
    say: 'Confirm that you know what the replacement loses.',
  },
  'platform.crr.no-cancel-read': {
    say: 'Confirm that you know this restore can’t be canceled.',
  },
  'platform.network.not-with-replace': {
    say: 'A replacement keeps the network access of the VM’s disks. Its request can’t change it.',
  },
  'platform.disk-access.endpoint': {
    say: 'This disk access has no approved private endpoint, so the disks would be unreachable. Select another, or get its endpoint approved.',
    instead: 'Choose another disk access',
    short: 'No approved private endpoint',
  },
  'platform.encryption-set.ready': {
    say: 'This disk encryption set wasn’t fully created. Select another one.',
    instead: 'Choose another disk encryption set',
    short: 'Not fully created',
  },
  'platform.identity-id.on-vault': {
    say: 'The vault doesn’t have this identity. Select one of the vault’s, or assign it to the vault first.',
    instead: 'Choose an identity of the vault',
  },
  'platform.encryption-set.where': {
    say: 'A disk encryption set requires a vault with a customer-managed key, managed disks, and a source without Azure Disk Encryption.',
  },
  'platform.backup.stopped': {
    say: 'The backup of this VM is stopped, so the restored VM isn’t backed up. Resume its backup.',
  },
  'platform.copy.host-name': {
    say: 'The copy has the host name and domain account of its source. While both run, keep them apart on the network, or rename one.',
    short: 'The copy has the host name and domain account of its source.',
  },
  'platform.czr.both-tiers': {
    say: 'Another zone requires a restore point in the vault tier alone. This one has a snapshot too.',
  },
} as const satisfies Record<string, RuleText>;
