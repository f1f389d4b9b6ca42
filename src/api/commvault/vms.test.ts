import { describe, expect, test } from 'vitest';
import { answer } from '#src/api/arm/testing.ts';
import { vmOf } from '#src/api/commvault/home.ts';
import { GUID, HOST, testServe, VM_ROW } from '#src/api/commvault/testing.ts';
import { getVm, getVmGroup, listVmDisks, listVms, type VmFilter } from '#src/api/commvault/vms.ts';

const place = { host: HOST, name: GUID };

/** A CommServe with so many VMs, which counts as it likes. */
function serveOf(there: number, total: number | string) {
  const all = Array.from({ length: there }, (_, at) => ({
    ...VM_ROW,
    name: `vm-${String(at)}`,
    strGUID: `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`,
  }));
  return testServe((_request, { headers }) => {
    const [page = 0, size = 0] = (headers['paginginfo'] ?? '').split(',').map(Number);
    const vmStatusInfoList = all.slice(page * size, (page + 1) * size);
    return answer(200, { totalRecords: total, pageNo: page, pageSize: size, vmStatusInfoList });
  });
}

const wanted = (skip: number, top: number, filter: VmFilter = {}) => ({
  host: HOST,
  filter,
  start: { skip },
  top,
});

describe('the VMs of a CommServe', () => {
  test('are read field by field', async () => {
    const { arm } = testServe(() => answer(200, { totalRecords: 1, vmStatusInfoList: [VM_ROW] }));
    expect((await listVms(arm, wanted(0, 200))).rows).toEqual([
      {
        id: `commvault:${HOST}/vm/${GUID}`,
        name: 'testVM',
        guid: GUID,
        status: 'protected',
        sizeBytes: 136365211648,
        os: 'Windows Server 2022',
        isDeleted: false,
        group: { id: '35311', name: 'vg-weu' },
        hypervisor: { id: '120', name: 'hv-azure-a' },
        planName: 'gold',
        lastBackupAt: 1763693600000,
        lastJobId: `commvault:${HOST}/job/8163001`,
        isRestoreEnabled: true,
      },
    ]);
  });

  test('without anything but a GUID are still there', async () => {
    const { arm } = testServe(() =>
      answer(200, {
        vmStatusInfoList: [{ strGUID: GUID, vmStatus: 9, vmSize: '', subclientId: -999 }],
      }),
    );
    expect((await listVms(arm, wanted(0, 200))).rows[0]).toMatchObject({
      name: GUID,
      status: 'unknown',
      sizeBytes: null,
      group: null,
      hypervisor: null,
      lastBackupAt: null,
      lastJobId: null,
      isRestoreEnabled: null,
    });
  });

  test('without a GUID differ by their names, and no address opens them', async () => {
    const nameless = [{ name: 'a', strGUID: '' }, { name: 'b' }];
    const { arm } = testServe(() => answer(200, { vmStatusInfoList: nameless }));
    const { rows } = await listVms(arm, wanted(0, 200));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
    expect(rows.map(({ id }) => vmOf(id))).toEqual([null, null]);
  });

  test('come a hundred at a time, on demand', async () => {
    const { arm, sent } = serveOf(100_000, 100_000);
    const page = await listVms(arm, wanted(400, 200, { status: 'backedUpWithErrors' }));
    expect(page).toMatchObject({ total: 100_000, next: '600' });
    expect(page.rows.map(({ name }) => name)).toHaveLength(200);
    expect([page.rows[0]?.name, page.rows.at(-1)?.name]).toEqual(['vm-400', 'vm-599']);
    expect(sent.map(({ url, headers }) => [url.split('?')[1], headers['paginginfo']])).toEqual([
      ['status=4', '4,100'],
      ['status=4', '5,100'],
    ]);
  });

  test('can be requested by their GUID', async () => {
    const { arm, sent } = serveOf(0, 0);
    await listVms(arm, wanted(0, 1, { guid: GUID }));
    expect(sent[0]?.url.endsWith(`/VM?guid=${GUID}`)).toBe(true);
  });

  test.each([
    ['as it is', 250, 250],
    ['too much', 250, 400],
    ['too much by a whole page', 200, 300],
    ['too little', 250, 150],
    ['too little by a whole page', 200, 100],
    ['nothing at all', 250, 0],
    ['nothing that is a number', 250, ''],
    ['as text', 250, '250'],
    ['of an empty list', 0, 7],
  ])('are all read where the CommServe counts %s', async (_what, there, total) => {
    const { arm } = serveOf(there, total);
    for (const top of [70, 200, 1000]) {
      const names: string[] = [];
      let next: string | null = '0';
      let last = Number.NaN;
      while (next !== null) {
        const page: Awaited<ReturnType<typeof listVms>> = await listVms(arm, {
          ...wanted(0, top),
          start: { token: next },
        });
        names.push(...page.rows.map(({ name }) => name));
        ({ next, total: last } = page);
      }
      expect(names).toEqual(Array.from({ length: there }, (_, at) => `vm-${String(at)}`));
      expect(last).toBe(there);
    }
  });
});

