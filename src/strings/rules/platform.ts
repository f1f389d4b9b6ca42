import type { RuleText } from './text.ts';

/** Limits of Azure itself: names and pasted IDs. */
export const platformTexts = {
  'platform.vm-name.blanks': {
    say: 'There are blanks before or after the name. Remove them.',
    instead: 'Remove the blanks',
  },
  'platform.vm-name.length': {
    say: 'The name is too long: a virtual machine’s has at most 64 characters.',
  },
  'platform.vm-name.characters': {
    say: 'Azure takes only letters a to z, digits, periods, underscores and hyphens in a machine’s name.',
  },
  'platform.vm-name.edges': {
    say: 'A machine’s name begins with a letter or digit, and does not end with a period or hyphen.',
  },
  'platform.vm-name.reserved': {
    say: 'The name contains a word that Azure reserves. Azure may refuse it; another name is safer.',
  },
  'platform.rg-name.blanks': {
    say: 'There are blanks before or after the name. Remove them.',
    instead: 'Remove the blanks',
  },
  'platform.rg-name.length': {
    say: 'The name is too long: a resource group’s has at most 90 characters.',
  },
  'platform.rg-name.characters': {
    say: 'Azure takes only letters, digits, periods, underscores, hyphens and parentheses in a group’s name.',
  },
  'platform.rg-name.end': {
    say: 'A resource group’s name cannot end with a period.',
    instead: 'Remove the period',
  },
  'platform.identity-id.blanks': {
    say: 'There are blanks before or after the resource id. Remove them.',
    instead: 'Remove the blanks',
  },
  'platform.identity-id.form': {
    say: 'This is not the resource id of a user-assigned identity. It looks like /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/name.',
  },
  'platform.identity-id.kind': {
    say: 'This is the id of another kind of resource, and of no identity. An identity’s has Microsoft.ManagedIdentity/userAssignedIdentities in it.',
    instead: 'Choose an identity of the vault',
  },
  'platform.replace.running': {
    say: 'Azure replaces the disks of a VM only while it is shut down. Shut it down, then check again.',
    instead: 'Create new',
    short: 'The VM isn’t shut down',
  },
  'platform.replace.loss-read': {
    say: 'Tick that you know what the replacement loses.',
  },
  'platform.crr.no-cancel-read': {
    say: 'Tick that you know this restore can’t be canceled.',
  },
  'platform.network.not-with-replace': {
    say: 'A replacement keeps the access of the machine’s disks: its request has no place for another.',
  },
  'platform.disk-access.endpoint': {
    say: 'This disk access has no approved private endpoint, so nobody would reach the disks. Choose another, or have its endpoint approved.',
    instead: 'Choose another disk access',
    short: 'No approved private endpoint',
  },
  'platform.encryption-set.ready': {
    say: 'This disk encryption set was not made to the end. Choose another one.',
    instead: 'Choose another disk encryption set',
    short: 'Not made to the end',
  },
  'platform.identity-id.on-vault': {
    say: 'The vault does not have this identity. Choose one of the vault’s, or assign it to the vault first.',
    instead: 'Choose an identity of the vault',
  },
  'platform.encryption-set.where': {
    say: 'A disk encryption set goes only with a vault under a customer-managed key, managed disks, and a source without Azure Disk Encryption.',
  },
  'platform.copy.host-name': {
    say: 'The copy has the host name of its source, and its account in the domain. Keep the two apart on the network while both run, or rename one.',
    short: 'The copy has the host name and domain account of its source.',
  },
} as const satisfies Record<string, RuleText>;
