import { describe, expect, test } from 'vitest';

import {
  allows,
  givesRestoreActions,
  hasRestoreRole,
  RESTORE_ACTIONS,
  RESTORE_DATA_ACTIONS,
  type Role,
} from '#src/model/roles.ts';

const role = (
  actions: readonly string[],
  more: { readonly not?: readonly string[]; readonly data?: readonly string[] } = {},
): Role => ({
  name: 'Of our own',
  permissions: [{ actions, notActions: more.not ?? [] }],
  dataPermissions: [{ actions: more.data ?? RESTORE_DATA_ACTIONS, notActions: [] }],
});

test('the document lists 41 actions and 4 data actions', () => {
  expect([RESTORE_ACTIONS.length, RESTORE_DATA_ACTIONS.length]).toEqual([41, 4]);
  expect(new Set(RESTORE_ACTIONS).size).toBe(41);
});

test.each([
  ['VM Restore Operator', true],
  ['vm restore operator', true],
  ['Disk Restore Operator', false],
])('the role %s is the one: %s', (name, expected) => {
  expect(hasRestoreRole([{ ...role([]), name }])).toBe(expected);
});

describe('all actions', () => {
  test.each([
    ['one by one', [role(RESTORE_ACTIONS)], true],
    ['by one star', [role(['*'])], true],
    ['by a star for some of them', [role([...RESTORE_ACTIONS.slice(5), 'Microsoft.*'])], true],
    ['less one', [role(RESTORE_ACTIONS.slice(1))], false],
    ['less a data action', [role(['*'], { data: RESTORE_DATA_ACTIONS.slice(1) })], false],
    ['without data', [role(['*'], { data: [] })], false],
    ['less one that is taken away', [role(['*'], { not: ['*/delete'] })], false],
    ['less nothing of them', [role(['*'], { not: ['Microsoft.Storage/*/regenerate*'] })], true],
    [
      'less a part of what a star stands for',
      [role(['*'], { not: ['Microsoft.Authorization/roleAssignments/read'] })],
      false,
    ],
    [
      'of two roles together',
      [role(RESTORE_ACTIONS.slice(20), { data: [] }), role(RESTORE_ACTIONS.slice(0, 20))],
      true,
    ],
    [
      'that one role takes away and another gives',
      [
        role(['*'], { not: ['Microsoft.Compute/disks/delete'] }),
        role(['Microsoft.Compute/disks/*']),
      ],
      true,
    ],
    ['of no role', [], false],
  ])('%s', (_, roles, expected) => {
    expect(givesRestoreActions(roles)).toBe(expected);
  });
});

describe('an action that holds a star', () => {
  const given = (actions: string[], notActions: string[] = []) =>
    allows([{ actions, notActions }], 'Microsoft.Authorization/*/read');
  test.each([
    [['Microsoft.Authorization/*/read'], [], true],
    [['*/read'], [], true],
    [['Microsoft.Authorization/roleAssignments/read'], [], false],
    [['*'], ['Microsoft.Authorization/*/write'], true],
    [['*'], ['*/roleDefinitions/*'], false],
    [['*'], ['microsoft.authorization/locks/READ'], false],
  ])('is given by %j less %j: %s', (actions, notActions, expected) => {
    expect(given(actions, notActions)).toBe(expected);
  });
});

const write = 'Microsoft.Compute/virtualMachines/write';

describe('what a role allows', () => {
  test.each([
    ['everything', ['*'], [], true],
    ['all reads', ['*/read'], [], false],
    ['a provider', ['Microsoft.Compute/*'], [], true],
    ['the action itself, in other letters', ['microsoft.compute/VIRTUALMACHINES/write'], [], true],
    ['the middle left open', ['Microsoft.Compute/*/write'], [], true],
    ['a longer name only', ['Microsoft.Compute/virtualMachines/write/action'], [], false],
    ['everything less the action', ['*'], [write], false],
    ['everything less all writes', ['*'], ['*/write'], false],
    ['nothing', [], [], false],
    [
      'two stars that would overlap',
      ['Microsoft.Compute/virtualMachines*Machines/write'],
      [],
      false,
    ],
  ])('%s', (_, actions, notActions, expected) => {
    expect(allows([{ actions, notActions }], write)).toBe(expected);
  });

  test('one role cannot take away what another one gives', () => {
    const roles = [
      { actions: ['*'], notActions: [write] },
      { actions: [write], notActions: [] },
    ];
    expect(allows(roles, write)).toBe(true);
  });
});
