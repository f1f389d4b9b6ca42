import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import {
  pollPrediction,
  predictChanges,
  rejectionOf,
  validateTemplate,
} from '#src/api/resources/template-verdict.ts';
import {
  cancelDeployment,
  createDeployment,
  deploymentId,
  findDeployment,
  getDeployment,
  listDeploymentOperations,
  listDeployments,
} from '#src/api/resources/deployments.ts';
import { blobPlace, listServiceSas } from '#src/api/storage/blobs.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import {
  stagedAccount,
  stagedGroup,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import type { DeploymentOrder } from '#src/model/deployment.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';

/** Deployments by the client, against the simulated Azure: the template that Restore disks has left. */

const group = resourceId(stagedGroup);
const id = deploymentId(group, 'rc-1-1');
const machine = `${stagedGroup}/providers/Microsoft.Compute/virtualMachines/vmNew`;

async function world(otherwise: Parameters<typeof stagedWorld>[0] = {}) {
  const it = await stagedWorld(otherwise);
  const { arm, sent } = testArm(it.azure.fetch);
  const place = blobPlace(stagedTemplate);
  const signature =
    place === null
      ? ''
      : await listServiceSas(arm, resourceId(stagedAccount), place, it.clock.now());
  const order: DeploymentOrder = {
    source: { kind: 'link', uri: stagedTemplate, signature },
    values: { VirtualMachineName: 'vmNew' },
  };
  const fault = (effect: Fault['effect'], operation: string): Promise<void> =>
    it.azure.append([
      {
        type: 'fault-added',
        at: it.clock.now(),
        fault: { id: 'one', match: { operation }, times: 1, effect },
      },
    ]);
  return { ...it, arm, sent, order, fault };
}

const names = (ids: readonly string[]): readonly string[] =>
  ids.map((one) => nameOf(one).replace(/NIC.{13}$/, 'NIC'));

describe('a template that Azure reads by itself', () => {
  test('is validated, predicted and deployed, and its VM runs with the restored disks', async () => {
    const { arm, order, clock, get } = await world();
    const validated = await validateTemplate(arm, id, order);
    expect(validated.kind === 'valid' && names(validated.resources)).toEqual([
      'testVMRestoredip',
      'testVMRestoredNIC',
      'vmNew',
    ]);
    const predicted = await predictChanges(arm, id, order);
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
    const started = await createDeployment(arm, id, order);
    expect(started).toMatchObject({
      kind: 'started',
      deployment: { status: { kind: 'accepted' } },
    });
    clock.add(600);
    const done = await getDeployment(arm, id);
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
    await createDeployment(arm, id, order);
    const seen: string[] = [];
    for (let second = 0; second < 300; second += 1) {
      const operations = await listDeploymentOperations(arm, id);
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
    const validated = await validateTemplate(arm, id, order);
    expect(validated.kind === 'rejected' && validated.reasons[0]?.code).toBe(code);
    const refused = await createDeployment(arm, id, order).then(() => null, rejectionOf);
    expect(refused).toEqual(validated);
    expect(await findDeployment(arm, id)).toBe(null);
  });

  test('by a missing permission names the action', async () => {
    const { arm, order } = await world({ group: { isReadOnly: true } });
    for (const ask of [validateTemplate, predictChanges, createDeployment]) {
      const facts = await Promise.resolve<unknown>(ask(arm, id, order)).then(() => null, armFacts);
      expect(facts?.missingAction).toMatch(
        /^Microsoft\.Resources\/deployments\/(write|.*\/action)$/,
      );
    }
  });

  test('of one resource ends the deployment, with its reason first', async () => {
    const { arm, order, clock } = await world();
    const values = { ...order.values, osDiskName: 'gone' };
    await createDeployment(arm, id, { ...order, values });
    clock.add(600);
    const failed = await getDeployment(arm, id);
    expect(failed.status.kind).toBe('failed');
    expect(failed.reasons.at(-1)?.code).toBe('DeploymentFailed');
    expect(failed.reasons[0]?.message).toContain('gone');
    const operations = await listDeploymentOperations(arm, id);
    const own = operations.find(({ target }) => target?.id === machine);
    expect([own?.status.kind, own?.reasons[0]]).toEqual(['failed', failed.reasons[0]]);
  });

  test('of a name that still runs leaves the running one alone, and finds it', async () => {
    const { arm, azure, order } = await world();
    const first = await createDeployment(arm, id, order);
    // Names are used once: the conflict is with a first copy, which the browser sent by itself.
    const again = await createDeployment(arm, id, order);
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
    await createDeployment(arm, id, order);
    clock.add(3);
    await cancelDeployment(arm, id);
    clock.add(600);
    expect((await getDeployment(arm, id)).status.kind).toBe('canceled');
    expect(await listDeploymentOperations(arm, id)).toHaveLength(1);
    expect((await get(`${machine}?api-version=2024-03-01`)).status).toBe(404);
    const again = await cancelDeployment(arm, id).then(() => null, armFacts);
    expect(again?.status).toBe(409);
  });

  test('whose answer is lost is looked for, and not sent again', async () => {
    const { arm, sent, order, fault } = await world();
    await fault({ kind: 'answer-lost' }, 'deployments.create');
    const start = await createDeployment(arm, id, order);
    expect(start).toMatchObject({ kind: 'found', deployment: { name: 'rc-1-1' } });
    expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('that never reached Azure stays unknown', async () => {
    const { arm, order, fault } = await world();
    await fault({ kind: 'drop' }, 'deployments.create');
    expect(await createDeployment(arm, id, order)).toEqual({ kind: 'unknown' });
  });

  test('whose resource ends badly by a fault says why', async () => {
    const { arm, order, fault, clock } = await world();
    await fault({ kind: 'job-fails', task: 2 }, 'deployments.create');
    await createDeployment(arm, id, order);
    clock.add(600);
    const { status, reasons } = await getDeployment(arm, id);
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
    await createDeployment(arm, id, { ...order, source: { kind: 'text', template }, values });
    clock.add(600);
    const { status, outputs } = await getDeployment(arm, id);
    expect([status.kind, names(outputs)]).toEqual(['succeeded', ['ip2']]);
    const ip = `${stagedGroup}/providers/Microsoft.Network/publicIPAddresses/ip2`;
    expect((await get(`${ip}?api-version=2023-09-01`)).status).toBe(200);
  });
});
