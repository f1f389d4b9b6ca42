import { session } from '#src/api/arm/pipeline.ts';
import { otherRestoresQuery, runningRestoresQuery } from '#src/api/queries/running-restores.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { newDraft, vmTargetOf, vmChoices } from '#src/datasources/azure-vm/choices.ts';
import { sendRestore } from '#src/datasources/azure-vm/request.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { prod, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';
import type { WantedTarget } from '#src/model/lost-restore.ts';
import type { TargetOf } from '#src/wizard/draft/sent.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import type { TargetQueries } from '#src/wizard/submit/latest-reads.ts';
import type { HowToSend } from '#src/wizard/submit/submit.ts';

/** Restores of app01 from its Recovery Services vault, for tests of targets that meet. */

/** What a restore creates or replaces, by the datasource and the kind. */
export const TARGET_KINDS = [
  'new VM',
  'VM in place',
  'disks',
  'Azure Disk',
  'Commvault out of place',
  'Commvault in place',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Names that two restores have in common. */
export interface Names {
  readonly group: string;
  readonly vm: string;
  readonly disk: string;
}

/** One restore: what it is about, how what is in progress is read, and how it is sent. */
export interface Ordered {
  readonly wanted: WantedTarget;
  readonly queries: TargetQueries;
  readonly what: 'vm' | 'disk';
  readonly targetOf: TargetOf;
  readonly begin: () => string;
  readonly press: (draftId: string, how: HowToSend) => Promise<void>;
  /** The same by another person, in another browser. */
  readonly startByOther: () => Promise<unknown>;
}

const item = defaultWorld.instances.find(
  ({ friendlyName, vaultId }) => friendlyName === 'app01' && vaultId === prodVault,
);
const network = defaultWorld.networks.find(({ id }) => id.endsWith('/vnet-prod-weu'));
/** The staging account. */
export const account = defaultWorld.accounts.find(({ id }) => id.endsWith('/stprodweu01'));

function vmOrder(restore: Restore, choices: object): Ordered {
  const { choices: all } = newDraft('', 0, { instance: item?.id ?? '', ...choices });
  const planned = { restore, newGroup: null, isSecondary: false };
  const parts = vmTargetOf(all, app01);
  return {
    wanted: { parts, source: 'app01' },
    queries: {
      ofVault: runningRestoresQuery(resourceId(prodVault), null),
      others: otherRestoresQuery({
        beside: { vaultId: resourceId(prodVault), isSecondary: false },
        jobs: [],
      }),
    },
    what: 'vm',
    targetOf: (loose) => vmTargetOf(vmChoices(loose)),
    begin: () => createDraft((id, at) => newDraft(id, at, all)),
    press: (id, how) =>
      sendRestore(
        session(),
        id,
        { planned, choices: all, target: parts, nextSteps: [], plan: '' },
        how,
      ),
    startByOther: () => startRestore(session(), restore, crypto.randomUUID()),
  };
}

/** A restore of one of these kinds. */
export function vm(kind: 'new VM' | 'VM in place' | 'disks', names: Names): Ordered {
  const group = prod(names.group);
  const point = item?.points.find(({ tiers }) => tiers.some(({ type }) => type === 'HardenedRP'));
  const common = {
    recoveryPointResourceId: resourceId(`${item?.id ?? ''}/recoveryPoints/${point?.name ?? ''}`),
    recoveryPointId: point?.name ?? '',
    sourceResourceId: resourceId(app01),
    stagingAccountId: resourceId(account?.id ?? ''),
    region: 'westeurope',
  };
  const targetResourceGroupId = resourceId(group);
  switch (kind) {
    case 'new VM':
      return vmOrder(
        {
          ...common,
          kind: 'createVm',
          targetVirtualMachineId: resourceId(
            `${group}/providers/Microsoft.Compute/virtualMachines/${names.vm}`,
          ),
          targetResourceGroupId,
          virtualNetworkId: resourceId(network?.id ?? ''),
          subnetId: resourceId(`${network?.id ?? ''}/subnets/default`),
          networkAccess: null,
        },
        { option: 'createVm', rg: names.group, vmName: names.vm },
      );
    case 'VM in place':
      return vmOrder({ ...common, kind: 'replaceDisks' }, { option: 'replaceDisks' });
    case 'disks':
      return vmOrder(
        { ...common, kind: 'restoreDisks', targetResourceGroupId, networkAccess: null },
        { option: 'restoreDisks', rg: names.group },
      );
  }
}
