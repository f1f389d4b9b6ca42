import { describe, expect, test } from 'vitest';
import type { Role } from '#src/model/roles.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import { grantScopes, principalOf, targetScope } from '#src/datasources/azure-vm/target-reads.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_REPLACEMENT,
  type Different,
  exampleDraft,
  exampleReads,
  OTHER_SUB,
  PRINCIPAL,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';

const all = [{ actions: ['*'], notActions: [] }];
const none: Role['permissions'] = [];
const operator: Role = { name: 'VM restore operator', permissions: none, dataPermissions: none };
const owner: Role = { name: 'Of our own', permissions: all, dataPermissions: all };
const reader: Role = { name: 'Reader', permissions: none, dataPermissions: none };

const SYSTEM = { vault: { systemPrincipalId: PRINCIPAL } } as const;
const factsWith = (different: Different, choices: Partial<VmChoices> = { identity: 'system' }) =>
  vmFactsOf(exampleReads({ ...SYSTEM, ...different }), exampleDraft(choices).choices);

describe('the chosen identity', () => {
  test.each([
    ['the role on both', [operator], [reader, operator], [true, false]],
    ['the role on the account alone', [operator], [reader], [false, false]],
    ['the role in the group alone', [], [operator], [false, false]],
    ['all actions on both', [owner], [owner], [false, true]],
    ['all actions in the group alone', [operator], [owner], [false, false]],
    ['nothing', [], [], [false, false]],
  ])('with %s', (_, stagingRoles, groupRoles, [hasRestoreOperator, hasAllActions]) => {
    expect(factsWith({ stagingRoles, groupRoles }).identity).toEqual({
      hasRestoreOperator,
      hasAllActions,
    });
  });

  test('that is another than the one whose rights were read is not known', () => {
    const vault = { systemPrincipalId: 'another' };
    expect(factsWith({ vault, stagingRoles: [owner], groupRoles: [owner] }).identity).toEqual({
      hasRestoreOperator: undefined,
      hasAllActions: undefined,
    });
  });

  test.each([
    [{ identity: 'none' }],
    [{ identity: 'user', identityId: '/x' }],
    [{ identity: 'user', identityId: null }],
  ] as const)('that is not selected has no permissions to read: %j', (choices) => {
    expect(factsWith({}, choices).identity).toEqual({});
  });
});

describe('whose permissions are read, and where', () => {
  const reads = exampleReads(SYSTEM);
  const scopesOf = (choices: Partial<VmChoices>) =>
    grantScopes(exampleDraft(choices).choices, reads, OTHER_SUB);

  test('a user’s identity by its id in any letter case', () => {
    const vault = exampleReads({ vault: { userPrincipalIds: { '/ids/one': 'p' } } }).vault;
    const value = vault.state === 'known' ? vault.value : undefined;
    expect(principalOf(value, { identity: 'user', identityId: '/IDS/One' })).toBe('p');
    expect(principalOf(undefined, { identity: 'system', identityId: null })).toBeNull();
  });

  test.each([
    ['the chosen group', {}, `/subscriptions/${OTHER_SUB}/resourceGroups/targetRG`],
    ['a group still to be made', { rgIsNew: true }, `/subscriptions/${OTHER_SUB}`],
    ['no group', { rg: null }, null],
    [
      'the machine’s own, for a replacement',
      { option: 'replaceDisks', rg: null },
      `/subscriptions/${SUB}/resourceGroups/testRG`,
    ],
  ] as const)('%s', (_, choices, expected) => {
    expect(scopesOf(choices).group).toBe(expected);
  });

  test.each([
    ['no group', { rg: null }, `/subscriptions/${OTHER_SUB}`],
    ['the machine’s own group', AS_REPLACEMENT, `/subscriptions/${SUB}/resourceGroups/testRG`],
  ])('of the person, with %s', (_, choices, expected) => {
    expect(targetScope(exampleDraft(choices).choices, reads, OTHER_SUB)).toBe(expected);
  });

  test('of the person nowhere, while neither subscription nor machine is known', () => {
    const unread: Reads = { ...reads, instance: { state: 'loading' } };
    expect(targetScope(exampleDraft(AS_REPLACEMENT).choices, unread, '')).toBeNull();
    expect(targetScope(exampleDraft().choices, unread, '')).toBeNull();
  });

  test('no account while none is chosen', () => {
    expect(scopesOf({ staging: null }).staging).toBeNull();
    expect(scopesOf({ staging: '/a' }).staging).toBe(resourceId('/a'));
  });
});

describe('the person', () => {
  const restore =
    'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action';
  test.each([
    [['*'], true, true],
    [[restore], false, true],
    [[restore, 'Microsoft.RecoveryServices/vaults/backupPolicies/*'], true, true],
    [['*/read'], false, false],
    [['Microsoft.RecoveryServices/vaults/backupPolicies/write'], false, false],
  ])('who may %j on the vault', (actions, isBackupAdmin, isAppAdmin) => {
    const reads: Reads = {
      ...exampleReads(),
      vaultPermissions: { state: 'known', value: [{ actions, notActions: [] }] },
    };
    expect(vmFactsOf(reads, exampleDraft().choices).operator).toMatchObject({
      isBackupAdmin,
      isAppAdmin,
    });
  });

  test.each([
    [['*'], true],
    [['*/read'], false],
    [['Microsoft.Compute/disks/*'], true],
  ])('who may %j where the restore goes: has rights there %s', (actions, expected) => {
    expect(factsWith({ actions }).target?.hasPermissions).toBe(expected);
  });
});
