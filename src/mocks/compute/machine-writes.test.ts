import { describe, expect, test } from 'vitest';
import {
  app01,
  beside,
  COMPUTE,
  diskId,
  machineId,
  machineOfDisks,
  NETWORK,
  nicId,
  refusalOf,
  restored,
  withNic,
  writesAzure,
  writesWorld,
} from '#src/mocks/testing-writes.ts';
import { jsonOf, type TestAzure } from '#src/mocks/testing.ts';
import type { MachineSeed, Seed } from '#src/mocks/world/seed.ts';

/** What the simulated Azure takes and refuses of a machine that is to be built, and of one that is there. */

const target = machineId('built01');
const url = `${target}?${COMPUTE}`;

async function building(
  body: unknown,
  change: Partial<Seed> = {},
  headers: Record<string, string> = {},
): Promise<string> {
  const it = await withNic(writesAzure(change));
  return refusalOf(await it.send('PUT', url, body, headers));
}

const setId = String(beside('Microsoft.Compute/availabilitySets', 'set-app'));

const withDisks = (osDisk: object, dataDisks: readonly object[] = []) =>
  machineOfDisks({
    storageProfile: {
      osDisk: {
        createOption: 'Attach',
        osType: 'Linux',
        managedDisk: { id: diskId('new-os') },
        ...osDisk,
      },
      dataDisks,
    },
  });
const dataDisk = (name: string, lun: number) => ({
  lun,
  createOption: 'Attach',
  managedDisk: { id: diskId(name) },
});
const withStorage = (storage: object, more: object = {}) => {
  const { storageProfile } = machineOfDisks().properties;
  return machineOfDisks({ ...more, storageProfile: { ...storageProfile, ...storage } });
};
const sized = (vmSize: string) => machineOfDisks({ hardwareProfile: { vmSize } });
const onNic = (name: string) =>
  machineOfDisks({ networkProfile: { networkInterfaces: [{ id: nicId(name) }] } });
const [subscriptionId = ''] = /[0-9a-f-]{36}/.exec(app01.id) ?? [];
const quota = (name: string, used: number, limit: number) => ({
  quotas: [{ subscriptionId, location: 'westeurope', name, used, limit }],
});
/** The restored disks of a machine; what their owners say they have too. */
const pair = (ofOs: Partial<MachineSeed>, ofData = ofOs) => [
  restored('new-os', -1, ofOs),
  restored('new-data', 0, ofData),
];
const inNoZone = pair({ zone: undefined });
const ultraData = restored('new-data', 0);
const withUltra: Partial<Seed> = {
  looseDisks: [
    restored('new-os', -1),
    { ...ultraData, disk: { ...ultraData.disk, sku: 'UltraSSD_LRS' } },
  ],
};

const PARAMETER = '400 InvalidParameter';
const LOST = '400 InvalidResourceReference';
const TAKEN = '409 ConflictingUserInput';
/** A machine that is refused, and how; in another world than usual. */
type Row = [what: string, body: unknown, expected?: string, change?: Partial<Seed>];

