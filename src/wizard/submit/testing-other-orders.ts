import { session } from '#src/api/arm/pipeline.ts';
import { startCommvaultRestore } from '#src/api/commvault/restores.ts';
import { startDiskRestore } from '#src/api/data-protection/restores.ts';
import { runningDiskRestoresQuery } from '#src/api/queries/running-restores.ts';
import { diskTargetOf, otherRestoresOf } from '#src/datasources/azure-disk/reads.ts';
import { diskPlanText, sendDiskRestore } from '#src/datasources/azure-disk/request.ts';
import { newDiskDraft } from '#src/datasources/azure-disk/fields.ts';
import { restoreIn, sendCommvaultRestore } from '#src/datasources/commvault-vm/request.ts';
import { commvaultTargetQueries, wantedVm } from '#src/datasources/commvault-vm/use-restore.ts';
import { newCommvaultDraft } from '#src/datasources/commvault-vm/fields.ts';
import { HOST, instanceOf, type testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { prod, production } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import { account, type Names, type Ordered } from '#src/wizard/submit/testing-orders.ts';

/** Restores of app01 from a Backup vault and by Commvault, for tests of targets that meet. */

/** A restore of a disk. */
export function disk(names: Names): Ordered {
  const restore = restoreOfDisk('app01_DataDisk_0', {
    group: prod(names.group),
    name: names.disk,
  });
  const { choices } = newDiskDraft('', 0, {
    instance: restore.instanceId,
    subscription: production,
    rg: names.group,
    diskName: names.disk,
  });
  const vaultId = resourceId(restore.instanceId.replace(/\/backupInstances\/.*$/, ''));
  return {
    wanted: { parts: diskTargetOf(choices), source: 'app01_DataDisk_0' },
    queries: {
      ofVault: runningDiskRestoresQuery(vaultId),
      others: otherRestoresOf(vaultId, choices),
    },
    what: 'disk',
    targetOf: () => [],
    begin: () => createDraft((id, at) => newDiskDraft(id, at, choices)),
    press: (id, how) =>
      sendDiskRestore(
        session(),
        id,
        { planned: restore, choices, nextSteps: [], plan: diskPlanText(restore) },
        how,
      ),
    startByOther: () => startDiskRestore(session(), restore, crypto.randomUUID()),
  };
}

/** A restore by Commvault. */
export async function commvault(
  it: Pick<ReturnType<typeof testWizard>, 'viewOf'>,
  isInPlace: boolean,
  names: Names,
): Promise<Ordered> {
  const view = await it.viewOf(app01, {
    cv: isInPlace ? 'in-place' : 'out-of-place',
    vmName: names.vm,
    isNameTyped: true,
    rg: names.group,
    staging: account?.id ?? '',
    overwrite: names.vm === 'app01',
  });
  const restore = restoreIn(view);
  if (restore === null) throw new Error('the restore is not complete');
  const wanted = wantedVm(view);
  const pressed = {
    planned: { host: HOST, restore },
    choices: view.shown,
    target: wanted.parts,
    nextSteps: undefined,
    plan: undefined,
  };
  return {
    wanted,
    queries: commvaultTargetQueries(wanted),
    what: 'vm',
    targetOf: view.model.targetOf,
    begin: () =>
      createDraft((id, at) =>
        newCommvaultDraft(id, at, { ...view.shown, instance: instanceOf(app01) }),
      ),
    press: (id, how) => sendCommvaultRestore(id, pressed, how),
    startByOther: () => startCommvaultRestore(HOST, restore, crypto.randomUUID()),
  };
}
