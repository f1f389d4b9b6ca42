import { describe, expect, test } from 'vitest';
import { restoreKinds } from '#src/mocks/testing-restore-kinds.ts';
import { app01, taskBody } from '#src/mocks/commvault/testing.ts';
import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import { examplePoint } from '#src/mocks/testing-files.ts';
import { exampleRestore } from '#src/mocks/testing-example.ts';
import { northEurope } from '#src/mocks/testing-secondary.ts';
import { stagedGroup } from '#src/mocks/testing-staged.ts';
import { deletedDisk, deletedVm } from '#src/mocks/testing-writes.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';

/** What goes wrong with whatever starts something, by the names of its faults: what is done, and what the page gets. */

interface Start {
  readonly of: string;
  /** What the names of its faults start with. */
  readonly prefix: 'restore' | 'files' | 'undelete' | 'deployment';
  readonly send: (azure: TestAzure) => Promise<Response>;
  /** What is in the log of a world in which it was done. */
  readonly does: WorldEvent['type'];
  /** What a second request for the same gets, and how often it is done then. */
  readonly copy: readonly [status: number, code: string | null, done: number];
}

const version = 'api-version=2024-04-01';
const accepted = [202, null, 2] as const;

const ofCommServe = ({ send }: TestAzure, method: string, path: string, body?: unknown) =>
  send(method, `${COMMSERVE_ORIGIN}/webconsole/api${path}`, body, {
    Authtoken: `Bearer ${DEMO_TOKENS.accessToken}`,
  });

const template = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [
    {
      type: 'Microsoft.Network/publicIPAddresses',
      apiVersion: '2023-09-01',
      name: 'ip',
      location: 'westus',
      properties: { publicIPAllocationMethod: 'Static' },
    },
  ],
};

const starts: readonly Start[] = [
  ...restoreKinds.map(([name, send]): Start => ({
    of: `a restore of ${name}`,
    prefix: 'restore',
    send,
    does: 'restore-accepted',
    copy: accepted,
  })),
  {
    of: 'a restore by Commvault',
    prefix: 'restore',
    send: (it) => ofCommServe(it, 'POST', '/CreateTask', taskBody({ id: app01 })),
    does: 'service-event',
    copy: [200, null, 2],
  },
  {
    of: 'a mount',
    prefix: 'files',
    send: ({ send }) =>
      send('POST', `${examplePoint}/provisionInstantItemRecovery?${version}`, {
        properties: {
          objectType: 'IaasVMILRRegistrationRequest',
          recoveryPointId: '20982486783671',
          virtualMachineId: exampleRestore.properties.sourceResourceId,
        },
      }),
    does: 'point-mounted',
    copy: [400, 'CloudInvalidInputError', 1],
  },
  {
    of: 'an undelete of a VM',
    prefix: 'undelete',
    send: ({ send }) =>
      send('PUT', `${deletedVm}?${version}`, {
        properties: {
          protectedItemType: 'Microsoft.Compute/virtualMachines',
          sourceResourceId: '',
          isRehydrate: true,
          protectionState: 'ProtectionStopped',
        },
      }),
    does: 'protection-configured',
    copy: [409, 'Conflict', 1],
  },
  {
    of: 'an undelete of a disk',
    prefix: 'undelete',
    send: ({ send }) =>
      send(
        'POST',
        `${deletedDisk.replace('/backupInstances/', '/deletedBackupInstances/')}/undelete?${version}`,
      ),
    does: 'disk-undeleted',
    copy: [404, 'UserErrorGenericResourceNotFound', 1],
  },
  {
    of: 'a deployment',
    prefix: 'deployment',
    send: ({ send }) =>
      send(
        'PUT',
        `${stagedGroup}/providers/Microsoft.Resources/deployments/rc-1?api-version=2024-03-01`,
        { properties: { mode: 'Incremental', template } },
      ),
    does: 'deployment-accepted',
    copy: [409, 'DeploymentActive', 1],
  },
];

/** A world in which the faults of these names are on. */
async function azureWith(...names: readonly string[]): Promise<TestAzure> {
  const it = testAzure('default');
  const faults = names.map((name) => faultNamed(name));
  if (faults.includes(null)) throw new Error(`The simulation has no such fault: ${names.join()}.`);
  await it.azure.append(
    faults.flatMap((fault) => (fault === null ? [] : { type: 'fault-added', at: 0, fault })),
  );
  return it;
}

