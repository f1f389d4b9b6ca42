import { expect, test } from 'vitest';
import { commvaultJobSpec } from '#src/datasources/commvault-vm/job/CommvaultJob.tsx';
import { commvaultSteps, shownCommvaultSteps } from '#src/datasources/commvault-vm/job/steps.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { commvaultRules } from '#src/rules/catalogue/commvault.ts';
import type { Settled } from '#src/rules/settle.ts';

const machineId = resourceId('/subscriptions/s/x/virtualMachines/app01-r');
const OWN = ['own.backup', 'own.address', 'own.extensions'];
const speaking = (...ids: readonly string[]): Settled['verdicts'] =>
  commvaultRules.flatMap((rule) => (ids.includes(rule.id) ? [{ rule, state: 'speaks' }] : []));

test('the next steps are those of the checklist that speaks, and those of any VM', () => {
  expect(commvaultSteps({ verdicts: speaking() })).toEqual(OWN);
  const checklist = commvaultRules.filter(({ kind }) => kind === 'checklist').map(({ id }) => id);
  expect(commvaultSteps({ verdicts: speaking(...checklist, 'commvault.os') })).toEqual([
    ...checklist,
    ...OWN,
  ]);
});

test('a restore of another browser shows all steps, with their sources and checks', () => {
  const steps = shownCommvaultSteps(machineId, null);
  expect(steps).toHaveLength(6);
  expect(steps.find(({ id }) => id === 'commvault.cmk.des')).toMatchObject({
    check: { kind: 'keys', machineId },
    source: 'Commvault restores, Considerations, undated',
  });
  expect(steps.find(({ id }) => id === 'own.address')).toMatchObject({
    check: { kind: 'address', wanted: null },
    source: null,
  });
  expect(shownCommvaultSteps(null, ['own.address', 'gone'])).toMatchObject([{ check: null }]);
});

test.each([
  ['commvault.nsg.none', true],
  ['own.backup', true],
  ['after.extensions', false],
  ['constructor', false],
])('the step %s has a text: %s', (id, has) => {
  expect(commvaultJobSpec.stepText?.(id) !== null).toBe(has);
});
