import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { faultCatalogue } from '#src/mocks/faults/catalogue.ts';
import { type Fault, type FaultEffect, parseFault } from '#src/mocks/faults/fault.ts';
import { otherServices, routes } from '#src/mocks/routes.ts';
import { originOf, scenarioIds } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure, type TestAzure } from '#src/mocks/testing.ts';

const points = `${exampleItem}/recoveryPoints?api-version=2024-04-01`;
const restore = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;

async function withFault(effect: FaultEffect, more: Partial<Fault> = {}): Promise<TestAzure> {
  const it = testAzure('document');
  const fault: Fault = { id: 'one', match: {}, times: 1, effect, ...more };
  await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
  return it;
}

test('a fault of the catalogue, or of a scenario, is of an operation that there is', () => {
  const everywhere = [...routes, ...otherServices.flatMap((service) => service.routes)];
  const names = new Set(everywhere.map(({ operation }) => operation));
  const all = [...faultCatalogue, ...scenarioIds.flatMap((id) => originOf(id).faults)];
  const meant = all.map(({ match }) => match.operation).filter((name) => name !== undefined);
  expect(meant.length).toBeGreaterThan(10);
  expect(meant.filter((name) => !names.has(name))).toEqual([]);
});

describe('a fault in front of the work', () => {
  test.each([
    [401, 'ExpiredAuthenticationToken'],
    [403, 'AuthorizationFailed'],
    [404, 'ResourceNotFound'],
    [409, 'Conflict'],
    [412, 'PreconditionFailed'],
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
  ] as const)(
    '%i answers in Azure’s error shape, once, and nothing is done',
    async (status, code) => {
      const { send, store } = await withFault({ kind: 'status', status });
      const answer = await send('POST', restore, exampleRestore);
      expect(answer.status).toBe(status);
      expect(await jsonOf(answer)).toMatchObject({ error: { code } });
      expect((await store.read(0)).map(({ event }) => event.type)).toEqual([
        'fault-added',
        'fault-used',
      ]);
      expect((await send('POST', restore, exampleRestore)).status).toBe(202);
    },
  );

  test('403 names the action and the scope', async () => {
    const { get } = await withFault({ kind: 'status', status: 403 });
    const text = JSON.stringify(await jsonOf(await get(points)));
    expect(text).toContain('/protectedItems/recoveryPoints/read');
    expect(text).toContain(exampleItem);
  });

  test('429 says how long to wait', async () => {
    const { get } = await withFault({ kind: 'throttle', retryAfterSeconds: 20 });
    const answer = await get(points);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('20');
    expect(await jsonOf(answer)).toMatchObject({
      error: { code: 'SubscriptionRequestsThrottled' },
    });
  });

  test('a dropped connection and a time-out give no answer and do nothing', async () => {
    const dropped = await withFault({ kind: 'drop' });
    await expect(dropped.send('POST', restore, exampleRestore)).rejects.toThrow(TypeError);
    const late = await withFault({ kind: 'timeout', seconds: 100 });
    await expect(late.send('POST', restore, exampleRestore)).rejects.toThrow(TypeError);
    expect(late.waits).toEqual([100_000]);
    const state = await late.azure.state();
    expect(state.jobs).toEqual([]);
  });
});

describe('a fault after the work', () => {
  test.each([{ kind: 'answer-lost' }, { kind: 'accepted-but-500' }] as const)(
    '$kind: the restore goes on although the answer was lost',
    async (effect) => {
      const { send, get } = await withFault(effect);
      const status = await send('POST', restore, exampleRestore).then(
        (answer) => answer.status,
        () => null,
      );
      expect(status).toBe(effect.kind === 'answer-lost' ? null : 500);
      const jobs = await jsonOf(await get(`${exampleVault}/backupJobs?api-version=2024-04-01`));
      expect(jobs).toMatchObject({ value: { length: 1 } });
    },
  );

  test.each([1, 3600])(
    'a lost answer that is held: at ×%i lists of jobs come after 15 real seconds',
    async (speed) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      onTestFinished(() => void vi.useRealTimers());
      installClock(fakeClock(0, speed));
      onTestFinished(() => installClock(machineClock));
      const match = { group: 'restore-start' } as const;
      const { send, get } = await withFault({ kind: 'answer-held', seconds: 15 }, { match });
      const jobs = `${exampleVault}/backupJobs?api-version=2024-04-01`;
      expect(await jsonOf(await get(jobs))).toMatchObject({ value: [] });
      await expect(send('POST', restore, exampleRestore)).rejects.toThrow(TypeError);
      expect((await get(points)).status).toBe(200);
      const listed = vi.fn<(answer: Response) => void>();
      void get(jobs).then(listed);
      await vi.advanceTimersByTimeAsync(14_999);
      expect(listed).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(listed).toHaveBeenCalledOnce();
      expect(await jsonOf(await get(jobs))).toMatchObject({ value: { length: 1 } });
    },
  );

  test('latency is waited for after the event was stored', async () => {
    const { send, waits } = await withFault({ kind: 'latency', seconds: 30 });
    expect((await send('POST', restore, exampleRestore)).status).toBe(202);
    expect(waits).toEqual([30_000]);
  });

  test('truncated and wrong JSON', async () => {
    const truncated = await withFault({ kind: 'truncated-json' });
    await expect(truncated.get(points).then((answer) => answer.json())).rejects.toThrow(
      SyntaxError,
    );
    const wrong = await withFault({ kind: 'wrong-json' });
    expect(await jsonOf(await wrong.get(points))).toEqual({
      value: 'this is not what was asked for',
    });
  });
});

