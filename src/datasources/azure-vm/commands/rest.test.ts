import { expect, test } from 'vitest';
import { resourceId } from '#src/model/resource-id.ts';
import { restScript } from '#src/datasources/azure-vm/commands/rest.ts';
import { disks, machine, planOf } from '#src/datasources/azure-vm/commands/testing.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';

const linesOf = (plan: VmPlan): string[] => (restScript(plan).script ?? '').split('\n');
const requestsOf = (plan: VmPlan): string[] =>
  linesOf(plan).filter((line) => /^(GET|PUT|POST) /.test(line));

test('the request is the one that the wizard sends, with its token left to the file', () => {
  const lines = linesOf(planOf(machine));
  expect(lines[0]).toMatch(
    /^POST https:\/\/management\.azure\.com\/subscriptions\/sub-a\/\S+\/recoveryPoints\/123\/restore\?api-version=\S+$/,
  );
  expect(lines[1]).toBe('Authorization: Bearer {{token}}');
  expect(JSON.parse(lines.slice(4).join('\n'))).toMatchObject({
    properties: { recoveryType: 'AlternateLocation', subnetId: machine.subnetId },
  });
});

test('a group that isn’t there is created first, and a restore to the secondary region starts with the access token', () => {
  const newGroup = { subscriptionId: 'sub-a', name: 'rg-target', region: 'northeurope' };
  const plan = planOf({ ...disks, region: 'northeurope' }, { isSecondary: true, newGroup });
  expect(
    requestsOf(plan).map((line) => line.replace(/^(\w+) \S+\/(\w[\w-]*)\?.*$/, '$1 $2')),
  ).toEqual([
    'PUT rg-target',
    'GET backupAadProperties',
    'POST accessToken',
    'POST backupCrossRegionRestore',
  ]);
  expect(restScript(plan).notes).toHaveLength(2);
});

test('a name can’t become a variable, another line or another address', () => {
  const odd = resourceId(`${disks.targetResourceGroupId ?? ''}{{token}}\nDELETE x`);
  const lines = linesOf(
    planOf({ ...disks, targetResourceGroupId: odd, recoveryPointResourceId: odd }),
  );
  expect(lines.filter((line) => line.includes('{{'))).toEqual(['Authorization: Bearer {{token}}']);
  expect(lines.filter((line) => line.startsWith('DELETE'))).toEqual([]);
  expect(JSON.parse(lines.slice(4).join('\n'))).toMatchObject({
    properties: { targetResourceGroupId: odd },
  });
});
