import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';
import { app01, guidOf, testCommServe, webFe } from '#src/mocks/commvault/testing.ts';

/** What a simulated CommServe lists (commvault.md §2.2). */

const vmList = z.object({
  totalRecords: z.number(),
  vmStatusInfoList: z.array(
    z.looseObject({
      name: z.string(),
      strGUID: z.string(),
      vmStatus: z.union([z.number(), z.string()]),
      isDeleted: z.boolean(),
    }),
  ),
});
const page = (text: string) => ({ PagingInfo: text });
const jobs = z.object({
  jobs: z.array(
    z.object({
      jobSummary: z.looseObject({
        jobId: z.number(),
        status: z.string(),
        jobEndTime: z.number(),
        vsaParentJobID: z.number(),
      }),
    }),
  ),
});

const listOf = async (it: ReturnType<typeof testCommServe>, path: string, paging = '0,100') =>
  vmList.parse(await it.read(path, page(paging)));

describe('the list of VMs', () => {
  test('comes by pages that a header asks for, and ends with a shorter one', async () => {
    const it = testCommServe();
    const pages = [];
    for (const number of [0, 1, 2, 3]) pages.push(await listOf(it, '/VM', `${number},6`));
    expect(pages.map(({ vmStatusInfoList }) => vmStatusInfoList.length)).toEqual([6, 6, 2, 0]);
    expect(pages.map(({ totalRecords }) => totalRecords)).toEqual([14, 14, 14, 14]);
    const names = pages.flatMap(({ vmStatusInfoList }) => vmStatusInfoList.map(({ name }) => name));
    expect(new Set(names).size).toBe(14);
  });

  test('has the vmId of Azure as its GUID, in whatever letters', async () => {
    const it = testCommServe();
    for (const id of [app01, webFe]) {
      const { totalRecords, vmStatusInfoList } = await listOf(it, `/VM?guid=${guidOf(id)}`);
      expect(totalRecords).toBe(1);
      const guid = vmStatusInfoList[0]?.strGUID.toLowerCase();
      expect(await it.vm(id)).toMatchObject({ properties: { vmId: guid } });
    }
  });

  test('is filtered by status, which is a number or its text', async () => {
    const it = testCommServe();
    const pending = await listOf(it, '/VM?status=3');
    expect(pending.vmStatusInfoList).toMatchObject([{ name: 'build-agent-04', vmStatus: 3 }]);
    const withErrors = await listOf(it, '/VM?status=4');
    expect(withErrors.vmStatusInfoList).toMatchObject([{ name: 'web-fe-07', vmStatus: '4' }]);
  });

  test('sees a minute later that a VM was deleted', async () => {
    const it = testCommServe();
    const isDeleted = async () =>
      (await listOf(it, `/VM?guid=${guidOf(app01)}`)).vmStatusInfoList[0]?.isDeleted;
    await it.send('DELETE', `${app01}?api-version=2024-03-01`);
    it.clock.add(40);
    expect(await it.vm(app01)).toBeUndefined();
    expect(await isDeleted()).toBe(false);
    it.clock.add(61);
    expect(await isDeleted()).toBe(true);
  });

  test('of a large world is made page by page, and found by GUID', async () => {
    const it = testCommServe('scale');
    const last = await listOf(it, '/VM', '999,100');
    expect([last.totalRecords, last.vmStatusInfoList.length]).toEqual([100_000, 100]);
    const [one] = last.vmStatusInfoList;
    const found = await listOf(it, `/VM?guid=${one?.strGUID ?? ''}`);
    expect(found.vmStatusInfoList).toEqual([one]);
    expect((await listOf(it, '/VM?guid=00000000-0000-4000-a000-000000000000')).totalRecords).toBe(
      0,
    );
  });
});