describe('a machine of restored disks', () => {
  test('is built: its disks are attached, and it runs', async () => {
    const running: unknown = expect.arrayContaining([
      { code: 'PowerState/running', level: 'Info' },
    ]);
    const it = await withNic(writesAzure());
    const created = await it.send('PUT', url, machineOfDisks());
    expect(created.status).toBe(201);
    expect(created.headers.get('azure-asyncoperation')).toMatch(
      /\/Microsoft\.Compute\/locations\/westeurope\/operations\//,
    );
    expect(created.headers.get('azure-asyncnotification')).toBe('Enabled');
    expect(await jsonOf(created)).toMatchObject({ properties: { provisioningState: 'Creating' } });
    it.clock.add(60);
    expect(await jsonOf(await it.get(`${url}&$expand=instanceView`))).toMatchObject({
      name: 'built01',
      zones: ['1'],
      properties: {
        provisioningState: 'Succeeded',
        storageProfile: {
          osDisk: { name: 'new-os', createOption: 'Attach', diskSizeGB: 30 },
          dataDisks: [{ lun: 0, name: 'new-data', diskSizeGB: 64 }],
        },
        instanceView: { statuses: running },
      },
    });
    const disk = await jsonOf(await it.get(`${diskId('new-os')}?api-version=2023-10-02`));
    expect(disk).toMatchObject({ managedBy: target, properties: { diskState: 'Attached' } });
    expect(await jsonOf(await it.get(`${nicId('new-nic')}?${NETWORK}`))).toMatchObject({
      properties: { virtualMachine: { id: target } },
    });
  });

  test.each<Row>([
    ['with an osProfile', machineOfDisks({ osProfile: { computerName: 'x' } })],
    [
      'as if of an image',
      withStorage({ imageReference: { id: beside('Microsoft.Compute/images', 'golden') } }),
    ],
    ['without the kind of its system', withDisks({ osType: undefined })],
    ['of a disk that is gone', withDisks({ managedDisk: { id: diskId('lost') } }), '404 NotFound'],
    ['of a disk that another machine has', withDisks({}, [dataDisk('app01_DataDisk_0', 0)]), TAKEN],
    [
      'with two disks of one number',
      withDisks({}, [dataDisk('new-data', 0), dataDisk('more-data', 0)]),
    ],
    ['with a number that no disk has', withDisks({}, [dataDisk('new-data', 64)])],
    [
      'of a disk in another region',
      machineOfDisks(),
      '400 BadRequest',
      { looseDisks: pair({ location: 'northeurope' }, {}) },
    ],
    ['in another zone than its disks', machineOfDisks({}, { zones: ['2'] }), '400 BadRequest'],
    ['in no zone', machineOfDisks({}, { zones: undefined }), '400 BadRequest'],
    ['of a size that Azure does not offer', sized('Standard_Nothing')],
    [
      'of a size that is closed',
      sized('Standard_M64s'),
      '409 SkuNotAvailable',
      { outages: [{ region: 'westeurope', zone: '1' }] },
    ],
    ['of a size without premium disks', sized('Standard_A1_v2')],
    ['of an Ultra disk, without the capability', machineOfDisks(), PARAMETER, withUltra],
    [
      'of an Ultra disk, with the capability turned off',
      machineOfDisks({ additionalCapabilities: { ultraSSDEnabled: false } }),
      PARAMETER,
      withUltra,
    ],
    [
      'with more data disks than its size takes',
      withStorage(
        { dataDisks: [0, 1, 2].map((lun) => dataDisk(`standard-${lun}`, lun)) },
        { hardwareProfile: { vmSize: 'Standard_A1_v2' } },
      ),
      '409 OperationNotAllowed',
      {
        looseDisks: [
          restored('new-os', -1),
          ...[0, 1, 2].map((lun) => restored(`standard-${lun}`, lun)),
        ],
      },
    ],
    [
      'beyond the quota of its family',
      machineOfDisks(),
      '409 OperationNotAllowed',
      quota('standardDSv5Family', 9, 10),
    ],
    [
      'beyond the quota of all sizes',
      machineOfDisks(),
      '409 OperationNotAllowed',
      quota('cores', 99, 100),
    ],
    [
      'that a policy forbids',
      machineOfDisks(),
      '403 RequestDisallowedByPolicy',
      {
        policies: [
          {
            name: 'no-vms',
            scope: `/subscriptions/${subscriptionId}`,
            type: 'Microsoft.Compute/virtualMachines',
          },
        ],
      },
    ],
    [
      'of an image with a plan, which it does not name',
      machineOfDisks(),
      '400 VMMarketplaceInvalidInput',
      { looseDisks: pair({ hasPlan: true }, {}) },
    ],
    [
      'with a plan that its disk does not have',
      machineOfDisks({}, { plan: { name: 'a', publisher: 'b', product: 'c' } }),
      '400 VMMarketplaceInvalidInput',
    ],
    ['on a NIC that is not there', onNic('lost'), LOST],
    ['on a NIC that another machine has', onNic('app01-nic0'), '400 NicInUse'],
    [
      'in a zone and an availability set',
      machineOfDisks({ availabilitySet: { id: setId } }),
      '400 BadRequest',
    ],
    [
      'in an availability set that is not there',
      machineOfDisks({ availabilitySet: { id: `${setId}-lost` } }, { zones: undefined }),
      LOST,
      { looseDisks: inNoZone },
    ],
    ['without a NIC', machineOfDisks({ networkProfile: {} })],
    [
      'in a region that there is not',
      machineOfDisks({}, { location: 'atlantis' }),
      '400 LocationNotAvailableForResourceType',
    ],
    ['without a region', machineOfDisks({}, { location: undefined }), '400 LocationRequired'],
  ])('%s is refused', async (_, body, expected = PARAMETER, change = {}) => {
    expect(await building(body, change)).toBe(expected);
  });

  test('of an Ultra disk is built with the capability, which a later write keeps', async () => {
    const it = await withNic(writesAzure(withUltra));
    const capable = { additionalCapabilities: { ultraSSDEnabled: true } };
    expect((await it.send('PUT', url, machineOfDisks(capable))).status).toBe(201);
    it.clock.add(60);
    expect(await jsonOf(await it.get(url))).toMatchObject({ properties: capable });
    expect((await it.send('PATCH', url, { tags: { a: 'b' } })).status).toBe(200);
    it.clock.add(60);
    expect((await it.send('PUT', url, machineOfDisks())).status).toBe(200);
  });

  test('in a group that may only be read is refused', async () => {
    const groups = writesWorld.groups.map((group) => ({ ...group, isReadOnly: true as const }));
    const refused = await writesAzure({ groups }).send('PUT', url, machineOfDisks());
    expect(await refusalOf(refused)).toBe('403 AuthorizationFailed');
  });

  test('joins an availability set, which is listed and read', async () => {
    const first = writesWorld.machines.find(({ id }) => id.endsWith('/app01'));
    const lost = { ...app01, ...first, id: machineId('lost'), exists: false };
    const machines = [...writesWorld.machines, { ...lost, availabilitySet: 'set-app' }];
    const it = await withNic(writesAzure({ looseDisks: inNoZone, machines }));
    const body = machineOfDisks({ availabilitySet: { id: setId } }, { zones: undefined });
    expect((await it.send('PUT', url, body)).status).toBe(201);
    const listed = `${setId.slice(0, setId.lastIndexOf('/'))}?${COMPUTE}`;
    expect(await jsonOf(await it.get(listed))).toMatchObject({
      value: [{ name: 'set-app', properties: { virtualMachines: [{ id: target }] } }],
    });
    expect((await it.get(`${setId}?${COMPUTE}`)).status).toBe(200);
  });

  test('of which there is one already is refused where it must be new', async () => {
    const it = await withNic(writesAzure());
    await it.send('PUT', url, machineOfDisks());
    it.clock.add(60);
    const again = await it.send('PUT', url, machineOfDisks(), { 'If-None-Match': '*' });
    expect(await refusalOf(again)).toBe('412 PreconditionFailed');
  });

  test('of which the group is gone is refused, and so is a body that is none', async () => {
    const it = await withNic(writesAzure());
    const elsewhere = url.replace('rg-app-prod', 'rg-nowhere');
    expect(await refusalOf(await it.send('PUT', elsewhere, machineOfDisks()))).toBe(
      '404 ResourceGroupNotFound',
    );
    expect(await refusalOf(await it.send('PUT', url, 'text'))).toBe('400 InvalidRequestContent');
  });
});

