import { describe, expect, test } from 'vitest';
import { type ArmErrorFacts, armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import { getJob, listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import { getProtectedItem, listInstancePage } from '#src/api/recovery-services/items.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import { getVault } from '#src/api/recovery-services/vaults.ts';
import { listResourceGroups, listSubscriptions } from '#src/api/resources/places.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
import { listStorageAccounts } from '#src/api/storage/accounts.ts';
import { instant } from '#src/lib/time.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

const ALL = { filter: EVERYTHING, order: BY_NAME, start: { skip: 0 }, top: 1000 } as const;

/** Every read of the client when its answer is not the one hoped for. */

const sub = '00000000-0000-0000-0000-000000000000';
type Call = readonly [string, (arm: ArmPipelines, jobId: ResourceId) => Promise<unknown>, string];
const item = resourceId(exampleItem);
const vault = resourceId(exampleVault);
const machine = resourceId(
  `/subscriptions/${sub}/resourceGroups/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
);
const disk = resourceId(
  `/subscriptions/${sub}/resourceGroups/testRG/providers/Microsoft.Compute/disks/testVM_OsDisk`,
);
const job = resourceId(`${exampleVault}/backupJobs/1`);

const reads: readonly Call[] = [
  ['getProtectedItem', (arm) => getProtectedItem(arm, item), 'id'],
  ['listInstancePage', (arm) => listInstancePage(arm, ALL), 'totalRecords'],
  ['listRecoveryPoints', (arm) => listRecoveryPoints(arm, item), 'value'],
  ['getVault', (arm) => getVault(arm, vault), 'id'],
  ['getMachine', (arm) => getMachine(arm, machine), 'id'],
  ['getDisk', (arm) => getDisk(arm, disk), 'id'],
  ['getJob', (arm, jobId) => getJob(arm, jobId), 'id'],
  ['countJobs', (arm) => countJobs(arm), 'totalRecords'],
  ['listRestoreJobs', (arm) => listRestoreJobs(arm, vault, instant(0)), 'value'],
  ['listSubscriptions', (arm) => listSubscriptions(arm), 'value'],
  ['listResourceGroups', (arm) => listResourceGroups(arm, sub), 'value'],
  ['listStorageAccounts', (arm) => listStorageAccounts(arm, sub), 'value'],
];

async function factsOfFailing(reading: Promise<unknown>): Promise<ArmErrorFacts | null> {
  return armFacts(
    await reading.then(
      () => null,
      (error: unknown) => error,
    ),
  );
}

describe.each(reads)('%s', (_, call, field) => {
  test('names the action that is missing when it is forbidden', async () => {
    const { azure } = testAzure('document');
    const effect = { kind: 'status', status: 403 } as const;
    const fault = { id: 'f', match: {}, times: null, effect };
    await azure.append([{ type: 'fault-added', at: 0, fault }]);
    const facts = await factsOfFailing(call(testArm(azure.fetch).arm, job));
    expect(facts).toMatchObject({ kind: 'refused', status: 403, code: 'AuthorizationFailed' });
    expect(facts?.missingAction).toMatch(/^Microsoft\.[A-Za-z]+\/.*(read|action)$/);
    expect(facts?.requestId).not.toBeNull();
  });

  test('names the field of an answer that is not as the contract says, and keeps the answer', async () => {
    const body = '{"value":"this is not what was asked for"}';
    const { arm, sent } = testArm(() => answer(200, body, { 'x-ms-request-id': 'r-1' }));
    const facts = await factsOfFailing(call(arm, job));
    expect(facts).toMatchObject({ kind: 'unreadable', status: 200, requestId: 'r-1', body });
    expect(facts?.message).toContain(`"${field}"`);
    expect(sent).toHaveLength(1);
  });

  test.each(['', '<html>', '{"value":['])('keeps an answer that is no JSON: %j', async (body) => {
    const facts = await factsOfFailing(call(testArm(() => answer(200, body)).arm, job));
    expect(facts).toMatchObject({ kind: 'unreadable', body });
  });

  test('ignores unknown keys', async () => {
    const { azure, jobId } = await azureWithJob();
    const strange = testArm(async (request) => {
      const given = await azure.fetch(request);
      return answer(given.status, withStrangeKeys(await given.json()));
    });
    // A value with something in it: a failure, or an empty list, would be the same with those keys.
    const known = await call(testArm(azure.fetch).arm, jobId);
    expect(known).not.toEqual([]);
    expect(await call(strange.arm, jobId)).toEqual(known);
  });
});

/** The world of the document with a restore in progress, so that every read has something to give. */
async function azureWithJob() {
  const { azure, clock, send } = testAzure('document');
  const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
  expect((await send('POST', path, exampleRestore)).status).toBe(202);
  clock.add(300);
  const [started] = await listRestoreJobs(testArm(azure.fetch).arm, vault, instant(0));
  return { azure, jobId: started?.id ?? job };
}

/** The same JSON with a key in every object that no specification has; bags have keys of any name. */
function withStrangeKeys(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withStrangeKeys);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).map(
    ([key, value]) => [key, /bag$/i.test(key) ? value : withStrangeKeys(value)] as const,
  );
  return Object.fromEntries([...entries, ['createdWithPolicyType', 'V9']]);
}