describe('a VM', () => {
  const path = `/v2/vsa/vm/${guidOf(app01).toUpperCase()}`;

  test('has its finished backups as jobs, a parent for each night', async () => {
    const it = testCommServe();
    const read = async (of: string, headers = {}) =>
      jobs.parse(await it.read(of, headers)).jobs.map(({ jobSummary }) => jobSummary);
    const own = await read(`${path}/jobs`);
    expect(own).toHaveLength(14);
    expect(own[0]?.status).toBe('Completed');
    const other = await read(`/v2/vsa/vm/${guidOf(webFe)}/jobs`);
    expect(other.map((one) => one.vsaParentJobID)).toEqual(own.map((one) => one.vsaParentJobID));
    expect(other[0]?.status).toBe('Completed w/ one or more errors');
    const lookup = await read(`${path}/jobs?completedJobLookupTime=${2 * 86_400}`);
    expect(lookup.map(({ jobId }) => jobId)).toEqual(own.slice(0, 2).map(({ jobId }) => jobId));
    it.clock.add(86_400);
    const { body } = await it.ask('POST', '/V4/AccessToken/Renew', DEMO_TOKENS);
    const { accessToken } = z.object({ accessToken: z.string() }).parse(body);
    const later = await read(`${path}/jobs`, { Authtoken: `Bearer ${accessToken}` });
    expect(later[1]?.jobId).toBe(own[0]?.jobId);
  });

  test('lists its configuration before its disks', async () => {
    expect(await testCommServe().read(`${path}/disks`)).toMatchObject({
      disks: [
        { name: 'app01.json', isOSDisk: false, type: '' },
        { name: 'app01_OsDisk', isOSDisk: true, type: 'Premium_LRS' },
        { name: 'app01_DataDisk_0', isOSDisk: false },
        { name: 'app01_DataDisk_1', isOSDisk: false },
      ],
    });
  });

  test('says by how its group is backed up, and whether it can be restored', async () => {
    const it = testCommServe();
    const details = z.object({
      vmDetails: z.object({
        summary: z.looseObject({
          vmGroup: z.object({ id: z.number() }),
          latestRecoveryPoint: z.number(),
        }),
        activityControl: z.array(z.object({ enableActivityType: z.boolean() })),
      }),
    });
    const byName = async (name: string) => {
      const all = (await listOf(it, '/VM')).vmStatusInfoList;
      const guid = all.find((one) => one.name === name)?.strGUID ?? '';
      return details.parse(await it.read(`/V4/VirtualMachines/${guid}`)).vmDetails;
    };
    const snapped = await byName('dc-hq-01');
    expect(snapped.activityControl).toEqual([{ enableActivityType: false }]);
    const groups = [await byName('app01'), snapped].map(({ summary }) => summary.vmGroup.id);
    const kinds = groups.map(async (id) => it.read(`/V4/VMGroup/${id}`));
    expect(await Promise.all(kinds)).toMatchObject([
      { snapshotManagement: { enableHardwareSnapshot: false } },
      { snapshotManagement: { enableHardwareSnapshot: true } },
    ]);
    expect((await byName('build-agent-04')).summary.latestRecoveryPoint).toBe(0);
  });

  test('that no one knows is a 404', async () => {
    const it = testCommServe();
    const nowhere = await it.ask('GET', '/V4/VirtualMachines/nothing');
    expect(nowhere).toMatchObject({ status: 404, body: { errorCode: 404 } });
  });
});

test('a hypervisor is a subscription of the world, and access nodes have names', async () => {
  const it = testCommServe();
  expect(await it.read('/V4/Hypervisor')).toMatchObject({
    HypervisorCount: 2,
    Hypervisors: [
      { id: 120, name: 'hv-contoso-production', HypervisorType: 'AZURE_V2' },
      { id: 121, name: 'hv-contoso-corporate' },
    ],
  });
  expect(await it.read('/VSAClientAndClientGroupList')).toMatchObject({
    clients: [{ clientName: 'an-weu-1' }, { clientName: 'an-weu-2' }, { clientName: 'an-neu-1' }],
  });
});