describe('one VM', () => {
  const summary = {
    name: 'testVM',
    UUID: GUID.toUpperCase(),
    vendor: 'AZURE_V2',
    hypervisor: { id: 120, name: 'hv-azure-a' },
    vmGroup: { id: 35311, name: 'vg-weu' },
    os: 'Windows Server 2022',
    vmSize: 136365211648,
    status: 'BACKED_UP_WITH_ERROR',
    lastBackup: { time: 1763690000, jobId: 8163001, lastSuccessfulBackupTime: 1763693600 },
    plan: { id: 4, name: 'gold' },
    host: 'testRG',
    latestRecoveryPoint: 1763693600,
    oldestRecoveryPoint: 1761000000,
  };

  test('is read field by field', async () => {
    const vmDetails = {
      summary,
      passkey: { authType: 'USE_PASSKEY', passKeyRequiredForRestore: true },
      activityControl: [
        { activityType: 'BACKUP', enableActivityType: true },
        { activityType: 'RESTORE', enableActivityType: false },
      ],
    };
    const { arm, sent } = testServe(() => answer(200, { vmDetails }));
    expect(await getVm(arm, place)).toEqual({
      id: `commvault:${HOST}/vm/${GUID}`,
      name: 'testVM',
      guid: GUID,
      status: 'backedUpWithErrors',
      sizeBytes: 136365211648,
      os: 'Windows Server 2022',
      isDeleted: false,
      group: { id: '35311', name: 'vg-weu' },
      hypervisor: { id: '120', name: 'hv-azure-a' },
      planName: 'gold',
      lastBackupAt: 1763693600000,
      lastJobId: `commvault:${HOST}/job/8163001`,
      isRestoreEnabled: false,
      resourceGroup: 'testRG',
      latestPointAt: 1763693600000,
      oldestPointAt: 1761000000000,
      needsPasskey: true,
    });
    expect(sent[0]?.url.endsWith(`/V4/VirtualMachines/${GUID}`)).toBe(true);
  });

  test('says nothing of a passkey and of activities where the answer doesn’t', async () => {
    const { arm } = testServe(() => answer(200, { vmDetails: { summary: { UUID: GUID } } }));
    expect(await getVm(arm, place)).toMatchObject({ isRestoreEnabled: null, needsPasskey: null });
  });

  test('has disks, of which the configuration is none', async () => {
    const { arm } = testServe(() =>
      answer(200, {
        disks: [
          { name: 'testVM.json', isOSDisk: false, type: '' },
          { name: 'testVM-osdisk', isOSDisk: true, type: 'Premium_LRS' },
          { name: 'testVM-data.JSON', isOSDisk: false, type: '' },
          { name: 'testVM-data', isOSDisk: false, type: '' },
        ],
      }),
    );
    expect(await listVmDisks(arm, place)).toEqual([
      { name: 'testVM-osdisk', isOsDisk: true, type: 'Premium_LRS' },
      { name: 'testVM-data', isOsDisk: false, type: null },
    ]);
  });

  test.each([
    [{ snapshotManagement: { enableHardwareSnapshot: true } }, true],
    [{ snapshotManagement: { enableHardwareSnapshot: false } }, false],
    [{}, null],
  ])('is in a group that backs up by snapshots or not: %j', async (body, isSnapshot) => {
    const { arm, sent } = testServe(() => answer(200, body));
    expect(await getVmGroup(arm, '35311')).toEqual({ isSnapshot });
    expect(sent[0]?.url.endsWith('/V4/VMGroup/35311')).toBe(true);
  });
});
