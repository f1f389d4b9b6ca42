import { expect, test } from 'vitest';
import { vendorFitPage } from '#src/pages/instance/route.ts';

const azure = 'sub~rg~vault~container~item';
const disk = 'disks~sub~rg~vault~disk';
const commvault = 'commvault:commserve.contoso.example/vm/5f2d9a30-7c41-4b8e-9d6f-0a1b2c3d4e5f';

const sides = async (instanceId: string, beside?: string) =>
  (await vendorFitPage.load({ instanceId }, { beside })).map(
    ({ id }) => id.split(/[:/]/)[0] || 'azure',
  );

test('two backups are compared in one order, from whichever page one comes', async () => {
  expect(await sides(azure, commvault)).toEqual(['azure', 'commvault']);
  expect(await sides(commvault, azure)).toEqual(['azure', 'commvault']);
});

test.each([
  ['nothing beside it', commvault, undefined],
  ['itself', commvault, commvault],
  ['a disk, of which no restore is compared', commvault, disk],
  ['no backup', commvault, 'nothing'],
  ['the backup of a service that is not here', azure, 'veritas:box'],
])('an address with %s compares nothing', async (_, instanceId, beside) => {
  expect(await sides(instanceId, beside)).toEqual([]);
});
