import { QueryClient } from '@tanstack/react-query';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { deployMutation, judgeMutation, signatureFor } from '#src/api/queries/deployments.ts';
import {
  cancelDeployment,
  createDeployment,
  deploymentId,
  findDeployment,
  getDeployment,
  listDeploymentOperations,
  listDeployments,
  reasonsIn,
} from '#src/api/resources/deployments.ts';
import {
  pollPrediction,
  predictChanges,
  rejectionOf,
  validateTemplate,
} from '#src/api/resources/template-verdict.ts';
import { blobPlace, listServiceSas } from '#src/api/blobs.ts';
import { breaks, clientOf } from '#src/api/queries/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { fakeClock, flyingClock } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import {
  stagedAccount,
  stagedGroup,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import type { DeploymentOrder } from '#src/model/deployment.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';

// What is refused is looked for, for a while.
beforeEach(() => installClock(flyingClock(Date.now())));
afterEach(() => installClock(machineClock));

const inner = { error: { code: 'DnsRecordInUse', message: 'The record is in use.' } };

test('an error in the text of a detail comes first, then what only says that something failed', () => {
  const error = {
    code: 'DeploymentFailed',
    message: 'At least one resource deployment operation failed.',
    details: [{ code: 'BadRequest', message: JSON.stringify(inner, null, 2) }],
  };
  expect(reasonsIn(error)).toEqual([
    { code: 'DnsRecordInUse', message: 'The record is in use.', target: null },
    { code: 'DeploymentFailed', message: error.message, target: null },
  ]);
});

test('a resource that ended badly gives its own details first', () => {
  const text = JSON.stringify({
    status: 'Failed',
    error: {
      code: 'ResourceDeploymentFailure',
      message: 'The resource operation completed with terminal provisioning state.',
      details: [
        { code: 'VMMarketplaceInvalidInput', message: 'A plan is missing.', target: 'vm1' },
      ],
    },
  });
  expect(
    reasonsIn({ details: [{ code: 'Conflict', message: text }] }).map(({ code }) => code),
  ).toEqual(['VMMarketplaceInvalidInput', 'ResourceDeploymentFailure']);
});

test.each([
  ['a whole body as text', JSON.stringify(inner), 'DnsRecordInUse'],
  ['keys with capitals', { Error: { Code: 'X', Message: 'm' } }, 'X'],
  ['a code alone', { code: 'X' }, 'X'],
])('reads %s', (_, error, code) => {
  expect(reasonsIn(error)).toMatchObject([{ code }]);
});

test('a sentence that starts like JSON stays a sentence', () => {
  expect(reasonsIn({ code: 'X', message: '{not JSON' })).toEqual([
    { code: 'X', message: '{not JSON', target: null },
  ]);
});

test('a reason that occurs twice is in the list once', () => {
  const one = { code: 'X', message: 'm' };
  expect(reasonsIn({ ...one, details: [one, one] })).toHaveLength(1);
});

test('no error breaks it, however deep', () => {
  fc.assert(
    fc.property(fc.anything(), (error) => {
      expect(reasonsIn(error).length).toBeLessThanOrEqual(50);
    }),
  );
  let deep: object = inner;
  for (let depth = 0; depth < 1000; depth += 1) deep = { error: { message: 'm', details: [deep] } };
  expect(reasonsIn(deep).length).toBeGreaterThan(0);
});

/** Deployments by the client, against the simulated Azure: the template that Restore disks has left. */
const group = resourceId(stagedGroup);
const ours = deploymentId(group, 'rc-1-1');
const machine = `${stagedGroup}/providers/Microsoft.Compute/virtualMachines/vmNew`;

async function world(otherwise: Parameters<typeof stagedWorld>[0] = {}) {
  const it = clientOf(await stagedWorld(otherwise));
  const { arm } = it;
  const place = blobPlace(stagedTemplate);
  const signature =
    place === null
      ? ''
      : await listServiceSas(arm, resourceId(stagedAccount), place, it.clock.now());
  const order: DeploymentOrder = {
    source: { kind: 'link', uri: stagedTemplate, signature },
    values: { VirtualMachineName: 'vmNew' },
  };
  const fault = (effect: FaultEffect) => breaks(it, 'deployments.create', effect);
  return { ...it, order, fault };
}

const names = (ids: readonly string[]): readonly string[] =>
  ids.map((one) => nameOf(one).replace(/NIC.{13}$/, 'NIC'));

