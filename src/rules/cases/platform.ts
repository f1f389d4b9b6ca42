import { inSecondary, replacing, type RuleCase } from './case.ts';

const id =
  '/subscriptions/sub-A/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/restore';

/** Our own examples: names and ids that Azure refuses, and their like that it takes. */
export const platformCases: readonly RuleCase[] = [
  {
    id: 'P01-names-at-their-limits',
    when: { vmName: `a${'b'.repeat(62)}_`, rgIsNew: true, rg: `(${'ü'.repeat(88)})` },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P02-names-too-long',
    when: { vmName: 'a'.repeat(65), rgIsNew: true, rg: 'a'.repeat(91) },
    expected: { blocked: ['platform.vm-name.length', 'platform.rg-name.length'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P03-names-with-other-characters',
    when: { vmName: 'büro/1', rgIsNew: true, rg: 'team a' },
    expected: { blocked: ['platform.vm-name.characters', 'platform.rg-name.characters'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P04-names-with-bad-ends',
    when: { vmName: 'web-', rgIsNew: true, rg: 'team.' },
    expected: { blocked: ['platform.vm-name.edges', 'platform.rg-name.end'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P05-names-with-blanks-around',
    when: { vmName: ' web', rgIsNew: true, rg: 'team ' },
    expected: { blocked: ['platform.vm-name.blanks', 'platform.rg-name.blanks'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P06-name-of-blanks-alone',
    when: { vmName: '   ' },
    expected: { blocked: ['platform.vm-name.blanks'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P07-group-that-exists-is-not-judged',
    when: { rg: 'team.' },
    expected: { absent: ['platform.rg-name.end'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P08-disks-have-no-machine-name',
    when: { option: 'restoreDisks', vmName: 'web-', rgIsNew: true, rg: 'team.' },
    expected: { blocked: ['platform.rg-name.end'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P09-reserved-words',
    when: { vmName: 'my-Windows-web' },
    expected: { warned: ['platform.vm-name.reserved'] },
    source: 'Resolve errors for reserved resource names',
  },
  {
    id: 'P10-words-that-only-contain-a-reserved-name',
    when: { vmName: 'azure-login1' },
    expected: { absent: ['platform.vm-name.reserved'] },
    source: 'Resolve errors for reserved resource names',
  },
  {
    id: 'P11-identity-id',
    when: { identity: 'user', identityId: id },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P12-identity-id-in-other-letters',
    when: { identity: 'user', identityId: id.toUpperCase() },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P13-identity-id-with-blanks-around',
    when: { identity: 'user', identityId: `${id}\n` },
    expected: { blocked: ['platform.identity-id.blanks'] },
    source: 'Pasted ids',
  },
  {
    id: 'P14-identity-id-of-something-else',
    when: { identity: 'user', identityId: '00000000-0000-0000-0000-000000000000' },
    expected: { required: ['platform.identity-id.form'] },
    source: 'Pasted ids',
  },
  {
    id: 'P16-identity-id-of-another-kind-of-resource',
    when: {
      identity: 'user',
      identityId:
        '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/st',
    },
    expected: { blocked: ['platform.identity-id.kind'], absent: ['platform.identity-id.form'] },
    source: 'Pasted ids',
  },
  {
    id: 'P17-identity-id-of-no-name',
    when: {
      identity: 'user',
      identityId:
        '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/-',
    },
    expected: { required: ['platform.identity-id.form'], absent: ['platform.identity-id.kind'] },
    source: 'Pasted ids',
  },
  {
    id: 'P18-replace-while-the-machine-runs',
    given: { vm: { isRunning: true } },
    when: replacing,
    expected: { blocked: ['platform.replace.running'] },
    source: 'Frequently asked questions: back up Azure VMs',
  },
  {
    id: 'P19-replace-once-it-is-shut-down',
    given: { vm: { isRunning: false } },
    when: replacing,
    expected: { absent: ['platform.replace.running'] },
    source: 'Frequently asked questions: back up Azure VMs',
  },
  {
    id: 'P20-a-running-machine-is-restored-beside-itself',
    given: { vm: { isRunning: true } },
    expected: { absent: ['platform.replace.running'] },
    source: 'Frequently asked questions: back up Azure VMs',
  },
  {
    id: 'P21-a-machine-that-is-gone-does-not-run',
    given: { vm: { exists: false, isRunning: true } },
    when: { option: 'replaceDisks' },
    expected: { blocked: ['replace.source.exists'], absent: ['platform.replace.running'] },
    source: 'Frequently asked questions: back up Azure VMs',
  },
  {
    id: 'P23-no-cancel-is-ticked-for-disks',
    when: {
      secondary: true,
      region: 'centralus',
      option: 'restoreDisks',
      staging: { region: 'centralus' },
      action: 'submit',
    },
    expected: { required: ['platform.crr.no-cancel-read'] },
    source: '000 §Restore in secondary region, note',
  },
  {
    id: 'P24-no-cancel-is-ticked-for-a-machine',
    when: { ...inSecondary, action: 'submit' },
    expected: { required: ['platform.crr.no-cancel-read'] },
    source: '000 §Restore in secondary region, note',
  },
  {
    id: 'P25-ticked',
    when: { ...inSecondary, consequenceRead: true, action: 'submit' },
    expected: { absent: ['platform.crr.no-cancel-read'] },
    source: '000 §Restore in secondary region, note',
  },
  {
    id: 'P15-identity-id-left-over',
    when: { identityId: 'left over' },
    expected: { absent: ['platform.identity-id.form'] },
    source: 'Pasted ids',
  },
];
