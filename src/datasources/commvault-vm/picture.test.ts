import { expect, test } from 'vitest';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/fields.ts';
import { commvaultPictureOf } from '#src/datasources/commvault-vm/picture.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import { unreadFact } from '#src/ui/picture/model.ts';
import { pictureLines } from '#src/wizard/testing-picture.ts';

const it = testWizard();

const given = { duration: unreadFact('Expected duration'), goToField: () => undefined };

const linesOf = async (change: Partial<CommvaultChoices> = {}) => {
  const view = await it.viewOf(app01, change);
  return pictureLines(commvaultPictureOf(view, given).model);
};

const DISKS = ['OS disk 30GiB', 'Data disk 0 126GiB', 'Data disk 1 256GiB'];
const disks = (place: string, fate: string) => DISKS.map((disk) => `${place} ${disk}: ${fate}`);
/** The age of the point differs by the time that the reads take. */
const withoutTime = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/\d+ ms/, 'some time'));

test('out of place a new VM is made beside its source, on the source’s network', async () => {
  expect(withoutTime(await linesOf())).toEqual([
    'state configured',
    'source machine, app01, running, rg-app-prod, Standard_D4s_v5: unchanged (instance)',
    ...disks('source disk', 'unchanged'),
    'source NIC app01-nic0 10.20.0.4 on vnet-prod-weu/subnets/default: unchanged',
    'point Backup copy: unchanged (point)',
    'moves 412GiB, some time notInCopy',
    'under Access node Automatic: unchanged (accessNode)',
    'result machine, app01-restored, New, rg-app-prod · West Europe, Standard_D4s_v5: new (vmName)',
    ...disks('result disk', 'new'),
    'result NIC New NIC Dynamic address on vnet-prod-weu/subnets/default: new (vnet)',
    'network vnet-prod-weu / default 10.20.0.0/24',
  ]);
});

test('in place today’s disks are lost, and none is kept', async () => {
  expect(withoutTime(await linesOf({ cv: 'in-place' }))).toEqual([
    'state configured',
    'source point, Backup copy, app01: unchanged (point)',
    ...disks('source disk', 'unchanged'),
    'point Backup copy: unchanged (point)',
    'moves 412GiB, some time lost',
    'under Access node Automatic: unchanged (accessNode)',
    'result machine, app01, running, rg-app-prod, Standard_D4s_v5: new (cv)',
    ...disks('result disk', 'new'),
    ...disks('result beside', 'lost'),
    'result NIC app01-nic0 10.20.0.4 on vnet-prod-weu/subnets/default: unchanged',
    'network vnet-prod-weu / default ?Address range',
  ]);
});

test('what is empty is dotted, and a VM that is overwritten is a part of the result', async () => {
  const open = { overwrite: true, vmName: null, isNameTyped: true, point: null } as const;
  const lines = await linesOf(open);
  for (const line of [
    'state choosing',
    'point Backup copy: unknown (point)',
    'moves 412GiB, ?Time',
    'result machine, ?Display name, New, rg-app-prod · West Europe, Standard_D4s_v5: unknown (vmName)',
    'result other Existing VM (no name yet), deleted first: lost (overwrite)',
  ])
    expect(lines).toContain(line);
});

test('a copy that takes the place of its source loses it', async () => {
  const over = { overwrite: true, vmName: 'app01', isNameTyped: true } as const;
  const lines = withoutTime(await linesOf(over));
  expect(lines).toContain('moves 412GiB, some time lost');
  expect(lines).toContain('source disk OS disk 30GiB: lost');
});

test('a source that Azure has no more is absent', async () => {
  const view = await it.viewOf(app01);
  const gone = {
    ...view,
    reads: { ...view.reads, azureId: { state: 'known', value: null } as const },
  };
  const { model } = commvaultPictureOf(gone, given);
  expect(pictureLines(model)).toContain('source machine, none, rg-app-prod: unknown (instance)');
  expect(model.source.name).toBe('app01');
});