describe('a machine of an image', () => {
  const marketplace = {
    publisher: 'MicrosoftWindowsServer',
    offer: 'WindowsServer',
    sku: '2022-datacenter',
    version: 'latest',
  };
  const golden = { id: beside('Microsoft.Compute/images', 'golden') };
  const specialized = { id: beside('Microsoft.Compute/galleries', 'ours/images/special') };
  const osProfile = { computerName: 'built01', adminUsername: 'admin1', adminPassword: 'secret' };
  const ofImage = (
    imageReference: object | undefined = marketplace,
    osDisk: object = {},
    more: object = {},
    top: Readonly<Record<string, unknown>> = {},
  ) =>
    machineOfDisks(
      {
        osProfile,
        storageProfile: {
          imageReference,
          osDisk: { createOption: 'FromImage', ...osDisk },
          dataDisks: [],
        },
        ...more,
      },
      top,
    );
  const keys = `/subscriptions/${subscriptionId}/resourceGroups/rg-restore-weu/providers/Microsoft.Compute/diskEncryptionSets/des-prod-weu`;
  const underKeys = (id: string) => ({ managedDisk: { diskEncryptionSet: { id } } });
  const withData = (entry: object, image: object = marketplace) =>
    ofImage(
      image,
      {},
      {
        storageProfile: {
          imageReference: image,
          osDisk: { createOption: 'FromImage' },
          dataDisks: [{ lun: 0, createOption: 'Empty', ...entry }],
        },
      },
    );

  test.each([
    ['of the marketplace', marketplace, { osType: 'Windows', diskSizeGB: 127 }],
    ['of its owner', golden, { osType: 'Linux', diskSizeGB: 30 }],
  ])('%s is built with a disk of its own, which stays without it', async (_, image, osDisk) => {
    const it = await withNic(writesAzure());
    expect((await it.send('PUT', url, ofImage(image))).status).toBe(201);
    it.clock.add(60);
    const built = await jsonOf(await it.get(url));
    expect(built).toMatchObject({
      properties: {
        provisioningState: 'Succeeded',
        osProfile: { computerName: 'built01', adminUsername: 'admin1' },
        storageProfile: { imageReference: image, osDisk: { createOption: 'FromImage', ...osDisk } },
      },
    });
    expect(JSON.stringify(built)).not.toContain('secret');
    const id = /"id":"([^"]+\/disks\/built01_OsDisk_1_[0-9a-f]{32})"/.exec(
      JSON.stringify(built),
    )?.[1];
    const disk = `${id ?? ''}?api-version=2023-10-02`;
    expect(await jsonOf(await it.get(disk))).toMatchObject({
      managedBy: target,
      sku: { name: 'Premium_LRS' },
      zones: ['1'],
      properties: { osType: osDisk.osType, diskState: 'Attached' },
    });
    expect((await it.send('PUT', url, ofImage(image))).status).toBe(200);
    it.clock.add(60);
    await it.send('DELETE', url);
    it.clock.add(60);
    expect(await jsonOf(await it.get(disk))).toMatchObject({
      properties: { diskState: 'Unattached' },
    });
  });

  test('has empty disks beside attached ones, under an encryption set where it says so', async () => {
    const it = await withNic(writesAzure());
    const storageProfile = {
      imageReference: golden,
      osDisk: { name: 'built-os', createOption: 'FromImage', ...underKeys(keys) },
      dataDisks: [
        { lun: 0, name: 'built-data', createOption: 'Empty', diskSizeGB: 1023, ...underKeys(keys) },
        { lun: 1, createOption: 'Empty', diskSizeGB: 8 },
        dataDisk('new-data', 2),
      ],
    };
    expect((await it.send('PUT', url, ofImage(golden, {}, { storageProfile }))).status).toBe(201);
    it.clock.add(60);
    const diskEncryptionSet = { id: keys };
    const usualName: unknown = expect.stringMatching(/^built01_disk3_[0-9a-f]{32}$/);
    expect(await jsonOf(await it.get(url))).toMatchObject({
      properties: {
        storageProfile: {
          osDisk: { name: 'built-os', managedDisk: { id: diskId('built-os'), diskEncryptionSet } },
          dataDisks: [
            { lun: 0, diskSizeGB: 1023, managedDisk: { diskEncryptionSet } },
            { lun: 1, name: usualName, diskSizeGB: 8 },
            { lun: 2, name: 'new-data' },
          ],
        },
      },
    });
    expect(
      await jsonOf(await it.get(`${diskId('built-data')}?api-version=2023-10-02`)),
    ).toMatchObject({ properties: { encryption: { diskEncryptionSetId: keys } } });
  });

  test('of a gallery needs no user of its own', async () => {
    const body = ofImage(specialized, {}, { osProfile: undefined });
    expect(await building(body)).toBe('201');
  });

  test('with a plan gives its disk the plan', async () => {
    const it = await withNic(writesAzure());
    const top = { plan: { name: 'a', publisher: 'b', product: 'c' } };
    expect((await it.send('PUT', url, ofImage(marketplace, { name: 'os' }, {}, top))).status).toBe(
      201,
    );
    it.clock.add(60);
    await it.send('DELETE', url);
    it.clock.add(60);
    const again = withDisks({ managedDisk: { id: diskId('os') }, osType: 'Windows' });
    expect(await refusalOf(await it.send('PUT', url, again))).toBe('400 VMMarketplaceInvalidInput');
  });

  const small = { hardwareProfile: { vmSize: 'Standard_A1_v2' } };
  const typed = (storageAccountType: string) => ({ managedDisk: { storageAccountType } });
  test.each<Row>([
    ['without its image', ofImage({})],
    ['without a word of its image', ofImage({ ...marketplace, sku: undefined })],
    ['without a user', ofImage(golden, {}, { osProfile: undefined })],
    ['without a user’s name', ofImage(specialized, {}, { osProfile: {} })],
    ['without a size', ofImage(golden, {}, { hardwareProfile: {} })],
    ['on a disk that is there', ofImage(golden, { managedDisk: { id: diskId('new-os') } })],
    ['on a blob', ofImage(golden, { vhd: { uri: 'https://a.example/os.vhd' } })],
    ['of an empty disk', ofImage(golden, { createOption: 'Empty' })],
    ['of a disk of no kind', ofImage(golden, typed('Tape'))],
    ['with a data disk of no size', withData({})],
    ['with a data disk that its image lacks', withData({ createOption: 'FromImage' })],
    ['on a disk of a name that is taken', ofImage(golden, { name: 'new-os' }), TAKEN],
    ['under an encryption set that is not there', ofImage(golden, underKeys(`${keys}-lost`)), LOST],
    ['with a premium disk on a small size', ofImage(golden, typed('Premium_LRS'), small)],
  ])('%s is refused', async (_, body, expected = PARAMETER) => {
    expect(await building(body)).toBe(expected);
  });
});