describe('a template that Azure reads by itself', () => {
  test('is validated, predicted and deployed, and its VM runs with the restored disks', async () => {
    const { arm, order, clock, get } = await world();
    const validated = await validateTemplate(arm, ours, order);
    expect(validated.kind === 'valid' && names(validated.resources)).toEqual([
      'testVMRestoredip',
      'testVMRestoredNIC',
      'vmNew',
    ]);
    const predicted = await predictChanges(arm, ours, order);
    expect(predicted).toMatchObject({ kind: 'pending', next: { pollKind: 'location' } });
    if (predicted.kind !== 'pending') return;
    expect(await pollPrediction(arm, predicted.next)).toEqual(predicted);
    clock.add(4);
    const changes = await pollPrediction(arm, predicted.next);
    expect(changes.kind === 'predicted' && changes.changes.map(({ kind }) => kind)).toEqual([
      'created',
      'created',
      'created',
      'untouched',
      'untouched',
      'untouched',
    ]);
    const started = await createDeployment(arm, ours, order);
    expect(started).toMatchObject({
      kind: 'started',
      deployment: { status: { kind: 'accepted' } },
    });
    clock.add(600);
    const done = await getDeployment(arm, ours);
    expect([done.status.kind, names(done.outputs), done.reasons]).toEqual([
      'succeeded',
      ['testVMRestoredip', 'testVMRestoredNIC', 'vmNew'],
      [],
    ]);
    expect(await (await get(`${machine}?api-version=2024-03-01`)).json()).toMatchObject({
      properties: {
        provisioningState: 'Succeeded',
        storageProfile: { osDisk: { name: 'testvm-osdisk-20180604-130000' } },
      },
    });
    expect((await listDeployments(arm, group)).map(({ name }) => name)).toEqual(['rc-1-1']);
  });

  test('is followed resource by resource, each after what it depends on', async () => {
    const { arm, order, clock } = await world();
    await createDeployment(arm, ours, order);
    const seen: string[] = [];
    for (let second = 0; second < 300; second += 1) {
      const operations = await listDeploymentOperations(arm, ours);
      const line = operations
        .toReversed()
        .map(({ status, target }) => `${status.kind} ${target?.type.split('/')[1] ?? 'outputs'}`)
        .join(', ');
      if (seen.at(-1) !== line) seen.push(line);
      clock.add(1);
    }
    const [address, card] = ['succeeded publicIPAddresses', 'succeeded networkInterfaces'];
    expect(seen).toEqual([
      '',
      'running publicIPAddresses',
      `${address}, running networkInterfaces`,
      `${address}, ${card}, running virtualMachines`,
      `${address}, ${card}, succeeded virtualMachines`,
      `${address}, ${card}, succeeded virtualMachines, succeeded outputs`,
    ]);
  });
});

describe('a refusal', () => {
  test.each([
    ['key access off', { account: { allowSharedKeyAccess: false } }, 'InvalidContentLink'],
    ['a firewall', { account: { hasNetworkRules: true } }, 'InvalidContentLink'],
    [
      'a quota',
      {
        world: {
          quotas: [
            {
              subscriptionId: '00000000-0000-0000-0000-000000000000',
              location: 'westus',
              name: 'cores',
              used: 10,
              limit: 10,
            },
          ],
        },
      },
      'QuotaExceeded',
    ],
    [
      'a policy',
      {
        world: {
          policies: [
            { scope: stagedGroup, type: 'Microsoft.Network/publicIPAddresses', name: 'no-ip' },
          ],
        },
      },
      'RequestDisallowedByPolicy',
    ],
  ] as const)('by %s comes before anything is created', async (_, otherwise, code) => {
    const { arm, order } = await world(otherwise);
    const validated = await validateTemplate(arm, ours, order);
    expect(validated.kind === 'rejected' && validated.reasons[0]?.code).toBe(code);
    const refused = await createDeployment(arm, ours, order).then(() => null, rejectionOf);
    expect(refused).toEqual(validated);
    expect(await findDeployment(arm, ours)).toBe(null);
  });

  test('by a missing permission names the action', async () => {
    const { arm, order } = await world({ group: { isReadOnly: true } });
    for (const ask of [validateTemplate, predictChanges, createDeployment]) {
      const facts = await Promise.resolve<unknown>(ask(arm, ours, order)).then(
        () => null,
        armFacts,
      );
      expect(facts?.missingAction).toMatch(
        /^Microsoft\.Resources\/deployments\/(write|.*\/action)$/,
      );
    }
  });

  test('of one resource ends the deployment, with its reason first', async () => {
    const { arm, order, clock } = await world();
    const values = { ...order.values, osDiskName: 'gone' };
    await createDeployment(arm, ours, { ...order, values });
    clock.add(600);
    const failed = await getDeployment(arm, ours);
    expect(failed.status.kind).toBe('failed');
    expect(failed.reasons.at(-1)?.code).toBe('DeploymentFailed');
    expect(failed.reasons[0]?.message).toContain('gone');
    const operations = await listDeploymentOperations(arm, ours);
    const own = operations.find(({ target }) => target?.id === machine);
    expect([own?.status.kind, own?.reasons[0]]).toEqual(['failed', failed.reasons[0]]);
  });

  test('of a name that still runs leaves the running one alone, and finds it', async () => {
    const { arm, azure, order } = await world();
    const first = await createDeployment(arm, ours, order);
    // Names are used once: the conflict is with a first copy, which the browser sent by itself.
    const again = await createDeployment(arm, ours, order);
    expect([first.kind, again.kind]).toEqual(['started', 'found']);
    expect('deployment' in again && again.deployment.correlationId).toBe(
      'deployment' in first && first.deployment.correlationId,
    );
    expect((await azure.state()).deployments).toHaveLength(1);
  });
});

