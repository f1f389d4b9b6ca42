import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetRecord, recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { followOperation } from '#src/api/arm/operation.ts';
import { startFileRecovery } from '#src/api/recovery-services/files.ts';
import { unmountAction } from '#src/datasources/azure-vm/files/UnmountDisks.tsx';
import { signedIn } from '#src/datasources/azure-vm/testing-writes.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleDisks } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Unmounts a restore point of the simulated Azure. */

const pointId = exampleDisks.recoveryPointResourceId;
const machineId = exampleDisks.sourceResourceId;

freshStorage();
beforeEach(() => {
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  installClock(machineClock);
});

function world() {
  const { azure, arm, sent } = signedIn(testAzure('default'));
  return {
    mount: async () => {
      const start = await startFileRecovery(arm, { pointId, machineId }, 'client');
      await followOperation(arm, start?.operation ?? null);
    },
    revokes: () => sent.filter(({ url }) => url.includes('revoke')).length,
    fault: (effect: FaultEffect) =>
      azure.append([
        {
          type: 'fault-added',
          at: 0,
          fault: { id: 'f', match: { operation: 'recoveryPoints.unmount' }, times: 1, effect },
        },
      ]),
  };
}

const actionOf = (since: number | null, onDone = vi.fn<() => void>()) => ({
  action: unmountAction({ pointId, machine: 'app01', since }, onDone),
  onDone,
});

async function confirmed(since: number | null) {
  const { action, onDone } = actionOf(since);
  confirmAction(action);
  await carryOut(action);
  const [step] = recordOf(action.id)?.steps ?? [];
  return { state: step?.state, wasSo: step?.wasSo, done: onDone.mock.calls.length };
}

test('a mounted point is unmounted by one request and read back', async () => {
  const { mount, revokes } = world();
  await mount();
  expect(await confirmed(1)).toEqual({ state: 'done', wasSo: undefined, done: 1 });
  expect(revokes()).toBe(1);
});

test('nothing is sent for a point that is not mounted', async () => {
  const { revokes } = world();
  expect(await confirmed(1)).toEqual({ state: 'done', wasSo: true, done: 1 });
  expect(revokes()).toBe(0);
});

test('a lost answer is read back, and the request is not sent again', async () => {
  const { mount, revokes, fault } = world();
  await mount();
  await fault({ kind: 'answer-lost' });
  const { state } = await confirmed(1);
  expect([state, revokes()]).toEqual(['unknown', 1]);
});

test('a refusal leaves the session as it is', async () => {
  const { mount, fault } = world();
  await mount();
  await fault({ kind: 'status', status: 403, code: 'AuthorizationFailed' });
  expect(await confirmed(1)).toMatchObject({ state: 'refused', done: 0 });
});

test('a later session can be unmounted, and one started elsewhere again', async () => {
  const { mount, revokes } = world();
  await mount();
  await confirmed(1);
  await mount();
  await confirmed(2);
  await mount();
  await confirmed(null);
  await mount();
  forgetRecord(actionOf(null).action.id);
  expect(await confirmed(null)).toMatchObject({ state: 'done', done: 1 });
  expect(revokes()).toBe(4);
});

test('a later session of a point has no record of an earlier one', () => {
  const other = unmountAction(
    { pointId: resourceId(`${pointId}0`), machine: 'app01', since: 1 },
    vi.fn(),
  );
  const ids = [1, 2, null].map((since) => actionOf(since).action.id);
  expect(new Set([...ids, other.id]).size).toBe(4);
});

test('what it changes and loses shows before it is confirmed', () => {
  const { plan, confirmName } = actionOf(1).action;
  expect(confirmName).toBe('app01');
  expect(plan.created).toEqual([]);
  expect(plan.changed.join(' ')).toContain('The script stops working.');
  expect(plan.untouched.join(' ')).toContain('app01');
  expect(plan.lost).toHaveLength(1);
});