const sourceUrl = `${app01.id}?${COMPUTE}`;

describe('a machine that is there', () => {
  const modelOf = async (it: TestAzure): Promise<Record<string, unknown>> =>
    Object.fromEntries(Object.entries((await jsonOf(await it.get(sourceUrl))) ?? {}));

  test('is not written twice at once', async () => {
    const it = writesAzure();
    const body = await modelOf(it);
    expect((await it.send('PUT', sourceUrl, body)).status).toBe(200);
    expect(await refusalOf(await it.send('PUT', sourceUrl, body))).toBe(
      '409 ConflictingConcurrentWriteNotAllowed',
    );
    it.clock.add(60);
    expect((await it.send('PUT', sourceUrl, body)).status).toBe(200);
  });

  test('is not overwritten by who read an older version', async () => {
    const it = writesAzure();
    const { etag, ...body } = await modelOf(it);
    const ifMatch = { 'If-Match': String(etag) };
    const tagged = await it.send('PATCH', sourceUrl, { tags: { owner: 'night' } });
    expect(tagged.status).toBe(200);
    it.clock.add(60);
    expect(await refusalOf(await it.send('PUT', sourceUrl, body, ifMatch))).toBe(
      '412 PreconditionFailed',
    );
  });

  test('that is written back as it was read stays as it was', async () => {
    const it = writesAzure();
    const before = await modelOf(it);
    await it.send('PUT', sourceUrl, before);
    it.clock.add(60);
    const { etag: _etag, ...after } = await modelOf(it);
    const { etag: _old, ...rest } = before;
    expect(after).toEqual(rest);
  });

  test.each([
    ['moved to another zone', { zones: ['2'] }, '409 PropertyChangeNotAllowed'],
    ['moved to another region', { location: 'northeurope' }, '409 InvalidResourceLocation'],
  ])('is not %s', async (_, change, expected) => {
    const it = writesAzure();
    const body = { ...(await modelOf(it)), ...change };
    expect(await refusalOf(await it.send('PUT', sourceUrl, body))).toBe(expected);
  });

  test('takes a disk that is made for it', async () => {
    const it = writesAzure();
    const dataDisks = [
      ...[0, 1].map((lun) => ({ lun })),
      { lun: 7, name: 'made', createOption: 'Empty', diskSizeGB: 16 },
    ];
    const patch = { properties: { storageProfile: { dataDisks } } };
    expect((await it.send('PATCH', sourceUrl, patch)).status).toBe(200);
    it.clock.add(60);
    expect(await jsonOf(await it.get(sourceUrl))).toMatchObject({
      properties: {
        storageProfile: { dataDisks: [{ lun: 0 }, { lun: 1 }, { lun: 7, name: 'made' }] },
      },
    });
    expect(await jsonOf(await it.get(`${diskId('made')}?api-version=2023-10-02`))).toMatchObject({
      managedBy: app01.id,
      properties: { diskSizeGB: 16 },
    });
  });

  test('takes NICs only while it is deallocated', async () => {
    const it = await withNic(writesAzure());
    const networkInterfaces = [nicId('app01-nic0'), nicId('new-nic')].map((id) => ({ id }));
    const patch = { properties: { networkProfile: { networkInterfaces } } };
    expect(await refusalOf(await it.send('PATCH', sourceUrl, patch))).toBe(
      '409 AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported',
    );
    await it.send('POST', sourceUrl.replace('?', '/deallocate?'));
    it.clock.add(60);
    expect((await it.send('PATCH', sourceUrl, patch)).status).toBe(200);
  });

  test.each([
    ['an extension', 'PUT', '/extensions/x?', { location: 'westeurope' }, 201],
    ['a stop', 'POST', '/deallocate?', undefined, 202],
    ['a change of data disks', 'POST', '/attachDetachDataDisks?', {}, 202],
  ])('names where %s is followed by both headers, and again at its end', async (...row) => {
    const [, method, action, body, status] = row;
    const it = writesAzure();
    const taken = await it.send(method, sourceUrl.replace('?', action), body);
    expect(taken.status).toBe(status);
    expect(taken.headers.get('azure-asyncoperation')).toContain('/operations/');
    const { href, pathname, search } = new URL(taken.headers.get('location') ?? '');
    expect((await it.get(`${pathname}${search}`)).status).toBe(202);
    it.clock.add(120);
    const over = await it.get(`${pathname}${search}`);
    expect([over.status, over.headers.get('location')]).toEqual([200, href]);
  });

  test('has no extension that is put on a machine which is gone, or one that does not run', async () => {
    const it = writesAzure();
    const body = {
      location: 'westeurope',
      properties: { publisher: 'a', type: 'b', typeHandlerVersion: '1.0' },
    };
    const gone = await it.send('PUT', `${machineId('nobody')}/extensions/x?${COMPUTE}`, body);
    expect(await refusalOf(gone)).toBe('404 ParentResourceNotFound');
    await it.send('POST', sourceUrl.replace('?', '/deallocate?'));
    it.clock.add(60);
    const asleep = await it.send('PUT', sourceUrl.replace('?', '/extensions/x?'), body);
    expect(await refusalOf(asleep)).toBe('409 OperationNotAllowed');
  });
});