describe('a deployment', () => {
  test('that is canceled starts nothing more, and keeps what it has', async () => {
    const { arm, order, clock, get } = await world();
    await createDeployment(arm, ours, order);
    clock.add(3);
    await cancelDeployment(arm, ours);
    clock.add(600);
    expect((await getDeployment(arm, ours)).status.kind).toBe('canceled');
    expect(await listDeploymentOperations(arm, ours)).toHaveLength(1);
    expect((await get(`${machine}?api-version=2024-03-01`)).status).toBe(404);
    const again = await cancelDeployment(arm, ours).then(() => null, armFacts);
    expect(again?.status).toBe(409);
  });

  test('whose answer is lost is looked for, and not sent again', async () => {
    const { arm, sent, order, fault } = await world();
    await fault({ kind: 'answer-lost' });
    const start = await createDeployment(arm, ours, order);
    expect(start).toMatchObject({ kind: 'found', deployment: { name: 'rc-1-1' } });
    expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('that never reached Azure stays unknown', async () => {
    const { arm, order, fault } = await world();
    await fault({ kind: 'drop' });
    expect(await createDeployment(arm, ours, order)).toEqual({ kind: 'unknown' });
  });

  test('whose resource ends badly by a fault says why', async () => {
    const { arm, order, fault, clock } = await world();
    await fault({ kind: 'job-fails', task: 2 });
    await createDeployment(arm, ours, order);
    clock.add(600);
    const { status, reasons } = await getDeployment(arm, ours);
    expect([status.kind, ...reasons.map(({ code }) => code)]).toEqual([
      'failed',
      'InternalExecutionError',
      'ResourceDeploymentFailure',
      'DeploymentFailed',
    ]);
  });

  test('with the template itself needs no link, and one value may differ', async () => {
    const { arm, order, clock, get } = await world({ account: { hasNetworkRules: true } });
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: { name: { type: 'string', defaultValue: 'ip1' } },
      resources: [
        {
          type: 'Microsoft.Network/publicIPAddresses',
          apiVersion: '2023-09-01',
          name: "[parameters('name')]",
          location: 'westus',
          properties: { publicIPAllocationMethod: 'Static' },
          sku: { name: 'Standard' },
        },
      ],
    };
    const values = { name: 'ip2' };
    await createDeployment(arm, ours, { ...order, source: { kind: 'text', template }, values });
    clock.add(600);
    const { status, outputs } = await getDeployment(arm, ours);
    expect([status.kind, names(outputs)]).toEqual(['succeeded', ['ip2']]);
    const ip = `${stagedGroup}/providers/Microsoft.Network/publicIPAddresses/ip2`;
    expect((await get(`${ip}?api-version=2023-09-01`)).status).toBe(200);
  });
});

/** The start of a deployment, with what is written down of it. */
async function page(otherwise: Parameters<typeof stagedWorld>[0] = {}) {
  const it = await stagedWorld(otherwise);
  installClock(fakeClock(it.clock.now(), 3600));
  const { arm, sent } = testArm(it.azure.fetch);
  startSession(arm);
  const queries = new QueryClient();
  const notes: string[] = [];
  const order = async (): Promise<DeploymentOrder> => {
    const place = blobPlace(stagedTemplate);
    if (place === null) throw new Error('no blob');
    const signature = await signatureFor(resourceId(stagedAccount), place);
    return {
      source: { kind: 'link', uri: stagedTemplate, signature },
      values: { virtualMachineName: 'vmNew' },
    };
  };
  const start = (made = order) =>
    queries
      .getMutationCache()
      .build(queries, deployMutation(resourceId('/job')))
      .execute({
        groupId: resourceId(stagedGroup),
        order: made,
        nameBeside: (taken) => `rc-${String(taken.length + 1)}`,
        onSend: (id) => notes.push(`sends ${nameOf(id)}, ${String(puts().length)} sent`),
        onOutcome: (id, outcome) => notes.push(`${outcome} ${nameOf(id)}`),
      });
  const puts = () => sent.filter(({ method }) => method === 'PUT');
  const fault = (effect: FaultEffect) => breaks(it, 'deployments.create', effect);
  const pass = (seconds: number) => {
    it.clock.add(seconds);
    installClock(fakeClock(it.clock.now(), 3600));
  };
  return { start, notes, puts, fault, pass };
}

describe('a deployment', () => {
  test('is written down before it is sent, and has a name that the resource group lacks', async () => {
    const { start, notes, pass } = await page();
    expect(await start()).toMatchObject({ kind: 'started' });
    pass(3600);
    await start();
    expect(notes).toEqual([
      'sends rc-1, 0 sent',
      'started rc-1',
      'sends rc-2, 1 sent',
      'started rc-2',
    ]);
  });

  test('that Azure refuses has started nothing', async () => {
    const { start, notes } = await page({ account: { allowSharedKeyAccess: false } });
    await expect(start()).rejects.toThrow(/Unable to download/);
    expect(notes).toEqual(['sends rc-1, 0 sent', 'refused rc-1']);
  });

  test('whose order can’t be made isn’t sent', async () => {
    const { start, notes, puts } = await page();
    await expect(start(() => Promise.reject(new Error('no signature')))).rejects.toThrow(
      'no signature',
    );
    expect([notes, puts()]).toEqual([[], []]);
  });

  test('whose answer is lost is found by its name, and not sent again', async () => {
    const { start, notes, puts, fault } = await page();
    await fault({ kind: 'answer-lost' });
    expect(await start()).toMatchObject({ kind: 'found', deployment: { name: 'rc-1' } });
    expect(notes).toEqual(['sends rc-1, 0 sent', 'found rc-1']);
    expect(puts()).toHaveLength(1);
  });

  test('of a job is started by one tab at a time', async () => {
    const { start, notes, puts } = await page();
    const first = start();
    await expect(start()).rejects.toThrow(/^Another tab/);
    expect(await first).toMatchObject({ kind: 'started' });
    expect(notes).toEqual(['sends rc-1, 0 sent', 'started rc-1']);
    expect(puts()).toHaveLength(1);
  });

  test('that never arrived stays an open question', async () => {
    const { start, notes, puts, fault } = await page();
    await fault({ kind: 'drop' });
    expect(await start()).toEqual({ kind: 'unknown' });
    expect(notes).toEqual(['sends rc-1, 0 sent']);
    expect(puts()).toHaveLength(1);
  });
});

test.each([1, 60, 3600])(
  'a validation that never ends is given up at ×%i after what Azure may ask for, in real time',
  async (speed) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const clock = fakeClock(0, speed);
    installClock({ ...clock, realDelayMs: (ms) => Math.max(250, ms / speed) });
    const headers = { location: 'https://management.azure.com/poll', 'retry-after': '15' };
    const { arm } = testArm(async () => new Response(null, { status: 202, headers }));
    startSession(arm);
    const queries = new QueryClient();
    const id = deploymentId(resourceId(stagedGroup), 'rc-1');
    const source = { kind: 'link', uri: stagedTemplate, signature: 's' } as const;
    const judged = queries
      .getMutationCache()
      .build(queries, judgeMutation(resourceId('/job')))
      .execute({ id, key: '', order: async () => ({ source, values: {} }) })
      .catch((error: unknown) => error);
    const after = async (realMs: number) => {
      for (let ms = 0; ms < realMs; ms += 250) {
        clock.pass(250 * speed);
        await vi.advanceTimersByTimeAsync(250);
      }
      return Promise.race([judged, Promise.resolve('waiting')]);
    };
    expect(await after(LIMITS.askedMs - 1000)).toBe('waiting');
    expect(String(await after(16_000))).toContain('Azure hasn’t answered yet.');
  },
);
