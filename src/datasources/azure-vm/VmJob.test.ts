import { afterEach, describe, expect, test } from 'vitest';
import type { StepRecord } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { findRestored } from '#src/api/queries/restored.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import {
  type DeployAttempt,
  noteEnd,
  noteOutcome,
  noteSent,
} from '#src/datasources/azure-vm/deploy/attempts.ts';
import { diskActionOf } from '#src/datasources/azure-vm/disks/orders.ts';
import { addOrder, type DiskOrder } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { mendingOf, vmJobSpec } from '#src/datasources/azure-vm/VmJob.tsx';
import {
  recordState,
  templateState,
  vmAfterwards,
} from '#src/datasources/azure-vm/next-steps/afterwards.ts';
import { restoredVmOf, vmShownSteps } from '#src/datasources/azure-vm/next-steps/steps.ts';
import { BUILD, signedIn, SWAP } from '#src/datasources/azure-vm/testing-writes.ts';
import { sayRule } from '#src/datasources/azure-vm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import {
  app01,
  COMPUTE,
  diskId,
  machineId,
  machineOfDisks,
  nicId,
  withNic,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { type AfterAction, afterLines, afterMark, type StepMarks } from '#src/model/next-steps.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { reportedTarget } from '#src/progress/observe.ts';
import { job } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { stepAsking } from '#src/rules/fields.ts';
import { afterwards, latestText } from '#src/strings/afterwards.ts';
import { fieldsThatMend } from '#src/strings/jobs.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { claim, faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';
import { linesAfter } from '#src/wizard/next-steps/afterwards.tsx';
import { marksOf } from '#src/wizard/next-steps/marks.ts';

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
const build: DiskOrder = { ...BUILD, at: 2, dataDisks: [], licenseType: null };

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
    await carriedOut(SWAP);
    expect(lines()).toMatchObject([{ kind: 'swap', state: 'partly', machineId: source }]);
    expect(remarks()).toEqual([]);
  });

  test.each([SWAP, build])('doesn’t after a $kind', async (order) => {
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

/** What an operator makes by hand after a restore, against the simulated Azure. */

/** A new VM of the documents’ world whose creation failed, and its disks. */
async function failedRestore() {
  const it = testAzure('document');
  const { arm } = testArm(it.azure.fetch);
  const subscriptionId = '00000000-0000-0000-0000-000000000000';
  const group = `/subscriptions/${subscriptionId}/resourceGroups/targetRG`;
  const network = `${group}/providers/Microsoft.Network/virtualNetworks/testNet`;
  const target = `${group}/providers/Microsoft.Compute/virtualMachines/targetVM`;
  const effect = { kind: 'job-fails', task: 1 } as const;
  const failing = { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect };
  await it.azure.append([{ type: 'fault-added', at: 0, fault: failing }]);
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
    const place = reportedTarget(read);
    if (place === null) throw new Error('the job names its target');
    const found = await findRestored(arm, place, { subscriptionId, isCertain: true });
    return {
      found,
      ...jobVerdictOf(read, { ...found, disks: found.disks?.map(({ name }) => name) ?? null }),
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
  const createdAt = async () => {
    const text = await (await it.get(`${machineId('made')}?${COMPUTE}`)).text();
    return /"timeCreated":"([^"]+)"/.exec(text)?.[1];
  };
  await it.send('PUT', `${machineId('made')}?${COMPUTE}`, machineOfDisks());
  it.clock.add(600);
  const first = await createdAt();
  expect(first).toMatch(/^\d{4}-/);
  await it.send('PATCH', `${machineId('made')}?${COMPUTE}`, {
    properties: { licenseType: 'RHEL_BYOS' },
  });
  it.clock.add(600);
  expect(await createdAt()).toBe(first);
});

test.each([
  ['400229', 'UserErrorInstantRpNotFound', 'point', 'restore-point'],
  ['400184', 'OlrBackupFailed', 'group', 'configuration'],
  // The name in the place of the number.
  [' olrbackupfailed ', '', 'group', 'configuration'],
  ['1', 'UserErrorBcmDatasourceNotPresent', 'group', 'configuration'],
  ['1', 'UserErrorVmNotShutDown', 'powerState', null],
  ['1', 'UserErrorCoreCountSubscriptionQuotaReached', 'option', 'configuration'],
])('error %s %s is mended at %s in the step %s', (code, title, field, step) => {
  const mending = mendingOf({ code, title });
  expect(mending?.field).toBe(field);
  expect(mending === null ? null : stepAsking(mending.field)).toBe(step);
});

test.each([
  ['400001', 'UserErrorRestoreFailed'],
  ['', ''],
  ['constructor', 'toString'],
])('of error %s %s no cause is documented', (code, title) => {
  expect(mendingOf({ code, title })).toBeNull();
});

test('each cause and each link is short, whole and said in words', () => {
  for (const { cause, link } of Object.values(fieldsThatMend)) {
    expect(cause).toMatch(/^[A-Z].*\.$/);
    for (const sentence of cause.split('. ')) expect(sentence.length).toBeLessThanOrEqual(130);
    expect(link).toMatch(/^[A-Z].*[a-z]$/);
  }
});

