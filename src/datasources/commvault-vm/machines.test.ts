import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { commvaultVmId } from '#src/api/commvault/home.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import { commvaultMachines } from '#src/datasources/commvault-vm/search.ts';
import { instanceOf, testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { app01, guidOf } from '#src/mocks/commvault/testing.ts';
import { corp } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

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
