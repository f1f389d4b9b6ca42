import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { startSession } from '#src/api/arm/session.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { findRestored } from '#src/api/queries/restored.ts';
import { getJob } from '#src/api/recovery-services/jobs/ops.ts';
import { noteEnd, noteOutcome, noteSent } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { actionOf } from '#src/datasources/azure-vm/disks/actions.ts';
import { addOrder, type DiskOrder } from '#src/datasources/azure-vm/disks/order.ts';
import { vmAfterwards } from '#src/datasources/azure-vm/job/afterwards.ts';
import { actionOf as stepActionOf } from '#src/datasources/azure-vm/next-steps/actions.ts';
import { groundOf } from '#src/datasources/azure-vm/next-steps/ground.ts';
import {
  keepOrder,
  removeOrder,
  type StepOrder,
} from '#src/datasources/azure-vm/next-steps/order.ts';
import { shownSteps } from '#src/datasources/azure-vm/next-steps/shown-steps.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import {
  app01,
  COMPUTE,
  diskId,
  machineId,
  machineOfDisks,
  nicId,
  subnetId,
  withNic,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { machinesMade } from '#src/model/next-steps/afterwards.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { targetOf } from '#src/progress/found.ts';
import { job } from '#src/progress/testing.ts';
import { verdictOf } from '#src/progress/verdict.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { marksOf } from '#src/wizard/next-steps/marks.ts';
import { linesAfter } from '#src/wizard/next-steps/use-afterwards.ts';

/** What was done after a restore, against the simulated Azure. */

beforeEach(() => {
  resetPageState();
  vi.stubGlobal('localStorage', fakeStorage().area);
});
afterEach(() => {
  vi.unstubAllGlobals();
  installClock(machineClock);
});

const JOB = resourceId('/vault/backupJobs/1');
const lines = () => linesAfter(JOB, { afterwards: vmAfterwards });

