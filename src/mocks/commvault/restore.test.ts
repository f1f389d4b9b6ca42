import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  app01,
  jobList,
  shopCart,
  taskBody,
  testCommServe,
  webFe,
} from '#src/mocks/commvault/testing.ts';
import { jsonOf } from '#src/mocks/testing.ts';
import { prod } from '#src/mocks/world/worlds/default-estate.ts';

/** A restore from its request to its end, and what becomes of it in Azure (commvault.md §6). */

const restored = (name: string): string =>
  `${prod('rg-restore-weu')}/providers/Microsoft.Compute/virtualMachines/${name}`;
const app01r = restored('app01-r');
const WRITING = 'Write data from library';

const events = z.object({
  commservEvents: z.array(z.looseObject({ description: z.string(), severity: z.number() })),
});
const details = z.object({
  job: z.object({
    jobDetail: z.looseObject({
      detailInfo: z.looseObject({ sizeOfApplication: z.string(), dataXferedNetwork: z.string() }),
      clientStatusInfo: z.object({
        vmStatus: z.array(z.looseObject({ restoredSize: z.number(), UsedSpace: z.number() })),
      }),
    }),
  }),
});

describe('a restore out of place', () => {
  test('goes through its stages, and leaves the requested VM beside its source', async () => {
    const it = testCommServe();
    const source = await it.vm(app01);
    const id = await it.restore({ id: app01, vm: { vmSize: 'Standard_D2s_v5' } });
    expect(await it.reach(id, 'Waiting for a media agent')).toMatchObject({
      status: 'Waiting',
      percentComplete: 0,
    });
    expect(await it.reach(id, WRITING)).toMatchObject({ status: 'Running' });
    expect(await it.vm(app01r)).toBeUndefined();
    await it.reach(id, 'Create the VM');
    expect(await it.vm(app01r)).toMatchObject({
      properties: {
        provisioningState: 'Creating',
        storageProfile: { osDisk: { name: 'app01-r_OsDisk', vhd: {} } },
      },
    });
    const ended = await it.reach(id, 'Completed');
    expect(ended).toMatchObject({ percentComplete: 100, pendingReason: '' });
    expect(ended.jobEndTime).toBeGreaterThan(ended.jobStartTime);
    expect(await it.vm(app01r)).toMatchObject({
      location: 'westeurope',
      zones: ['1'],
      properties: {
        provisioningState: 'Succeeded',
        hardwareProfile: { vmSize: 'Standard_D2s_v5' },
        storageProfile: { osDisk: { managedDisk: { storageAccountType: 'Premium_LRS' } } },
      },
    });
    expect(await it.vm(app01)).toEqual(source);
    const { commservEvents } = events.parse(await it.read(`/Events?jobId=${id}`));
    expect(commservEvents.map(({ description }) => description)).toEqual([
      'The restore job was started.',
      'Entered the stage: Waiting for a media agent.',
      'Entered the stage: Engage the Virtual Server file system driver.',
      'Entered the stage: Mount VM disks.',
      'Entered the stage: Write data from library.',
      'Entered the stage: Create the VM.',
      'Entered the stage: Convert to managed VM.',
      'The restore job has completed.',
    ]);
  });

  test('counts bytes only while data is written', async () => {
    const it = testCommServe();
    const id = await it.restore({ id: app01 });
    const bytes = async () => {
      const question = { jobId: Number(id), showAttempt: true };
      const { body } = await it.ask('POST', '/JobDetails', question);
      return details.parse(body).job.jobDetail.clientStatusInfo.vmStatus[0];
    };
    await it.reach(id, 'Mount VM disks');
    expect((await bytes())?.restoredSize).toBe(0);
    await it.reach(id, WRITING);
    it.clock.add(60);
    const some = await bytes();
    it.clock.add(60);
    const more = await bytes();
    expect(some?.restoredSize).toBeGreaterThan(0);
    expect(more?.restoredSize).toBeGreaterThan(some?.restoredSize ?? Infinity);
    await it.reach(id, 'Create the VM');
    const all = await bytes();
    expect(all?.restoredSize).toBe(all?.UsedSpace);
  });

  test('sets the network security group of the source on a NIC of the new VM', async () => {
    const it = testCommServe();
    const id = await it.restore({ id: webFe });
    const nic = `${prod('rg-restore-weu')}/providers/Microsoft.Network/networkInterfaces/web-fe-07-r-nic0`;
    const read = async () => jsonOf(await it.get(`${nic}?api-version=2024-01-01`));
    const address = { properties: { privateIPAddress: '10.20.0.17' } };
    await it.reach(id, 'Configure the network security group');
    const before = await read();
    expect(before).not.toMatchObject({ properties: { networkSecurityGroup: {} } });
    expect(before).toMatchObject({ properties: { ipConfigurations: [address] } });
    await it.reach(id, 'Completed');
    expect(await read()).toMatchObject({
      properties: {
        ipConfigurations: [address],
        virtualMachine: { id: restored('web-fe-07-r') },
        networkSecurityGroup: {
          id: `${prod('rg-web')}/providers/Microsoft.Network/networkSecurityGroups/nsg-web-fe-07`,
        },
      },
    });
  });

  test('from a streaming backup loses its encryption set', async () => {
    const it = testCommServe();
    const id = await it.restore({ id: shopCart });
    await it.reach(id, 'Completed');
    const disk = { storageProfile: { osDisk: { managedDisk: { diskEncryptionSet: {} } } } };
    expect(await it.vm(shopCart)).toMatchObject({ properties: disk });
    const copy = await it.vm(restored('shop-cart-01-r'));
    expect(copy).toMatchObject({ properties: { storageProfile: { osDisk: { managedDisk: {} } } } });
    expect(copy).not.toMatchObject({ properties: disk });
  });

  test('is never another one’s job: two requests are two jobs, and the second finds the name taken', async () => {
    const it = testCommServe();
    const [first, second] = [await it.restore({ id: app01 }), await it.restore({ id: app01 })];
    expect(second).not.toBe(first);
    await it.reach(first, 'Completed');
    expect(await it.reach(second, 'Failed')).toMatchObject({
      pendingReason: 'Conflict: A VM named app01-r already exists in the resource group (409).',
    });
  });
});

