import { type RuleCase } from './case.ts';

const id =
  '/subscriptions/sub-A/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/restore';

/** Our own examples: names and ids that Azure refuses, and their like that it takes. */
export const platformCases: readonly RuleCase[] = [
  {
    id: 'P01-names-at-their-limits',
    given: {},
    when: { vmName: `a${'b'.repeat(62)}_`, rgIsNew: true, rg: `(${'ü'.repeat(88)})` },
    expected: {},
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P02-names-too-long',
    given: {},
    when: { vmName: 'a'.repeat(65), rgIsNew: true, rg: 'a'.repeat(91) },
    expected: { blocked: ['platform.vm-name.length', 'platform.rg-name.length'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P03-names-with-other-characters',
    given: {},
    when: { vmName: 'büro/1', rgIsNew: true, rg: 'team a' },
    expected: { blocked: ['platform.vm-name.characters', 'platform.rg-name.characters'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P04-names-with-bad-ends',
    given: {},
    when: { vmName: 'web-', rgIsNew: true, rg: 'team.' },
    expected: { blocked: ['platform.vm-name.edges', 'platform.rg-name.end'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P05-names-with-blanks-around',
    given: {},
    when: { vmName: ' web', rgIsNew: true, rg: 'team ' },
    expected: { blocked: ['platform.vm-name.blanks', 'platform.rg-name.blanks'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P06-name-of-blanks-alone',
    given: {},
    when: { vmName: '   ' },
    expected: { blocked: ['platform.vm-name.blanks'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P07-group-that-exists-is-not-judged',
    given: {},
    when: { rg: 'team.' },
    expected: { absent: ['platform.rg-name.end'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P08-disks-have-no-machine-name',
    given: {},
    when: { option: 'restoreDisks', vmName: 'web-', rgIsNew: true, rg: 'team.' },
    expected: { blocked: ['platform.rg-name.end'] },
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P09-reserved-words',
    given: {},
    when: { vmName: 'my-Windows-web' },
    expected: { warned: ['platform.vm-name.reserved'] },
    source: 'Resolve errors for reserved resource names',
  },
  {
    id: 'P10-words-that-only-contain-a-reserved-name',
    given: {},
    when: { vmName: 'azure-login1' },
    expected: { absent: ['platform.vm-name.reserved'] },
    source: 'Resolve errors for reserved resource names',
  },
  {
    id: 'P11-identity-id',
    given: {},
    when: { identity: 'user', identityId: id },
    expected: {},
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P12-identity-id-in-other-letters',
    given: {},
    when: { identity: 'user', identityId: id.toUpperCase() },
    expected: {},
    source: 'Naming rules and restrictions for Azure resources',
  },
  {
    id: 'P13-identity-id-with-blanks-around',
    given: {},
    when: { identity: 'user', identityId: `${id}\n` },
    expected: { blocked: ['platform.identity-id.blanks'] },
    source: 'Pasted ids',
  },
  {
    id: 'P14-identity-id-of-something-else',
    given: {},
    when: { identity: 'user', identityId: '00000000-0000-0000-0000-000000000000' },
    expected: { required: ['platform.identity-id.form'] },
    source: 'Pasted ids',
  },
  {
    id: 'P16-identity-id-of-another-kind-of-resource',
    given: {},
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
    given: {},
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
    when: { group: 'replaceExisting', option: 'replaceDisks', confirmReplace: true },
    expected: { blocked: ['platform.replace.running'] },
    source: 'Frequently asked questions: back up Azure VMs',
  },
  {
    id: 'P19-replace-once-it-is-shut-down',
    given: { vm: { isRunning: false } },
    when: { group: 'replaceExisting', option: 'replaceDisks', confirmReplace: true },
    expected: { absent: ['platform.replace.running'] },
    source: 'Frequently asked questions: back up Azure VMs',
  },
  {
    id: 'P20-a-running-machine-is-restored-beside-itself',
    given: { vm: { isRunning: true } },
    when: {},
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
    id: 'P15-identity-id-left-over',
    given: {},
    when: { identityId: 'left over' },
    expected: { absent: ['platform.identity-id.form'] },
    source: 'Pasted ids',
  },
];
