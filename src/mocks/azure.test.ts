import { expect, test } from 'vitest';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { createMemoryStore, type EventStore } from '#src/mocks/world/store.ts';

const restorePath = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;

test('a restore is stored before it is answered', async () => {
  const plain = createMemoryStore();
  const order: string[] = [];
  const store: EventStore = {
    ...plain,
    append: async (events) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
      const stored = await plain.append(events);
      order.push(`stored ${events.map(({ type }) => type).join()}`);
      return stored;
    },
  };
  const { send } = testAzure('document', { store });
  const answer = await send('POST', restorePath, exampleRestore);
  order.push(`answered ${answer.status}`);
  expect(order).toEqual(['stored restore-accepted', 'answered 202']);
});

test('a restore that cannot be stored is not answered as accepted', async () => {
  const store: EventStore = {
    ...createMemoryStore(),
    append: async () => {
      throw new Error('the disk is full');
    },
  };
  const { send } = testAzure('document', { store });
  await expect(send('POST', restorePath, exampleRestore)).rejects.toThrow('the disk is full');
});

test('two tabs see one Azure: what one starts the other finds, and every restore is one job', async () => {
  const first = testAzure('document');
  const second = testAzure('document', first);
  const answers = await Promise.all([
    first.send('POST', restorePath, exampleRestore),
    second.send('POST', restorePath, exampleRestore),
    first.send('POST', restorePath, exampleRestore),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
  const list = `${exampleVault}/backupJobs?api-version=2024-04-01`;
  const seen = await Promise.all(
    [first.get(list), second.get(list)].map(async (one) => jsonOf(await one)),
  );
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]).toMatchObject({ value: { length: 3 } });
  const events = await first.store.read(0);
  const ids = events.map(({ event }) => (event.type === 'restore-accepted' ? event.jobId : ''));
  expect(new Set(ids).size).toBe(3);
});

test('the job is in the vault’s list as soon as the restore is accepted, without details', async () => {
  const { get, send } = testAzure('document');
  await send('POST', restorePath, exampleRestore);
  const filter = encodeURIComponent(
    "operation eq 'Restore' and backupManagementType eq 'AzureIaasVM' and startTime eq '2018-06-04 12:58:00 PM'",
  );
  const list = await jsonOf(
    await get(`${exampleVault}/backupJobs?api-version=2024-04-01&$filter=${filter}`),
  );
  expect(list).toMatchObject({ value: [{ properties: { status: 'InProgress' } }] });
  expect(JSON.stringify(list)).not.toContain('extendedInfo');
  const later = filter.replace('12%3A58', '01%3A58');
  expect(
    await jsonOf(await get(`${exampleVault}/backupJobs?api-version=2024-04-01&$filter=${later}`)),
  ).toEqual({ value: [] });
});

test('cancel answers with a Location alone, and the job ends', async () => {
  const { get, send, clock } = testAzure('document');
  await send('POST', restorePath, exampleRestore);
  clock.add(100);
  const job = `${exampleVault}/backupJobs/3021262a-fb3a-4538-9b37-e3e97a386093`;
  const cancel = await send('POST', `${job}/cancel?api-version=2024-04-01`);
  expect(cancel.status).toBe(202);
  expect(cancel.headers.get('azure-asyncoperation')).toBeNull();
  const location = cancel.headers.get('location') ?? '';
  const status = async () => jsonOf(await get(`${job}?api-version=2024-04-01`));
  expect(await status()).toMatchObject({ properties: { status: 'Cancelling' } });
  expect((await get(location)).status).toBe(202);
  clock.add(30);
  expect(await status()).toMatchObject({ properties: { status: 'Cancelled' } });
  expect((await get(location)).status).toBe(204);
  expect((await send('POST', `${job}/cancel?api-version=2024-04-01`)).status).toBe(400);
});

test('a group is made once, is listed, and keeps its place', async () => {
  const { get, send } = testAzure('document');
  const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-new';
  const version = '?api-version=2021-04-01';
  expect((await send('HEAD', group + version)).status).toBe(404);
  expect((await send('PUT', group + version, { location: 'westus' })).status).toBe(201);
  expect((await send('PUT', group + version, { location: 'westus' })).status).toBe(200);
  expect((await send('PUT', group + version, { location: 'eastus' })).status).toBe(409);
  expect((await send('PUT', group + version, {})).status).toBe(400);
  expect((await send('HEAD', group + version)).status).toBe(204);
  const list = await get(
    `/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups${version}`,
  );
  expect(JSON.stringify(await jsonOf(list))).toContain('rg-new');
});

