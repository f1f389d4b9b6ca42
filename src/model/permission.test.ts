import { describe, expect, test } from 'vitest';
import { allows } from '#src/model/roles.ts';

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
