import { describe, expect, test } from 'vitest';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/fields.ts';
import { commvaultView } from '#src/datasources/commvault-vm/model.ts';
import { restoreIn } from '#src/datasources/commvault-vm/request.ts';
import { sentOf } from '#src/datasources/commvault-vm/testing-request.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import { prod, production } from '#src/mocks/world/worlds/default-estate.ts';
import { known } from '#src/wizard/reads/read.ts';

const STAGING = `${prod('rg-restore-weu')}/providers/Microsoft.Storage/storageAccounts/stprodweu01`;
const it = testWizard();
const viewOf = (change: Partial<CommvaultChoices> = {}) =>
  it.viewOf(app01, { staging: STAGING, ...change });

describe('the restore that a draft asks for', () => {
  test('out of place has all that was chosen and filled in', async () => {
    const view = await viewOf();
    const points = known(view.reads.points) ?? [];
    const hypervisor = known(view.reads.hypervisors)?.find(({ id }) => id === '120');
    const card = view.reads.interfaces.flatMap((read) => known(read) ?? [])[0];
    expect(sentOf(view)).toEqual({
      vm: { guid: '0eeb98fb-d2fd-4627-ad14-f0f71a8eb438', name: 'app01' },
      subclientId: '35311',
      commCellId: 2,
      upTo: points[0]?.time,
      isInPlace: false,
      hypervisor: { id: '120', name: 'hv-contoso-production', instanceId: hypervisor?.instanceId },
      accessNode: null,
      target: {
        name: 'app01-restored',
        resourceGroup: 'rg-app-prod',
        region: 'westeurope',
        storageAccount: 'stprodweu01',
        vmSize: 'Standard_D4s_v5',
        zone: null,
        securityGroupId: null,
        disks: ['OsDisk', 'DataDisk_0', 'DataDisk_1'].map((disk) => ({
          name: `app01_${disk}`,
          newName: `app01-restored_${disk}`,
          storageAccount: 'stprodweu01',
          type: 'Premium_LRS',
        })),
        nics: [{ networkName: 'vnet-prod-weu', subnetId: card?.subnetIds[0] }],
        createsPublicIp: false,
        isManaged: true,
        encryption: null,
        restoresTags: true,
      },
      powersOn: true,
      overwrites: false,
      notifies: false,
    });
  });

  test('in place keeps the names, and leaves the network to the backup', async () => {
    const restore = sentOf(await viewOf({ cv: 'in-place', confirmReplace: 'app01' }));
    expect(restore).toMatchObject({ isInPlace: true, target: { name: 'app01', nics: [] } });
    expect(restore?.target.disks.every(({ name, newName }) => name === newName)).toBe(true);
  });

  test('calls a disk that isn’t named after its VM after the new one, and in place as before', async () => {
    const other = [{ name: 'data', isOsDisk: false, type: null }];
    const namesOf = async (cv: CommvaultChoices['cv']) => {
      const view = await viewOf({ cv });
      const reads = { ...view.reads, backupDisks: { state: 'known', value: other } } as const;
      return restoreIn({ ...view, reads })?.target.disks.map(({ newName, type }) => [
        newName,
        type,
      ]);
    };
    expect(await namesOf('out-of-place')).toEqual([['app01-restored-data', '']]);
    expect(await namesOf('in-place')).toEqual([['data', '']]);
  });

  test('has what else was chosen', async () => {
    const change = {
      zone: 'none',
      securityGroup: '/nsg',
      publicIp: true,
      asManaged: false,
      keyVault: '/kv',
      tags: false,
      powerOn: false,
      notify: true,
      diskTypes: '{"app01_OsDisk":"Standard_LRS"}',
    } as const;
    const restore = restoreIn(await viewOf(change));
    expect(restore).toMatchObject({
      powersOn: false,
      notifies: true,
      target: {
        zone: 'None',
        securityGroupId: '/nsg',
        createsPublicIp: true,
        isManaged: false,
        encryption: { kind: 'keyVault', keyVaultId: '/kv' },
        restoresTags: false,
      },
    });
    expect(restore?.target.disks.map(({ type }) => type)).toEqual([
      'Standard_LRS',
      'Premium_LRS',
      'Premium_LRS',
    ]);
  });

  test('puts every NIC into the chosen subnet', async () => {
    const view = await viewOf();
    const vnet = known(view.reads.networks)?.find(({ name }) => name === 'vnet-prod-weu')?.id ?? '';
    const chosen = await viewOf({ vnet, subnet: 'snet-app' });
    const [nic] = chosen.reads.interfaces;
    if (nic === undefined) throw new Error('no NIC');
    const two = { ...chosen, reads: { ...chosen.reads, interfaces: [nic, nic] } };
    expect(restoreIn(two)?.target.nics).toEqual([
      { networkName: 'vnet-prod-weu', subnetId: `${vnet}/subnets/snet-app` },
      { networkName: 'vnet-prod-weu', subnetId: `${vnet}/subnets/snet-app` },
    ]);
  });

  test('names the type of a disk encryption set', async () => {
    const set = known((await viewOf()).reads.encryptionSets)?.[0];
    const restore = restoreIn(await viewOf({ diskEncryptionSet: set?.id ?? '' }));
    expect(restore?.target.encryption).toEqual({
      kind: 'encryptionSet',
      type: set?.encryptionType,
      encryptionSetId: set?.id,
    });
  });

  test('names the access node that was chosen', async () => {
    const node = known((await viewOf()).reads.accessNodes)?.[1];
    const restore = restoreIn(await viewOf({ accessNode: node?.id ?? '' }));
    expect(restore?.accessNode).toEqual({ id: node?.id, name: node?.name });
    expect(restoreIn(await viewOf({ accessNode: 'gone' }))).toBeNull();
  });
});

describe('there is none', () => {
  test.each([
    ['without a VM', { instance: null }],
    ['of a point that is gone', { point: 'commvault:commserve.contoso.example/job/2' }],
    ['through a hypervisor that is gone', { hypervisor: '7', subscription: production }],
    ['with an account that is gone', { staging: '/x' }],
    ['while a rule refuses it', { vmName: 'app01' }],
    ['while the deletion is not confirmed', { cv: 'in-place' }],
    ['while the overwriting is not confirmed', { overwrite: true }],
  ] as const)('%s', async (_, change) => {
    expect(sentOf(await viewOf(change))).toBeNull();
  });

  test.each(['vm', 'points', 'backupDisks', 'hypervisors', 'accounts'] as const)(
    'while %s',
    async (name) => {
      const view = await viewOf();
      const unread = commvaultView(view.draft, { ...view.reads, [name]: { state: 'failed' } });
      expect(sentOf(unread)).toBeNull();
      expect(unread.draft.choices).toEqual(view.draft.choices);
    },
  );
});
