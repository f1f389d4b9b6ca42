import { afterEach, describe, expect, test } from 'vitest';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { noteEnd, noteOutcome, noteSent } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { diskActionOf } from '#src/datasources/azure-vm/disks/orders.ts';
import { addOrder, type DiskOrder } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { vmAfterwards } from '#src/datasources/azure-vm/job/afterwards.ts';
import { restoredVmOf, vmShownSteps } from '#src/datasources/azure-vm/next-steps/steps.ts';
import { instant } from '#src/lib/time.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { signedIn } from '#src/datasources/azure-vm/testing-writes.ts';
import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import {
  app01,
  diskId,
  machineId,
  nicId,
  subnetId,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { job } from '#src/progress/testing.ts';
import { marksOf } from '#src/wizard/next-steps/marks.ts';
import { linesAfter } from '#src/wizard/next-steps/afterwards.tsx';

/** What was done after a restore, against the simulated Azure. */

freshStorage();
afterEach(() => {
  installClock(machineClock);
});

const NONE = 'No VM of these disks is known yet.';
const SEE_LINES = 'The VM of these disks isn’t known yet. See “Done after the job”.';

const JOB = resourceId('/vault/backupJobs/1');
const lines = () => linesAfter(JOB, { afterwards: vmAfterwards });

/** The remarks of the steps of restored disks, as far as one says that no VM is known. */
function remarks(): readonly string[] {
  const restored = job({ id: JOB, restoreKind: 'restoreDisks' });
  const ground = restoredVmOf({ job: restored, sent: null, group: null, lines: lines() });
  if (ground === null) throw new Error('it is a restore');
  return vmShownSteps(ground, ['backup-again.template-vm']).flatMap(({ remark }) => remark ?? []);
}

const source = resourceId(app01.id);
const swap: DiskOrder = {
  kind: 'swap',
  at: 1,
  machineId: source,
  diskId: diskId('new-os'),
  before: null,
  wasRunning: true,
};
const build: DiskOrder = {
  kind: 'build',
  at: 2,
  machineId: machineId('built01'),
  nicId: nicId('new-nic'),
  subnetId: subnetId('default'),
  address: null,
  region: 'westeurope',
  zone: '1',
  size: 'Standard_D2s_v5',
  osType: 'Linux',
  osDiskId: diskId('new-os'),
  dataDisks: [],
  availabilitySetId: null,
  licenseType: null,
};

const writes = (faults: readonly Fault[] = []) => signedIn(writesAzure({}, faults));

async function carriedOut(order: DiskOrder): Promise<void> {
  const action = diskActionOf(order);
  addOrder(JOB, order);
  confirmAction(action);
  await carryOut(action);
}

describe('“No VM of these disks is known yet”', () => {
  test('stands where nothing was done with them, and points at what was done in part', async () => {
    expect(remarks()).toEqual([NONE]);
    writes();
    await carriedOut({ ...build, size: 'None' });
    // Its NIC is there, and no VM.
    expect(lines()).toMatchObject([{ kind: 'build', state: 'partly', machineId: null }]);
    expect(remarks()).toEqual([SEE_LINES]);
  });

  test('doesn’t after a swap whose VM could not be started', async () => {
    const effect = { kind: 'status', status: 409, code: 'AllocationFailed' } as const;
    writes([fault('f', { operation: 'virtualMachines.start' }, 9, effect)]);
    await carriedOut(swap);
    expect(lines()).toMatchObject([{ kind: 'swap', state: 'partly', machineId: source }]);
    expect(remarks()).toEqual([]);
  });

  test.each([swap, build])('doesn’t after a $kind', async (order) => {
    writes();
    await carriedOut(order);
    expect(lines()).toMatchObject([
      {
        kind: order.kind,
        sentence: diskActionOf(order).sentence,
        state: 'done',
        machineId: order.machineId,
        check: { kind: 'attached', diskId: diskId('new-os'), machineId: order.machineId },
        latest: null,
      },
    ]);
    expect(lines()[0]?.at).toBeGreaterThan(1e12);
    expect(remarks()).toEqual([]);
  });

  test('doesn’t after a deployment, also once Azure’s history has lost it', () => {
    const id = `${machineId('x')}/deployments/rc-1`;
    noteSent(JOB, id);
    expect(lines()).toMatchObject([{ kind: 'deploy', state: 'unknown' }]);
    noteOutcome(JOB, id, 'started');
    expect(lines()).toMatchObject([{ state: 'accepted', machineId: null }]);
    expect(remarks()).toEqual([SEE_LINES]);
    noteEnd(JOB, {
      id: resourceId(id),
      name: 'rc-1',
      status: { kind: 'succeeded' },
      changedAt: instant(7),
      correlationId: null,
      outputs: [nicId('n'), machineId('deployed01')],
      reasons: [],
    });
    expect(lines()).toMatchObject([{ state: 'done', at: 7, machineId: machineId('deployed01') }]);
    expect(remarks()).toEqual([]);
    expect(marksOf(JOB)['after a machine']).toMatchObject({ verified: 7 });
  });
});

test('what was given up is no line', () => {
  addOrder(JOB, build);
  expect(lines()).toEqual([]);
});