test('the front door: no token 401, no version 400, an unknown path 404, never another host', async () => {
  const { get, azure } = testAzure('document');
  const bare = new Request('https://management.azure.com/subscriptions?api-version=2022-12-01');
  const noToken = await azure.fetch(bare);
  expect(noToken.status).toBe(401);
  expect(noToken.headers.get('www-authenticate')).toContain('Bearer');
  for (const [query, code] of [
    ['', 'MissingApiVersionParameter'],
    ['?api-version=', 'MissingApiVersionParameter'],
    ['?api-version=soon', 'InvalidApiVersionParameter'],
    ['?api-version=2024-4-1', 'InvalidApiVersionParameter'],
  ]) {
    const refused = await get(`/subscriptions${query}`);
    expect(refused.status).toBe(400);
    expect(await jsonOf(refused)).toMatchObject({ error: { code } });
  }
  const unknown = await get(
    '/subscriptions/x/providers/Microsoft.Web/sites?api-version=2024-01-01',
  );
  expect(unknown.status).toBe(404);
  expect(await jsonOf(unknown)).toMatchObject({ error: { code: 'InvalidResourceType' } });
});

test('filters are read with + or %20, and a wrong one is refused', async () => {
  const { get } = testAzure('default');
  const items = `${exampleVault}/backupProtectedItems?api-version=2024-04-01`;
  for (const blank of ['+', '%20']) {
    const filter = `&%24filter=backupManagementType${blank}eq${blank}%27AzureIaasVM%27${blank}and${blank}itemType${blank}eq${blank}%27VM%27`;
    expect(await jsonOf(await get(items + filter))).toMatchObject({
      value: [{ properties: { friendlyName: 'testVM' } }],
    });
  }
  for (const filter of ['', "&$filter=backupManagementType eq 'Nothing'", '&$filter=so what']) {
    const refused = await get(items + filter);
    expect(refused.status).toBe(400);
    expect(await jsonOf(refused)).toMatchObject({ error: { code: 'BMSUserErrorInvalidInput' } });
  }
});

test('every request is in the log, and the log tells broken connections apart', async () => {
  const { get, azure, store } = testAzure('document');
  await azure.append([
    {
      type: 'fault-added',
      at: 0,
      fault: {
        id: 'f',
        match: { operation: 'subscriptions.list' },
        times: 1,
        effect: { kind: 'drop' },
      },
    },
  ]);
  await expect(get('/subscriptions?api-version=2022-12-01')).rejects.toThrow(TypeError);
  expect((await get('/subscriptions?api-version=2022-12-01')).status).toBe(200);
  expect((await store.readLog(10)).map(({ operation, status }) => [operation, status])).toEqual([
    ['subscriptions.list', null],
    ['subscriptions.list', 200],
  ]);
});

test('a question to Resource Graph takes no lock and counts as a read, though it is a POST', async () => {
  const plain = createMemoryStore();
  const locked: string[] = [];
  const store: EventStore = {
    ...plain,
    exclusively: (work) => {
      locked.push('locked');
      return plain.exclusively(work);
    },
  };
  const { send } = testAzure('document', { store });
  const path = '/providers/microsoft.resourcegraph/resources?api-version=2022-10-01';
  const answer = await send('POST', path, { query: 'resources | count' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-ms-ratelimit-remaining-subscription-reads')).not.toBeNull();
  expect(locked).toEqual([]);
  await send('POST', restorePath, exampleRestore);
  expect(locked).toEqual(['locked']);
});

test('requests of one moment see one and the same world', async () => {
  const { azure, send } = testAzure('document');
  const [first, second] = await Promise.all([azure.state(), azure.state()]);
  expect(first).toBe(second);
  await send('POST', restorePath, exampleRestore);
  const [third, fourth] = await Promise.all([azure.state(), azure.state()]);
  expect(third).toBe(fourth);
  expect(third.jobs).toHaveLength(1);
});