describe('a restore in place', () => {
  const wish = { id: app01, isInPlace: true, overwrites: true };

  test('deletes the VM first, and creates it again', async () => {
    const it = testCommServe();
    const id = await it.restore(wish);
    await it.reach(id, 'Delete the existing VM');
    expect(await it.vm(app01)).toBeDefined();
    await it.reach(id, 'Mount VM disks');
    expect(await it.vm(app01)).toBeUndefined();
    await it.reach(id, 'Completed');
    expect(await it.vm(app01)).toMatchObject({
      properties: { storageProfile: { osDisk: { name: 'app01_OsDisk' } } },
    });
  });

  test('that is killed after the deletion leaves no VM', async () => {
    const it = testCommServe();
    const id = await it.restore(wish);
    await it.reach(id, 'Mount VM disks');
    expect(await it.ask('POST', `/Job/${id}/action/kill`)).toMatchObject({
      body: { errors: [{ errList: [{ errorCode: 0 }] }] },
    });
    expect(await it.job(id)).toMatchObject({ status: 'Kill Pending', jobEndTime: 0 });
    await it.reach(id, 'Killed');
    it.clock.add(7200);
    expect(await it.job(id)).toMatchObject({ status: 'Killed' });
    expect(await it.vm(app01)).toBeUndefined();
    const again = await it.ask('POST', `/Job/${id}/action/kill`);
    expect(again).toMatchObject({ body: { errors: [{ errList: [{ errorCode: 1 }] }] } });
  });

  test('that is killed before the deletion leaves it as it was', async () => {
    const it = testCommServe();
    const before = await it.vm(app01);
    const id = await it.restore(wish);
    await it.reach(id, 'Engage the Virtual Server file system driver');
    await it.ask('POST', `/Job/${id}/action/kill`);
    // By then it would be deleted, and not created again.
    it.clock.add(120);
    expect(await it.job(id)).toMatchObject({ status: 'Killed' });
    expect(await it.vm(app01)).toEqual(before);
  });
});

describe('a job', () => {
  test('is unknown at first, and in lists even later', async () => {
    const it = testCommServe();
    const id = await it.restore({ id: app01 });
    const listed = async () => {
      const list = await it.read('/Job?jobFilter=Restore&jobCategory=All');
      return jobList.parse(list).jobs.map(({ jobSummary }) => String(jobSummary.jobId));
    };
    expect(await it.read(`/Job/${id}`)).toEqual({ totalRecordsWithoutPaging: 0, jobs: [] });
    it.clock.add(4);
    expect(await it.job(id)).toMatchObject({ jobId: Number(id), status: 'Waiting' });
    expect(await listed()).not.toContain(id);
    it.clock.add(30);
    expect((await listed())[0]).toBe(id);
    const posted = { category: 1, pagingConfig: { offset: 0, limit: 1 }, jobFilter: {} };
    const { body } = await it.ask('POST', '/Jobs', posted);
    expect(jobList.parse(body).jobs.map(({ jobSummary }) => String(jobSummary.jobId))).toEqual([
      id,
    ]);
  });

  test('is found again by the task that it was submitted with', async () => {
    const it = testCommServe();
    const wish = { id: app01, description: 'request 1' };
    const id = await it.restore(wish);
    it.clock.add(4);
    expect(await it.read(`/Job/${id}/TaskDetails`)).toEqual(taskBody(wish));
  });

  test('of the plain profile names no stages and counts no bytes', async () => {
    const it = testCommServe('recorded');
    const id = await it.restore({ id: app01 });
    it.clock.add(300);
    expect(await it.job(id)).toMatchObject({ status: 'Running', currentPhaseName: 'Restore' });
    const { body } = await it.ask('POST', '/JobDetails', { jobId: Number(id) });
    expect(details.parse(body).job.jobDetail.clientStatusInfo.vmStatus).toEqual([]);
    const { commservEvents } = events.parse(await it.read(`/Events?jobId=${id}`));
    expect(commservEvents).toHaveLength(1);
  });

  test('can’t be paused', async () => {
    const it = testCommServe();
    const id = await it.restore({ id: app01 });
    it.clock.add(4);
    const { body } = await it.ask('POST', `/Job/${id}/action/pause`);
    expect(body).toMatchObject({ errors: [{ errList: [{ errorCode: 1 }] }] });
  });
});
