import { expect, test } from 'vitest';
import { RESTORE_ACTIONS, RESTORE_DATA_ACTIONS, type Role } from '#src/model/roles.ts';
import { lackingRights } from '#src/datasources/azure-vm/steps/configuration/StagingFields.tsx';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { exampleDraft, exampleReads, PRINCIPAL } from '#src/datasources/azure-vm/testing.ts';

const operator: Role = { name: 'VM Restore Operator', permissions: [], dataPermissions: [] };
const nearly: Role = {
  name: 'Of our own',
  permissions: [{ actions: ['*'], notActions: ['Microsoft.Compute/disks/delete'] }],
  dataPermissions: [{ actions: ['*'], notActions: [] }],
};
const vault = { systemPrincipalId: PRINCIPAL } as const;

const lacking = (
  stagingRoles: readonly Role[],
  groupRoles: readonly Role[],
  choices: Partial<VmChoices> = { identity: 'system' },
) =>
  lackingRights(
    exampleReads({ vault, stagingRoles, groupRoles }),
    exampleDraft(choices).choices,
  ).map(({ scope, actions }) => [scope.split('/').at(-1), actions]);

test('each scope in which the identity can’t restore, with what it lacks there', () => {
  const every = [...RESTORE_ACTIONS, ...RESTORE_DATA_ACTIONS];
  expect(lacking([], [])).toEqual([
    ['testAccount', every],
    ['testRG', every],
  ]);
  expect(lacking([operator], [nearly])).toEqual([['testRG', ['Microsoft.Compute/disks/delete']]]);
  expect(lacking([operator], [operator])).toEqual([]);
});

test('rights that were read of another identity say nothing', () => {
  expect(lacking([], [], { identity: 'none' })).toEqual([]);
  expect(lacking([], [], { identity: 'user', identityId: '/x' })).toEqual([]);
});
