import { describe, expect, test } from 'vitest';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { getRole } from '#src/api/authorization.ts';
import { resourceId } from '#src/model/resource-id.ts';

describe('a role', () => {
  const roleOf = (properties: object) =>
    getRole(testArm(inTurn(() => answer(200, { properties }))).arm, resourceId('/roles/a'));

  test('gives and takes actions, and those of the data inside', async () => {
    const row = { actions: ['a'], notActions: ['b'], dataActions: ['c'], notDataActions: ['d'] };
    expect(await roleOf({ roleName: 'Of our own', permissions: [row] })).toEqual({
      name: 'Of our own',
      permissions: [{ actions: ['a'], notActions: ['b'] }],
      dataPermissions: [{ actions: ['c'], notActions: ['d'] }],
    });
  });

  test('that says nothing gives nothing', async () => {
    expect(await roleOf({})).toEqual({ name: '', permissions: [], dataPermissions: [] });
    expect(await roleOf({ permissions: [{}] })).toMatchObject({
      permissions: [{ actions: [], notActions: [] }],
      dataPermissions: [{ actions: [], notActions: [] }],
    });
  });
});
