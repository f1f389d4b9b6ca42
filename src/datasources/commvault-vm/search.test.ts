import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { commServeSession } from '#src/api/commvault/session.ts';
import { commvaultVmPages } from '#src/api/commvault/vms.ts';
import { commvaultGlobalSearch } from '#src/datasources/commvault-vm/search.ts';
import { instanceOf, testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';

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
