import { describe, expect, test } from 'vitest';
import {
  app01,
  finLedger,
  guidOf,
  type RestoreWish,
  taskBody,
  testCommServe,
  webFe,
} from '#src/mocks/commvault/testing.ts';
import { corp, prod } from '#src/mocks/world/worlds/default-estate.ts';

/** What a simulated CommServe refuses at once, and which restores fail in their stage (commvault.md §7). */

const vmIn = (group: string, name: string): string =>
  `${group}/providers/Microsoft.Compute/virtualMachines/${name}`;
const keys = vmIn(prod('rg-app-prod'), 'keys-lnx-01');
const toCorporate = {
  hypervisor: 121,
  vm: { esxHost: 'rg-dr-weu', Datastore: 'stcorpdrweu01', datacenter: 'westeurope' },
};
/** Where the corporate VMs of northern Europe can be restored. */
const north = {
  hypervisor: 121,
  vm: { esxHost: 'rg-restore-neu', Datastore: 'stcorpneu01', datacenter: 'northeurope' },
};
const east = { esxHost: 'rg-restore-eus2', Datastore: 'stcorpeus201', datacenter: 'eastus2' };
const ofApp01 = (vm: RestoreWish['vm']): RestoreWish => ({ id: app01, vm });
/** 100 days before the world's start, in Unix seconds: no backup is so old. */
const LONG_AGO = 1_740_000_000;

describe('is refused inside a 200, and makes no job:', () => {
  test.each<[string, RestoreWish, number]>([
    ['an unknown VM', { id: vmIn(prod('rg-web'), 'nobody') }, 1],
    ['no storage account', ofApp01({ Datastore: '' }), 2],
    ['an unknown hypervisor', { id: app01, hypervisor: 999 }, 3],
    ['a VM whose restores require a passkey', { id: vmIn(prod('rg-pay'), 'pay-api-02') }, 4],
    ['a VM whose restores are off', { id: vmIn(corp('rg-identity'), 'dc-hq-01'), ...north }, 5],
  ])('%s', async (_what, wish, errorCode) => {
    const it = testCommServe();
    const { status, body } = await it.ask('POST', '/CreateTask', taskBody(wish));
    expect([status, body]).toMatchObject([200, { errorCode }]);
    it.clock.add(60);
    expect(await it.job('8163493')).toBeUndefined();
  });

  test('a body that is no restore is a 400', async () => {
    const it = testCommServe();
    const answers = [undefined, {}, { taskInfo: { subTasks: [{}] } }].map((body) =>
      it.ask('POST', '/CreateTask', body),
    );
    expect(await Promise.all(answers)).toMatchObject([
      { status: 400 },
      { status: 400 },
      { status: 400 },
    ]);
  });
});

