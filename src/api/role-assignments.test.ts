import { describe, expect, test } from 'vitest';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { listRoleIds } from '#src/api/authorization.ts';
import { resourceId } from '#src/model/resource-id.ts';

const host = 'https://management.azure.com';
const group = resourceId('/subscriptions/1/resourceGroups/rg');
const assignment = (scope: string, roleDefinitionId: string) => ({
  properties: { scope, roleDefinitionId, principalId: 'p' },
});

describe('the roles of an identity in a scope', () => {
  test('are those of the scope and above it, each once', async () => {
    const { arm, sent } = testArm(
      inTurn(() =>
        answer(200, {
          value: [
            assignment('/', '/roles/root'),
            assignment('/subscriptions/1', '/roles/a'),
            assignment('/SUBSCRIPTIONS/1/resourcegroups/RG', '/roles/b'),
            assignment(group, '/roles/a'),
            assignment(`${group}/providers/X/y/z`, '/roles/below'),
          ],
        }),
      ),
    );
    expect(await listRoleIds(arm, group, 'p-1')).toEqual(['/roles/root', '/roles/a', '/roles/b']);
    expect(sent.map(({ url }) => url)).toEqual([
      `${host}${group}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=assignedTo('p-1')`,
    ]);
  });
});
