import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer, broken } from '#src/api/arm/testing.ts';
import { connectionTrouble, testCommServe } from '#src/api/commvault/connection.ts';
import {
  commServeAt,
  commvaultJobId,
  commvaultVmId,
  isCommvaultId,
  jobOf,
  provideCommServes,
  vmOf,
} from '#src/api/commvault/home.ts';
import { startCommvaultRestore } from '#src/api/commvault/restores.ts';
import { tokensOf } from '#src/api/commvault/session.ts';
import { GUID, HOST, RESTORE, testServe, VM_ROW } from '#src/api/commvault/testing.ts';
import { commvaultVmPages } from '#src/api/commvault/vms.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeClock } from '#src/lib/testing.ts';

/** Each test has a CommServe of its own: tabs hear of one another by its name. */
let host = '';
let tests = 0;
const pair = (number: number) => ({
  accessToken: `access-${String(number)}`,
  refreshToken: `refresh-${String(number)}`,
});
const VMS = { totalRecords: 1, vmStatusInfoList: [VM_ROW] };
const PAGE = '<!DOCTYPE html><title>Maintenance</title>';

beforeEach(() => {
  installClock(fakeClock(1_000_000, 1000));
  tests += 1;
  host = `commserve-${String(tests)}.example`;
});
afterEach(() => {
  installClock(machineClock);
  provideCommServes([]);
  vi.unstubAllGlobals();
});

/** A CommServe whose reads answer so, and that replaces tokens or refuses to. */
function serving(vms: (token: string, path: string) => Response, renews = true, tokens = pair(1)) {
  const { arm, sent } = testServe(({ url, headers }) => {
    const token = headers.get('authtoken') ?? '';
    if (!url.endsWith('/V4/AccessToken/Renew')) return vms(token, url.replace(/.*\/api/, ''));
    return renews ? answer(200, pair(2)) : answer(200, { errorCode: 5, errorMessage: 'Expired' });
  });
  provideCommServes([{ host, commCellId: 2, tokens }], arm.http);
  return {
    used: () => sent.map(({ url, headers }) => [url.replace(/.*\/api/, ''), headers['authtoken']]),
    sent,
  };
}

function tested(client = new QueryClient()) {
  const mutation = client.getMutationCache().build(client, testCommServe(host));
  return mutation.execute(undefined);
}
const failed = async (): Promise<unknown> => tested().catch((error: unknown) => error);

describe('a connection that does not work', () => {
  const withoutRefresh = { accessToken: 'access', refreshToken: '' };
  test.each([
    ['token', () => answer(401)],
    ['token', () => answer(401, PAGE)],
    ['firewall', () => answer(403, PAGE)],
    ['firewall', () => answer(403, { errorCode: 403, errorMessage: 'Forbidden' })],
    ['maintenance', () => answer(200, PAGE)],
    ['maintenance', () => answer(405, PAGE)],
    ['elsewhere', () => answer(404, '')],
    ['elsewhere', () => answer(200, 'Hello')],
    ['refused', () => answer(200, { errorCode: 5, errorMessage: 'Access denied' })],
    ['refused', () => answer(500, { errorCode: 1, errorMessage: 'Database is down' })],
  ])('is “%s”', async (trouble, answering) => {
    serving(answering, true, withoutRefresh);
    expect(connectionTrouble(await failed())).toBe(trouble);
  });

  test('for want of a token sends nothing', async () => {
    const { sent } = serving(() => answer(200, VMS));
    tokensOf(host)?.enter(null);
    expect(connectionTrouble(await failed())).toBe('noToken');
    expect(sent).toEqual([]);
  });

  test.each([
    ['hidden', () => Promise.resolve(new Response())],
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])(
    'without an answer is “%s”, by a request that no CommServe needs to allow',
    async (trouble, reach) => {
      serving(broken);
      const requests = vi.fn<typeof fetch>(reach);
      vi.stubGlobal('fetch', requests);
      const error = await failed();
      expect(connectionTrouble(error)).toBe(trouble);
      expect(armFacts(error)).toMatchObject({ kind: 'lost', service: 'Commvault' });
      expect(requests).toHaveBeenCalledTimes(1);
      const [address, init] = requests.mock.calls[0] ?? [];
      expect(address).toBe(`https://${host}/webconsole/api`);
      expect(init).toMatchObject({ mode: 'no-cors', credentials: 'omit' });
      expect(init?.headers).toBeUndefined();
    },
  );

  test('shows where the headers of the page lack the address', async () => {
    const events = new EventTarget();
    vi.stubGlobal('document', events);
    serving(() => {
      const blockedURI = `https://${host}/webconsole/api/VM`;
      const event = new Event('securitypolicyviolation');
      events.dispatchEvent(Object.assign(event, { blockedURI, disposition: 'enforce' }));
      return broken();
    });
    expect(connectionTrouble(await failed())).toBe('policy');
  });

  test('of something else is a refusal', () => {
    expect(connectionTrouble(new Error('?'))).toBe('refused');
  });
});