describe('fails in its stage:', () => {
  test.each<[string, RestoreWish, string, RegExp]>([
    ['in place without overwrite', { id: app01, isInPlace: true }, 'Delete', /overwrite/],
    ['no backup by the given time', { id: app01, toTime: LONG_AGO }, 'Mount', /no backup/],
    ['a CommCell that isn’t this one', { id: app01, commCellId: 3 }, 'Mount', /no backup/],
    [
      'disks without the OS disk',
      ofApp01({ disks: [{ name: 'app01_DataDisk_0' }] }),
      'Mount',
      /^No OS disk found\. Please check/,
    ],
    [
      'the configuration sent as a disk',
      ofApp01({ disks: [{ name: 'app01.json' }] }),
      'Mount',
      /^No OS disk found/,
    ],
    [
      'a backup without the OS disk',
      { id: vmIn(corp('rg-media'), 'media-arch-01'), ...north },
      'Mount',
      /^No OS disk found/,
    ],
    [
      'a managed disk over 8 TB',
      { id: vmIn(prod('rg-app-prod'), 'edge-cache-09') },
      'Mount',
      /8 TB/,
    ],
    ['an unknown account', ofApp01({ Datastore: 'stnone' }), 'Write', /stnone/],
    [
      'an account of another region',
      ofApp01({ Datastore: 'stprodneu01' }),
      'Write',
      /isn’t in the region westeurope/,
    ],
    [
      'a Key Vault of another subscription',
      { id: keys, ...toCorporate },
      'Create',
      /key vault of another subscription/,
    ],
    ['no such group', ofApp01({ esxHost: 'rg-none' }), 'Create', /^ResourceGroupNotFound/],
    [
      'a group that may only be read',
      ofApp01({ esxHost: 'rg-readonly-weu' }),
      'Create',
      /^AuthorizationFailed/,
    ],
    [
      'a taken name',
      { id: app01, newName: 'web-fe-07', vm: { esxHost: 'rg-web' } },
      'Create',
      /VM named web-fe-07 already exists/,
    ],
    [
      'the name of a disk that is there',
      ofApp01({ esxHost: 'rg-app-prod', disks: [{ name: 'app01_OsDisk' }] }),
      'Create',
      /disk named app01_OsDisk already exists/,
    ],
    [
      'too few cores',
      ofApp01({ vmSize: 'Standard_E16s_v5' }),
      'Create',
      /standardESv5Family cores quota/,
    ],
    [
      'an unknown subnet',
      ofApp01({ nics: [{ subnetId: '/subscriptions/none' }] }),
      'Create',
      /subnet/,
    ],
  ])('%s', async (_what, wish, stage, reason) => {
    const it = testCommServe();
    const failed = await it.reach(await it.restore(wish), 'Failed');
    expect(failed.currentPhaseName).toMatch(new RegExp(`^${stage}`));
    expect(failed.pendingReason).toMatch(reason);
  });

  test('a classic VM on a premium account, as 003 has it', async () => {
    const id = `${corp('rg-legacy')}/providers/Microsoft.ClassicCompute/virtualMachines/classic-crm`;
    const wish = { id, hypervisor: 121 };
    const premium = { ...north.vm, Datastore: 'stcorpneuprem' };
    const it = testCommServe();
    const refused = await it.reach(await it.restore({ ...wish, vm: premium }), 'Failed');
    expect(refused.pendingReason).toContain('premium storage account');
    const other = await it.restore({ ...wish, newName: 'other', vm: east });
    expect(await it.reach(other, 'Completed')).toMatchObject({ pendingReason: '' });
  });
});

test('a group of another region can’t be set: the VM is there without it', async () => {
  const it = testCommServe();
  const vm = { datacenter: 'northeurope', Datastore: 'stprodneu01' };
  const id = await it.restore({ id: webFe, vm });
  const ended = await it.reach(id, 'Completed w/ one or more errors');
  expect(ended.pendingReason).toContain('nsg-web-fe-07 isn’t in the region northeurope');
  expect(await it.vm(vmIn(prod('rg-restore-weu'), 'web-fe-07-r'))).toMatchObject({
    location: 'northeurope',
  });
});

test('what only looks odd is restored: ids as text, disks by name, a snapshot under a customer’s key', async () => {
  const it = testCommServe();
  const disks = [
    { name: 'fin-ledger-01_OsDisk', newName: 'copy-os', type: 'Standard_LRS' },
    { name: 'fin-ledger-01.json', newName: 'copy-json', type: '' },
  ];
  const body = taskBody({
    id: finLedger,
    newName: 'copy',
    hypervisor: 121,
    vm: { ...east, disks },
  });
  const text = JSON.stringify(body)
    .replaceAll('"clientId":121', '"clientId":"121"')
    .replace(guidOf(finLedger), guidOf(finLedger).toUpperCase());
  const sent: unknown = JSON.parse(text);
  expect(await it.ask('POST', '/CreateTask', sent)).toMatchObject({
    body: { taskId: 809_089, jobIds: ['8163493'] },
  });
  await it.reach('8163493', 'Completed');
  expect(await it.vm(vmIn(corp('rg-restore-eus2'), 'copy'))).toMatchObject({
    properties: {
      storageProfile: {
        osDisk: {
          name: 'copy-os',
          managedDisk: { storageAccountType: 'Standard_LRS', diskEncryptionSet: {} },
        },
        dataDisks: [],
      },
    },
  });
});
