import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { commvaultVmId } from '#src/api/commvault/home.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import { commvaultVmPages } from '#src/api/commvault/vms.ts';
import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import { commvaultGlobalSearch, commvaultMachines } from '#src/datasources/commvault-vm/search.ts';
import { instanceOf, testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { vmSearch } from '#src/datasources/commvault-vm/vm-search.tsx';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { app01, guidOf } from '#src/mocks/commvault/testing.ts';
import { corp } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

const HOST = new URL(COMMSERVE_ORIGIN).host;
const { signal } = new AbortController();
const find = (...words: readonly string[]) =>
  commvaultGlobalSearch.find(words, 5, signal, new QueryClient());
const findJobs = async (...words: readonly string[]) =>
  commvaultGlobalSearch.jobs?.find(words, 5, signal);

test('VMs are found by words of their name, VM group and hypervisor', async () => {
  testWizard();
  const { hits, total } = await find('app01');
  expect(total).toBe(1);
  expect(hits[0]).toMatchObject({
    id: instanceOf(app01),
    name: 'app01',
    place: ['vmg-contoso-production-stream', 'hv-contoso-production'],
  });
  expect((await find('ledger', 'corporate')).hits.map(({ name }) => name)).toEqual([
    'fin-ledger-01',
  ]);
  expect(await find('nothing-like-it')).toEqual({ hits: [], total: 0 });
});

test('of many the first are shown, and all counted', async () => {
  testWizard();
  const { hits, total } = await find('contoso');
  expect([hits.length, total]).toEqual([5, 14]);
});

test('a GUID is found far behind the first VMs, which a name is not', async () => {
  testWizard('scale');
  const { read } = commvaultVmPages(HOST, {});
  const { rows } = await read({ start: { token: '99900' }, top: 1 }, signal);
  const last = rows[0];
  expect((await find(last?.guid.toUpperCase() ?? '')).hits.map(({ id }) => id)).toEqual([last?.id]);
  expect((await find(last?.name ?? '')).hits.map(({ id }) => id)).not.toContain(last?.id);
});

test('jobs are found by number, and among the newest by status', async () => {
  testWizard();
  expect((await findJobs('8163407'))?.hits.map(({ name }) => name)).toEqual(['8163407']);
  // Of nine days ago: no list of the last seven has it.
  expect((await findJobs('5470016'))?.hits.map(({ name }) => name)).toEqual(['5470016']);
  expect(await findJobs('99')).toEqual({ hits: [], total: 0 });
  const running = await findJobs('restore', 'running');
  expect(running?.hits.map(({ name }) => name)).toContain('8163407');
});

test('without a token VMs are not known, and jobs are those last seen', async () => {
  testWizard();
  await findJobs('restore');
  expect(commvaultGlobalSearch.isReady?.()).toBe(true);
  commServeSession(HOST).tokens.enter(null);
  expect(commvaultGlobalSearch.isReady?.()).toBe(false);
  await expect(find('app01')).rejects.toThrow('token');
  expect((await findJobs('8163407'))?.hits.map(({ name }) => name)).toEqual(['8163407']);
});

const { host } = new URL(COMMSERVE_ORIGIN);
const edgeCache = app01.replace('app01', 'edge-cache-09');
const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

test('a VM of both services leads from each backup to the other, by its vmId', async () => {
  testWizard();
  const queries = newClient();
  const key = await commvaultMachines.machineKey(queries, instanceOf(app01));
  expect(key).toBe(app01.toLowerCase());
  const azure = await queries.query(protectedMachineQuery(resourceId(key ?? '')));
  expect(azure?.friendlyName).toBe('app01');
  const back = azure?.sourceResourceId.toLowerCase();
  expect(await commvaultMachines.backupsOf(queries, back ?? '')).toEqual([
    { instance: instanceOf(app01), name: 'app01' },
  ]);
});

test('a GUID in capitals is the same VM', async () => {
  testWizard();
  const shouted = resourceId(`commvault:${host}/vm/${guidOf(app01).toUpperCase()}`);
  expect(await commvaultMachines.machineKey(newClient(), shouted)).toBe(app01.toLowerCase());
});

test('a VM that Azure has no more, and an ID of none, have no key', async () => {
  const { sent } = testWizard();
  const queries = newClient();
  expect(await commvaultMachines.machineKey(queries, instanceOf(edgeCache))).toBeNull();
  expect(await commvaultMachines.machineKey(queries, resourceId('commvault:x'))).toBeNull();
  expect(await commvaultMachines.backupsOf(queries, edgeCache.toLowerCase())).toEqual([]);
  // Without a GUID there is nothing to ask a CommServe for.
  expect(sent.filter(({ url }) => url.startsWith(COMMSERVE_ORIGIN))).toEqual([]);
});

test('a VM that Commvault doesn’t protect has no backup there', async () => {
  testWizard();
  const other = `${corp('rg-crm')}/providers/Microsoft.Compute/virtualMachines/none`;
  expect(await commvaultMachines.backupsOf(newClient(), other.toLowerCase())).toEqual([]);
});

test('without a token the backups are not known', async () => {
  testWizard();
  commServeSession(host).tokens.enter(null);
  await expect(commvaultMachines.backupsOf(newClient(), app01.toLowerCase())).rejects.toThrow(
    'token',
  );
  expect(await commvaultMachines.machineKey(newClient(), commvaultVmId(host, guidOf(app01)))).toBe(
    app01.toLowerCase(),
  );
});

const GUID = '5F2D9A30-7c41-4b8e-9d6f-0a1b2c3d4e5f';

test.each([
  [{}, { search: '', text: '', filter: {} }],
  // A CommServe finds a GUID; a name is searched in what was read.
  [{ search: GUID }, { search: GUID, text: '', filter: { guid: GUID } }],
  [{ search: ' app ' }, { search: 'app', text: 'app', filter: {} }],
  [{ search: GUID.slice(1) }, { text: GUID.slice(1), filter: {} }],
  [{ health: 'pending' }, { status: 'pending', filter: { status: 'pending' } }],
  [{ health: 'all' }, { status: undefined, filter: {}, ignored: [] }],
  [{ search: GUID, health: 'protected' }, { filter: { guid: GUID, status: 'protected' } }],
  // What means nothing here narrows nothing, and is named.
  [{ health: 'actionRequired' }, { filter: {}, ignored: ['health=actionRequired'] }],
])('the address %o asks for %o', (address, wanted) => {
  expect(vmSearch(address)).toMatchObject(wanted);
});