test.each([
  ['after.extensions', sayRule('after.extensions')],
  ['own.roles', nextSteps.roles],
  ['of.tomorrow', null],
  ['constructor', null],
])('the next step %s in words', (id, text) => {
  expect(vmJobSpec.stepText?.(id)).toBe(text);
});

/** Which facts the sentences need that say what was done after a restore, and whether it is still there. */

type Step = Pick<StepRecord, 'state' | 'wasSo'>;
interface Known {
  /** The requests before, and the one that it depends on. */
  readonly before: Step;
  readonly step: Step;
}
const says = ({ before, step }: Known) => {
  const steps = [before, step].map((one, index) => ({
    id: String(index),
    title: '',
    at: 0,
    ...one,
  }));
  return afterwards.state[recordState({ steps })];
};
const wasSo: Step = { state: 'done', wasSo: true };
const done: Step = { state: 'done' };
const row = claimsBy<Known>(says);
const rowOf = (
  known: Known,
  key: keyof typeof afterwards.state,
  without: Readonly<Record<string, Partial<Known>>>,
) => row(`state.${key}`, known, afterwards.state[key], without);

const recordRows = [
  rowOf({ before: wasSo, step: done }, 'done', {
    'each result read': { step: { state: 'sent' } },
    'a request of ours': { step: wasSo },
    'no refusal': { step: { state: 'refused' } },
  }),
  rowOf({ before: wasSo, step: wasSo }, 'wasSo', {
    'no request of ours': { before: done },
    'each result read': { step: { state: 'unknown' } },
  }),
  rowOf({ before: done, step: { state: 'waiting' } }, 'open', {
    'something left to do': { step: done },
    'no refusal': { step: { state: 'refused' } },
  }),
  rowOf({ before: done, step: { state: 'refused' } }, 'partly', {
    'a result of ours': { before: wasSo },
    'a request that failed': { step: done },
    'a request that has stopped': { step: { state: 'sent' } },
  }),
  rowOf({ before: wasSo, step: { state: 'refused' } }, 'refused', {
    'a refusal': { step: { state: 'unknown' } },
    'no result of ours': { before: done },
  }),
  rowOf({ before: wasSo, step: { state: 'unknown' } }, 'unknown', {
    'no answer': { step: { state: 'refused' } },
    'no result of ours': { before: done },
  }),
];

type Deployed = Pick<DeployAttempt, 'state' | 'end'>;
const end = { isGood: true, at: 0, machines: [] };
const deployedRow = (
  known: Deployed,
  key: keyof typeof afterwards.state,
  without: Readonly<Record<string, Partial<Deployed>>>,
) =>
  claim<Deployed>({
    key: `state.${key}`,
    sentence: afterwards.state[key],
    says: (attempt) => afterwards.state[templateState(attempt)],
    known,
    without,
  });
const deployedRows = [
  deployedRow({ state: 'started', end }, 'done', {
    'its end': { end: undefined },
    'a good end': { end: { ...end, isGood: false } },
  }),
  deployedRow({ state: 'started' }, 'accepted', {
    'an answer that accepts': { state: 'sent' },
    'no end': { end },
  }),
  deployedRow({ state: 'refused' }, 'refused', { 'a refusal': { state: 'sent' } }),
  deployedRow({ state: 'started', end: { ...end, isGood: false } }, 'failed', {
    'its end': { end: undefined },
    'a bad end': { end },
  }),
  deployedRow({ state: 'sent' }, 'unknown', { 'no answer': { state: 'started' } }),
];

const action: AfterAction = {
  id: 'a',
  kind: 'build',
  sentence: '',
  state: 'done',
  at: instant(1),
  machineId: null,
  check: null,
};
interface Later extends Pick<AfterAction, 'state'> {
  readonly marks: StepMarks;
}
const laterSays = ({ state, marks }: Later) =>
  afterLines([{ ...action, state }], { [afterMark('a')]: marks }).map((line) =>
    latestText(line, String),
  );
const laterRow = claimsBy<Later>(laterSays);
const laterRows = [
  laterRow('there', { state: 'done', marks: { verified: 5 } }, afterwards.there('5'), {
    'a read': { marks: {} },
    'a read that finds it': { marks: { open: 5, undone: 5 } },
    'something that was done': { state: 'refused' },
  }),
  laterRow('gone', { state: 'done', marks: { open: 9, undone: 5 } }, afterwards.gone('5'), {
    'a read': { marks: {} },
    'a read that doesn’t find it': { marks: { verified: 9 } },
    'something that was done': { state: 'unknown' },
  }),
];

const rows = [...recordRows, ...deployedRows, ...laterRows];

test.each(rows)('$key needs its facts', (one) => expect(faultsOf(one)).toEqual([]));

/** Labels and orders; what couldn’t be read, or wasn’t, stands where a read is missing. */
const CLAIMLESS = 'title note of operation deployed likely by unread notRead';

test(`${String(rows.length)} sentences about what was done afterwards are in the table`, () => {
  expect(rows).toHaveLength(13);
  expect(unlisted(afterwards, rows, CLAIMLESS)).toEqual([]);
});
