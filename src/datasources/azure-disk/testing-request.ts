import type { TestArm } from '#src/api/arm/testing.ts';
import { diskPlanText, sendDiskRestore } from '#src/datasources/azure-disk/request.ts';
import { diskTasks } from '#src/datasources/azure-disk/restore.ts';
import { productionGroup, restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { production } from '#src/mocks/world/worlds/default-estate.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { storedDraft } from '#src/wizard/submit/testing-tab.ts';

/** The restore of a data disk of app01, for tests. */

const group = productionGroup('rg-restore-weu');
export const diskRestore = restoreOfDisk('app01_DataDisk_0', { group });

/** A draft of it. */
export const beginDisk = (): string =>
  diskTasks.restore.begin({
    datasource: 'azure-disk',
    instance: diskRestore.instanceId,
    subscription: production,
    rg: nameOf(group),
    diskName: nameOf(diskRestore.targetDiskId),
  });

/** One press of Restore. */
export async function pressDisk({ arm }: TestArm, id: string): Promise<void> {
  const { choices } = storedDraft(id);
  const plan = diskPlanText(diskRestore);
  const pressed = { planned: diskRestore, choices, nextSteps: [], plan };
  await sendDiskRestore(arm, id, pressed, { isStillSo: () => Promise.resolve(true) });
}