/** How often it was done: steps of a restored VM and the like are a part of it. */
async function doneIn({ store }: TestAzure, { does }: Start): Promise<number> {
  const events = (await store.read(0)).map(({ event }) => event);
  return events.filter(
    (event) =>
      event.type === does &&
      (event.type !== 'service-event' || JSON.stringify(event).includes('"kind":"task"')),
  ).length;
}

/** Status and code of an answer; of a page: `html`. */
async function seenOf(answer: Response): Promise<readonly [number, string | null]> {
  const text = await answer.text();
  if (text.startsWith('<!DOCTYPE html>')) return [answer.status, 'html'];
  return [answer.status, /"(?:code|errorCode)":"?([^",}]+)/.exec(text)?.[1] ?? null];
}

const PAGES = [200, 400, 401, 404, 409, 413, 429, 502] as const;

/** A CommServe names no code beside the status. */
const codeOf = ({ of }: Start, code: string): unknown =>
  of.includes('Commvault') ? expect.anything() : code;

describe.each(starts)('$of', (start) => {
  const { prefix, send, copy } = start;

  test('is done once where nothing goes wrong', async () => {
    const it = await azureWith();
    expect((await send(it)).status).toBeLessThan(300);
    expect(await doneIn(it, start)).toBe(1);
  });

  test('repeated: it is received twice, and the page gets the second answer alone', async () => {
    const it = await azureWith(`${prefix}-repeated`);
    const [status, code] = await seenOf(await send(it));
    expect([status, code, await doneIn(it, start)]).toEqual(copy);
    const arrived = async () => {
      const log = await it.store.readLog(100);
      return log.filter(({ path, method }) => path === log.at(-1)?.path && method !== 'GET');
    };
    const log = await arrived();
    expect(new Set(log.map(({ requestId }) => requestId)).size).toBe(2);
    // The fault is used up by the first, and a third arrives as it is.
    expect((await it.azure.state()).faults).toMatchObject([{ used: 1 }]);
    await send(it);
    expect(await arrived()).toHaveLength(3);
  });

  test.each(PAGES)('html-page with %i: nothing is done', async (status) => {
    const it = await azureWith(`${prefix}-html-page:${String(status)}`);
    expect(await seenOf(await send(it))).toEqual([status, 'html']);
    expect(await doneIn(it, start)).toBe(0);
    await send(it);
    expect(await doneIn(it, start)).toBe(1);
  });

  test.each(PAGES)('html-after with %i: it is done', async (status) => {
    const it = await azureWith(`${prefix}-html-after:${String(status)}`);
    const answer = await send(it);
    expect([...answer.headers.keys()].filter((name) => /^x-ms-|location|async/.test(name))).toEqual(
      [],
    );
    expect(await seenOf(answer)).toEqual([status, 'html']);
    expect(await doneIn(it, start)).toBe(1);
  });

  test.each([
    [400, 'BadRequest'],
    [413, 'RequestContentTooLarge'],
    [409, 'Conflict'],
    [500, 'InternalServerError'],
  ] as const)('rejected with %i, in the form of its service', async (status, code) => {
    const it = await azureWith(`${prefix}-rejected:${String(status)}`);
    expect(await seenOf(await send(it))).toEqual([status, codeOf(start, code)]);
    expect(await doneIn(it, start)).toBe(0);
    const late = await azureWith(`${prefix}-rejected-after:${String(status)}`);
    expect((await seenOf(await send(late)))[0]).toBe(status);
    expect(await doneIn(late, start)).toBe(1);
  });

  test('a 500, and a lost answer, of what was done', async () => {
    const failing = await azureWith(`${prefix}-accepted-but-500`);
    expect((await send(failing)).status).toBe(500);
    const lost = await azureWith(`${prefix}-answer-lost`);
    await expect(send(lost)).rejects.toThrow(TypeError);
    expect([await doneIn(failing, start), await doneIn(lost, start)]).toEqual([1, 1]);
  });

  test('what the service rejects by itself stays rejected in its words', async () => {
    const it = await azureWith();
    await send(it);
    const fault = faultNamed(`${prefix}-rejected-after:413`);
    if (fault === null) throw new Error('no such fault');
    await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
    const [status] = copy;
    expect((await send(it)).status).toBe(status < 300 ? 413 : status);
  });
});

