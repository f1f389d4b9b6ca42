import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { judgeMachine } from '#src/api/queries/step-checks.ts';
import { actionOf } from '#src/datasources/azure-vm/next-steps/actions.ts';
import {
  itemMadeAfter,
  keepOrder,
  orderOf,
  removeOrder,
  type StepOrder,
  stepOrdersOf,
} from '#src/datasources/azure-vm/next-steps/order.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { app01, writesWorld } from '#src/mocks/testing-writes.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Backup that was set up from a next step, while Resource Graph lags. */

beforeEach(() => {
  resetPageState();
  vi.stubGlobal('localStorage', fakeStorage().area);
});
afterEach(() => {
  vi.unstubAllGlobals();
  installClock(machineClock);
});

/** A world in which no vault backs app01 up, and lists are an hour old. */
function world() {
  const instances = writesWorld.instances.filter((one) => one.machineId !== app01.id);
  const seed = { ...writesWorld, instances };
  const it = testAzure({ seed, faults: [], profile: 'documented', graphLagSeconds: 3600 });
  const { arm } = testArm(it.azure.fetch);
  startSession(arm);
  const realDelayMs = (ms: number): number => {
    it.clock.add(ms / 1000);
    return 0;
  };
  installClock({ now: it.clock.now, realDelayMs, onJump: () => () => undefined });
  return { arm, signal: new AbortController().signal };
}

const machineId = resourceId(app01.id);
const order = {
  kind: 'protect',
  at: 1,
  machineId,
  vaultId: resourceId(prodVault),
  policyId: resourceId(`${prodVault}/backupPolicies/EnhancedDaily`),
  policyName: 'EnhancedDaily',
} as const satisfies StepOrder;

test('its vault shows it once it is done, and lists alone don’t', async () => {
  const reader = world();
  keepOrder('/job', 'backup-again.setup', order);
  const action = actionOf(order, () => undefined);
  confirmAction(action);
  expect(itemMadeAfter('/job')).toBeUndefined();
  await carryOut(action);
  const itemId = itemMadeAfter('/job');
  expect(itemId).toContain(prodVault);

  const machine = await getMachine(reader.arm, machineId);
  if (machine === null) throw new Error('app01 is gone');
  const judge = async (item?: typeof itemId) =>
    judgeMachine(reader, { kind: 'protection', machineId, itemId: item }, machine);
  expect(await judge()).toEqual({ outcome: 'open', seen: [] });
  expect(await judge(itemId)).toEqual({ outcome: 'done', seen: ['EnhancedDaily', 'IRPending'] });
  expect(await judge(resourceId(`${prodVault}/none`))).toMatchObject({ outcome: 'open' });
});

test('what was carried out stays known when it is planned anew, and what was given up doesn’t', async () => {
  world();
  const wanted: StepOrder = { kind: 'license', at: 1, machineId, license: 'RHEL_BYOS' };
  keepOrder('/job', 'special.hub.after', wanted);
  removeOrder('/job', 'special.hub.after');
  expect(stepOrdersOf('/job')).toEqual([]);
  keepOrder('/job', 'special.hub.after', wanted);
  const action = actionOf(wanted, () => undefined);
  confirmAction(action);
  await carryOut(action);
  removeOrder('/job', 'special.hub.after');
  expect(orderOf('/job', 'special.hub.after')).toBeNull();
  expect(stepOrdersOf('/job')).toEqual([wanted]);
});