/** The remarks of the steps of restored disks, as far as one says that no VM is known. */
function remarks(): readonly string[] {
  const restored = job({ id: JOB, restoreKind: 'restoreDisks' });
  const made = machinesMade(lines());
  const ground = groundOf({ job: restored, sent: null, group: null, made });
  if (ground === null) throw new Error('it is a restore');
  return shownSteps(ground, ['backup-again.template-vm']).flatMap(({ remark }) => remark ?? []);
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

function writes() {
  const it = writesAzure();
  startSession(testArm(it.azure.fetch).arm);
  const realDelayMs = (ms: number): number => {
    it.clock.add(ms / 1000);
    return 0;
  };
  installClock({ now: it.clock.now, realDelayMs, onJump: () => () => undefined });
  return it;
}

async function carriedOut(order: DiskOrder): Promise<void> {
  const action = actionOf(order);
  addOrder(JOB, order);
  confirmAction(action);
  await carryOut(action);
}

describe('“No VM of these disks is known yet”', () => {
  test('stands where nothing was done with them, or Azure refused it', async () => {
    expect(remarks()).toEqual([words.noMachine.restoreDisks]);
    writes();
    await carriedOut({ ...build, size: 'None' });
    expect(lines()).toMatchObject([
      { kind: 'build', state: 'refused', machineId: build.machineId },
    ]);
    expect(remarks()).toEqual([words.noMachine.restoreDisks]);
  });

  test.each([swap, build])('doesn’t after a $kind', async (order) => {
    writes();
    await carriedOut(order);
    expect(lines()).toMatchObject([
      {
        kind: order.kind,
        sentence: actionOf(order).sentence,
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
    expect(remarks()).toEqual([words.noMachine.restoreDisks]);
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

test('a step that was carried out stays a line when it is planned anew', async () => {
  writes();
  const order: StepOrder = { kind: 'license', at: 1, machineId: source, license: 'RHEL_BYOS' };
  const action = stepActionOf(order, () => undefined);
  keepOrder(JOB, 'special.hub.after', order);
  confirmAction(action);
  expect(lines()).toMatchObject([{ kind: 'license', state: 'open' }]);
  await carryOut(action);
  removeOrder(JOB, 'special.hub.after');
  expect(lines()).toMatchObject([{ kind: 'license', state: 'done', sentence: action.sentence }]);
});

test('what was given up is no line', () => {
  addOrder(JOB, build);
  expect(lines()).toEqual([]);
});

/** A new VM of the documents’ world whose creation failed, and its disks. */
async function failedRestore() {
  const it = testAzure('document');
  const { arm } = testArm(it.azure.fetch);
  const subscriptionId = '00000000-0000-0000-0000-000000000000';
  const group = `/subscriptions/${subscriptionId}/resourceGroups/targetRG`;
  const network = `${group}/providers/Microsoft.Network/virtualNetworks/testNet`;
  const target = `${group}/providers/Microsoft.Compute/virtualMachines/targetVM`;
  const effect = { kind: 'job-fails', task: 1 } as const;
  const fault = { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect };
  await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
  const body = {
    properties: {
      ...exampleRestore.properties,
      recoveryType: 'AlternateLocation',
      targetResourceGroupId: group,
      targetVirtualMachineId: target,
      virtualNetworkId: network,
      subnetId: `${network}/subnets/default`,
    },
  };
  await it.send(
    'POST',
    `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`,
    body,
  );
  it.clock.add(3600);
  const [accepted] = (await it.azure.state()).restores;
  const read = await getJob(arm, resourceId(`${exampleVault}/backupJobs/${accepted?.jobId ?? ''}`));
  const verdict = async () => {
    const place = targetOf(read);
    if (place === null) throw new Error('the job names its target');
    const found = await findRestored(arm, place, { subscriptionId, isCertain: true });
    return {
      found,
      ...verdictOf(read, { ...found, disks: found.disks?.map(({ name }) => name) ?? null }),
    };
  };
  return { ...it, verdict, group, network, target };
}

test('a VM that is built by hand from the disks of a failed restore doesn’t change its outcome', async () => {
  const it = await failedRestore();
  const before = await it.verdict();
  expect(before).toMatchObject({ outcome: 'disksOnly', own: 'disksOnly' });
  const disks = before.found.disks ?? [];
  it.clock.add(8 * 3600);
  const nic = `${it.group}/providers/Microsoft.Network/networkInterfaces/by-hand`;
  const { properties } = machineOfDisks();
  await it.send('PUT', `${nic}?api-version=2024-01-01`, {
    location: 'westus',
    properties: {
      ipConfigurations: [
        { name: 'ip', properties: { subnet: { id: `${it.network}/subnets/default` } } },
      ],
    },
  });
  it.clock.add(60);
  const made = await it.send('PUT', `${it.target}?${COMPUTE}`, {
    location: 'westus',
    properties: {
      ...properties,
      hardwareProfile: { vmSize: 'Standard_A1_v2' },
      networkProfile: { networkInterfaces: [{ id: nic }] },
      storageProfile: {
        osDisk: {
          createOption: 'Attach',
          osType: 'Windows',
          managedDisk: { id: disks.find(({ osType }) => osType !== null)?.id },
        },
      },
    },
  });
  expect(made.status).toBe(201);
  it.clock.add(600);
  const after = await it.verdict();
  expect(after).toMatchObject({ outcome: 'disksOnly', own: 'disksOnly' });
  expect(after.found).toMatchObject({ isMachineThere: true, isMachineOfJob: false });
  expect(after.found.disks).toHaveLength(2);
  expect(after.evidence).toContainEqual({ kind: 'otherVm', name: 'targetVM', isDated: true });
  expect(after.evidence).not.toContainEqual({ kind: 'vm', isThere: true });
});

test('a VM that was written again keeps when it was created', async () => {
  const it = await withNic(writesAzure());
  const { arm } = testArm(it.azure.fetch);
  const createdAt = async () => {
    const text = await (await it.get(`${machineId('made')}?${COMPUTE}`)).text();
    return /"timeCreated":"([^"]+)"/.exec(text)?.[1];
  };
  await it.send('PUT', `${machineId('made')}?${COMPUTE}`, machineOfDisks());
  it.clock.add(600);
  const first = await createdAt();
  expect(first).toMatch(/^\d{4}-/);
  startSession(arm);
  await it.send('PATCH', `${machineId('made')}?${COMPUTE}`, {
    properties: { licenseType: 'RHEL_BYOS' },
  });
  it.clock.add(600);
  expect(await createdAt()).toBe(first);
});