/** A job of a restore, and where its service tells of it. */
interface Telling {
  readonly list: (it: TestAzure, vaultId: string) => Promise<Response>;
  readonly one: (it: TestAzure, vaultId: string, name: string) => Promise<Response>;
}

const inVault: Telling = {
  list: ({ get }, vaultId) => get(`${vaultId}/backupJobs?${version}`),
  one: ({ get }, vaultId, name) => get(`${vaultId}/backupJobs/${name}?${version}`),
};
const inGraph: Telling['list'] = ({ send }) =>
  send('POST', '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', {
    query: 'recoveryservicesresources | where type contains "backupjobs" | project id',
  });
const crr = (it: TestAzure, path: string, body: object) =>
  it.send('POST', `${northEurope}/${path}?api-version=2023-01-15`, body);
const elsewhere: Telling = {
  list: (it, resourceId) => crr(it, 'backupCrrJobs', { resourceId }),
  one: (it, resourceId, jobName) => crr(it, 'backupCrrJob', { resourceId, jobName }),
};
const atCommServe: Telling = {
  list: (it) => ofCommServe(it, 'GET', '/Job?jobCategory=All&jobFilter=Restore'),
  one: (it, _, name) => ofCommServe(it, 'GET', `/Job/${name}`),
};

const restores = [
  { start: starts[0], tells: inVault },
  { start: starts[1], tells: elsewhere },
  { start: starts[2], tells: inVault },
  { start: starts[3], tells: atCommServe },
].flatMap(({ start, tells }) => (start === undefined ? [] : [{ ...start, tells }]));

/** The newest job of a restore that was accepted, whatever its operation says. */
async function newestJob({ store }: TestAzure): Promise<{ name: string; vaultId: string }> {
  const events = (await store.read(0)).map(({ event }) => event);
  const restore = events.findLast(({ type }) => type === 'restore-accepted');
  if (restore?.type === 'restore-accepted')
    return { name: restore.jobId, vaultId: restore.plan.vaultId };
  return { name: /.*"jobId":(\d+)/.exec(JSON.stringify(events))?.[1] ?? '', vaultId: '' };
}

describe.each(restores)('the job of $of', (start) => {
  const { send, tells } = start;

  test.each([20, 70, 100])('listed-late: nothing tells of it before %i s', async (seconds) => {
    const it = await azureWith(`restore-listed-late:${String(seconds)}`);
    await send(it);
    const { name, vaultId } = await newestJob(it);
    const reports = async () => {
      const one = await tells.one(it, vaultId, name);
      const lists = [await tells.list(it, vaultId), await inGraph(it, vaultId)];
      const texts = await Promise.all(lists.map((list) => list.text()));
      return {
        byItself: one.ok && (await one.text()).includes(name),
        inList: texts[0]?.includes(name),
        inGraph: texts[1]?.includes(name),
      };
    };
    it.clock.add(seconds - 1);
    expect(await reports()).toEqual({ byItself: false, inList: false, inGraph: false });
    it.clock.add(1);
    const late = await reports();
    expect(late.byItself).toBe(true);
    // Lists of a CommServe lag by half a minute anyway; Resource Graph has only a vault's own jobs.
    it.clock.add(10);
    const { inList, inGraph: isInGraph } = await reports();
    expect(inList).toBe(true);
    expect(isInGraph).toBe(tells === inVault);
  });

  test.each([
    ['restore-leads-to-another', 1],
    ['restore-only-leads-to-another', 0],
  ])('%s: its answer leads to the one before', async (fault, done) => {
    const it = await azureWith();
    await send(it);
    const { name: before } = await newestJob(it);
    it.clock.add(200);
    const named = faultNamed(fault);
    if (named === null) throw new Error('no such fault');
    await it.azure.append([{ type: 'fault-added', at: 0, fault: named }]);
    const answer = await send(it);
    expect(answer.status).toBe(start.copy[0]);
    it.clock.add(100);
    const { headers } = answer;
    const address = headers.get('azure-asyncoperation');
    const led = address === null ? answer : await it.get(address);
    expect(await led.text()).toContain(before);
    const own = await newestJob(it);
    const isThere = await tells.one(it, own.vaultId, own.name);
    const text = isThere.ok ? await isThere.text() : '';
    expect(own.name !== before && text.includes(own.name) ? 1 : 0).toBe(done);
  });
});