describe('a connection that works', () => {
  test('has what was read of the CommServe read again, and nothing of Azure', async () => {
    serving(() => answer(200, VMS));
    const client = new QueryClient();
    const own = commvaultVmPages(host, {}).key;
    client.setQueryData(own, []);
    client.setQueryData(['azure'], []);
    await tested(client);
    const isOld = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;
    expect([isOld(own), isOld(['azure'])]).toEqual([true, false]);
  });

  test('has no header that a CommServe would have to allow beside its own', async () => {
    const { sent } = serving(() => answer(200, VMS));
    await tested();
    const names = Object.keys(sent[0]?.headers ?? {}).toSorted();
    expect(names).toEqual(['accept', 'authtoken', 'paginginfo']);
  });

  test('leaves no token in the state of the test', async () => {
    serving((token) => (token === 'Bearer access-2' ? answer(200, VMS) : answer(401)));
    const client = new QueryClient();
    await tested(client);
    const states = client
      .getMutationCache()
      .getAll()
      .map(({ state }) => state);
    expect(JSON.stringify(states)).not.toMatch(/access|refresh/);
  });
});

describe('a token that has expired', () => {
  const onlyNew = (token: string) => (token === 'Bearer access-2' ? answer(200, VMS) : answer(401));

  test('is renewed once, and the read is repeated', async () => {
    const { used } = serving(onlyNew);
    expect(await tested()).toEqual({ vms: 1, since: tokensOf(host)?.since() });
    expect(used()).toEqual([
      ['/VM', 'Bearer access-1'],
      ['/V4/AccessToken/Renew', 'Bearer access-1'],
      ['/VM', 'Bearer access-2'],
    ]);
  });

  test('is forgotten where it is of another tenant, which can’t renew it', async () => {
    const { used } = serving(onlyNew, false);
    expect(connectionTrouble(await failed())).toBe('token');
    expect(tokensOf(host)?.isThere()).toBe(false);
    expect(used()).toHaveLength(2);
  });

  test('never has a restore repeated: the person presses again', async () => {
    // It expires between the question about the way of the body and the restore.
    const { used } = serving((token, path) =>
      token === 'Bearer access-2' || path === '/JobDetails'
        ? answer(200, { taskId: 1, jobIds: ['7'] })
        : answer(401),
    );
    const press = async () => startCommvaultRestore(host, RESTORE, 'mark').catch(armFacts);
    expect(await press()).toMatchObject({ kind: 'refused', status: 401 });
    expect(used()).toEqual([
      ['/JobDetails', 'Bearer access-1'],
      ['/CreateTask', 'Bearer access-1'],
    ]);
    expect(await press()).toEqual({ jobId: `commvault:${host}/job/7` });
    expect(used().map(([path]) => path)).toEqual([
      '/JobDetails',
      '/CreateTask',
      '/V4/AccessToken/Renew',
      '/CreateTask',
    ]);
  });
});

describe('the tokens of a visit', () => {
  test('start with those of the demo, and hear nothing of the visit before', async () => {
    serving(() => answer(200, VMS));
    const before = tokensOf(host);
    before?.enter({ accessToken: 'access-9', refreshToken: '' });
    resetPageState();
    const after = tokensOf(host);
    expect(after).not.toBe(before);
    // One tab answers the other in that time.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await after?.getToken('')).toMatchObject({ token: 'access-1' });
  });

  test('are of no CommServe that the deployment doesn’t name', () => {
    serving(() => answer(200, VMS));
    expect([tokensOf(host)?.isThere(), tokensOf('evil.example')]).toEqual([true, null]);
    provideCommServes([]);
    expect(tokensOf(host)).toBeNull();
  });
});

test('an ID names its CommServe, and a VM by the GUID that Azure has for it', () => {
  const vm = commvaultVmId(HOST, GUID.toUpperCase());
  const job = commvaultJobId(HOST, '8163492');
  expect(vm).toBe(`commvault:${HOST}/vm/${GUID}`);
  expect(vmOf(vm)).toEqual({ host: HOST, name: GUID });
  expect(jobOf(job)).toEqual({ host: HOST, name: '8163492' });
  // Some places of the product compare IDs without letter case.
  expect(vmOf(vm.toUpperCase())).toEqual({ host: HOST, name: GUID });
  expect([vm, job, `/subscriptions/${vm}`].map(isCommvaultId)).toEqual([true, true, false]);
});

test.each([
  ['the ID of the other kind', `commvault:${HOST}/vm/${GUID}`],
  ['a number that is none', `commvault:${HOST}/job/12a`],
  ['a path in the number', `commvault:${HOST}/job/12/../../x`],
  ['an address in place of a host', 'commvault:https://evil.example/job/12'],
  ['no host', 'commvault:/job/12'],
])('%s is not the ID of a job', (_what, id) => {
  expect(jobOf(id)).toBeNull();
});

test('a CommServe is at an address of https, with its port', () => {
  expect(commServeAt('https://commserve.contoso.example/anything')).toEqual({
    host: HOST,
    commCellId: 2,
  });
  expect(commServeAt('https://commserve.contoso.example:8443', 7)).toEqual({
    host: `${HOST}:8443`,
    commCellId: 7,
  });
  expect(
    ['http://commserve.contoso.example', 'commserve', ''].map((one) => commServeAt(one)),
  ).toEqual([null, null, null]);
});