test('a body that breaks off has come half, and a body that cannot be has none to break', async () => {
  const { get } = await withFault({ kind: 'half-body' }, { times: null });
  const answer = await get(points);
  expect(answer.status).toBe(200);
  const reader = answer.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(first).toMatch(/^\{"value":\[/);
  await expect(reader?.read()).rejects.toThrow(TypeError);
  const group = exampleVault.slice(0, exampleVault.indexOf('/providers/'));
  const { send } = await withFault({ kind: 'half-body' });
  const head = await send('HEAD', `${group}?api-version=2021-04-01`);
  expect([head.status, await head.text()]).toEqual([204, '']);
});

/** Takes away what nothing holds any more, as happens at any time. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

test('a client that gives up on an answer stops by its own signal, and nothing is left', async () => {
  const { azure } = await withFault({ kind: 'never-answers' });
  const given = new AbortController();
  const asking = azure.fetch(
    new Request(`https://management.azure.com${points}`, { signal: given.signal }),
  );
  await expect.poll(() => azure.unanswered()).toBe(1);
  collectGarbage();
  // Listened to first: a rejection without a listener would fail the run.
  const reason = asking.then(() => null, String);
  given.abort();
  expect(await reason).toContain('abort');
  await expect.poll(() => [azure.underWay(), azure.unanswered()]).toEqual([0, 0]);
});

test.each([
  ['job-fails', 'Failed'],
  ['job-stalls', 'InProgress'],
] as const)('%s: the job of the next restore', async (kind, status) => {
  const { send, get, clock } = await withFault({ kind, task: 1 });
  await send('POST', restore, exampleRestore);
  clock.add(100_000);
  const job = await get(
    `${exampleVault}/backupJobs/3021262a-fb3a-4538-9b37-e3e97a386093?api-version=2024-04-01`,
  );
  expect(await jsonOf(job)).toMatchObject({
    properties: { status, extendedInfo: { tasksList: [{ status }] } },
  });
});

test.each([
  ['operation-fails', 'Failed', { error: { code: 'UserErrorRestoreFailed' } }],
  ['operation-canceled', 'Canceled', {}],
] as const)('%s: the restore is accepted, and no job comes of it', async (kind, status, more) => {
  const { send, get, clock } = await withFault({ kind });
  const accepted = await send('POST', restore, exampleRestore);
  expect(accepted.status).toBe(202);
  const address = accepted.headers.get('azure-asyncoperation') ?? '';
  expect(await jsonOf(await get(address))).toMatchObject({ status: 'InProgress' });
  clock.add(90);
  const body = await jsonOf(await get(address));
  expect(body).toMatchObject({ status, ...more });
  expect(body).not.toHaveProperty('properties');
  const jobs = await get(`${exampleVault}/backupJobs?api-version=2024-04-01`);
  expect(await jsonOf(jobs)).toEqual({ value: [] });
  expect((await send('POST', restore, exampleRestore)).status).toBe(202);
});

test('faults are matched by operation, method and part of the path, and used up in all tabs', async () => {
  const first = await withFault(
    { kind: 'drop' },
    {
      match: { operation: 'recoveryPoints.list', method: 'GET', path: '/VAULTS/testvault/' },
      times: 2,
    },
  );
  const second = testAzure('document', first);
  expect((await first.get(`${exampleVault}?api-version=2024-04-01`)).status).toBe(200);
  await expect(first.get(points)).rejects.toThrow(TypeError);
  await expect(second.get(points)).rejects.toThrow(TypeError);
  expect((await first.get(points)).status).toBe(200);
  await first.azure.append([{ type: 'fault-removed', at: 0, faultId: 'one' }]);
  expect((await second.azure.state()).faults).toEqual([]);
});

test('what is no fault is not taken for one', () => {
  expect(() => parseFault({ id: 'x', match: {}, times: 1, effect: { kind: 'magic' } })).toThrow(
    'invalid',
  );
});
