import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test, vi } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { stepCheckQuery } from '#src/api/queries/step-checks.ts';
import { installClock } from '#src/lib/clock.ts';
import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import { app01, diskId, writesAzure } from '#src/mocks/testing-writes.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { StepCheck, StepRead } from '#src/model/next-steps.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The checks of next steps against the simulated Azure. */

const idOf = (name: string): ResourceId =>
  resourceId(defaultWorld.machines.find(({ id }) => id.endsWith(`/${name}`))?.id ?? '');

function world(faults: readonly Fault[] = []) {
  const it = writesAzure({}, faults);
  startSession(testArm(it.azure.fetch).arm);
  installClock({ now: it.clock.now, realDelayMs: () => 0, onJump: () => () => undefined });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const stored = vi.fn<(result: StepRead) => void>();
  const check = (wanted: StepCheck) =>
    queries.query({
      ...stepCheckQuery({ jobId: '/job', id: 'step' }, wanted, stored),
      staleTime: 0,
    });
  return { ...it, check, stored };
}

const machineId = resourceId(app01.id);

test.each([
  [
    { kind: 'address', machineId, wanted: ['10.20.0.9'] },
    'open',
    [expect.stringMatching(/Dynamic$/)],
  ],
  [
    { kind: 'address', machineId: idOf('dc-hq-01'), wanted: ['x'] },
    'done',
    [expect.stringMatching(/Static$/)],
  ],
  [{ kind: 'set', machineId: idOf('web-fe-07'), wanted: 'avset-web' }, 'done', ['avset-web']],
  [{ kind: 'set', machineId, wanted: 'avset-web' }, 'open', []],
  [
    { kind: 'license', machineId: idOf('sql-erp-02'), wanted: 'Windows_Server' },
    'done',
    ['Windows_Server'],
  ],
  [{ kind: 'license', machineId, wanted: 'Windows_Server' }, 'open', []],
  [{ kind: 'nics', machineId: idOf('files-hq'), wanted: 2 }, 'done', ['2']],
  [{ kind: 'nics', machineId, wanted: 2 }, 'open', ['1']],
  [{ kind: 'extensions', machineId, wanted: ['Monitor'] }, 'open', []],
  [{ kind: 'sql', machineId, wanted: null }, 'unknown', []],
  [{ kind: 'protection', machineId }, 'done', [expect.any(String), 'Protected']],
  [{ kind: 'protection', machineId: resourceId(`${machineId}-new`) }, 'unknown', []],
  [{ kind: 'keys', machineId }, 'open', ['EncryptionAtRestWithPlatformKey']],
  [{ kind: 'keys', machineId: idOf('sap-keys-01') }, 'done', ['EncryptionAtRestWithCustomerKey']],
  [{ kind: 'disks', machineId, wanted: [diskId('new-os'), diskId('gone')] }, 'open', ['new-os']],
  [{ kind: 'disks', machineId, wanted: [diskId('gone')] }, 'done', []],
  [{ kind: 'disks', machineId, wanted: null }, 'unknown', []],
  [{ kind: 'attached', diskId: diskId('new-data') }, 'open', []],
  [{ kind: 'attached', diskId: diskId('gone') }, 'unknown', []],
  [{ kind: 'container', accountId: machineId, name: null }, 'unknown', []],
] as const satisfies readonly (readonly [StepCheck, string, readonly unknown[]])[])(
  '%j is %s',
  async (check, outcome, seen) => {
    const it = world();
    const result = await it.check(check);
    expect(result).toMatchObject({ outcome, seen, at: it.clock.now() });
    expect(it.stored.mock.calls).toEqual([[result]]);
  },
);

test('a VM that was deleted meanwhile is gone, for each check of it', async () => {
  const it = world();
  await it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id: machineId }]);
  for (const check of [
    { kind: 'protection', machineId },
    { kind: 'sql', machineId, wanted: true },
  ] as const) {
    expect(await it.check(check)).toMatchObject({ outcome: 'unknown', isGone: true });
  }
});

describe('what can’t be read', () => {
  test.each([
    ['virtualMachines.get', { kind: 'set', machineId, wanted: 'a' }],
    ['networkInterfaces.get', { kind: 'address', machineId, wanted: ['a'] }],
    ['disks.listByGroup', { kind: 'disks', machineId, wanted: [diskId('new-os')] }],
  ] as const)(
    'by a refusal of %s is no answer, and nothing is stored',
    async (operation, check) => {
      const it = world([fault('f', { operation }, 9, { kind: 'status', status: 403 })]);
      await expect(it.check(check)).rejects.toMatchObject({ name: 'ArmError' });
      expect(it.stored.mock.calls).toEqual([]);
    },
  );
});

test('a VM that changes is read anew', async () => {
  const it = world();
  const check = { kind: 'address', machineId, wanted: ['x'] } as const;
  expect((await it.check(check)).outcome).toBe('open');
  await it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id: machineId }]);
  expect((await it.check(check)).isGone).toBe(true);
});
