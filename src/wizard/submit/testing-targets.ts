import { QueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { startCommvaultRestore } from '#src/api/commvault/restores.ts';
import { startDiskRestore } from '#src/api/data-protection/restores.ts';
import { provideJobSources } from '#src/api/queries/jobs.ts';
import {
  otherRestoresQuery,
  runningDiskRestoresQuery,
  runningRestoresQuery,
} from '#src/api/queries/running-restores.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { newDiskDraft } from '#src/datasources/azure-disk/fields.ts';
import { diskTargetOf, otherRestoresOf } from '#src/datasources/azure-disk/reads.ts';
import { diskPlanText, sendDiskRestore } from '#src/datasources/azure-disk/request.ts';
import { newDraft, vmChoices, vmTargetOf } from '#src/datasources/azure-vm/choices.ts';
import { sendRestore } from '#src/datasources/azure-vm/request.ts';
import { newCommvaultDraft } from '#src/datasources/commvault-vm/fields.ts';
import { restoreIn, sendCommvaultRestore } from '#src/datasources/commvault-vm/request.ts';
import { HOST, instanceOf, testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { commvaultTargetQueries, wantedVm } from '#src/datasources/commvault-vm/use-restore.ts';
import { JOB_SOURCES } from '#src/datasources/registry.ts';
import { installClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { prod, production, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { WantedTarget } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { openAttemptsOn, type TargetOf } from '#src/wizard/draft/sent.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import {
  type CheckResult,
  metIn,
  type TargetReads,
  targetResult,
} from '#src/wizard/review/check.ts';
import { begunSince, type TargetQueries } from '#src/wizard/submit/begun-since.ts';
import type { HowToSend } from '#src/wizard/submit/latest-reads.ts';
import { storedDraft } from '#src/wizard/submit/testing-tab.ts';

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
const account = defaultWorld.accounts.find(({ id }) => id.endsWith('/stprodweu01'));

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
function vm(kind: 'new VM' | 'VM in place' | 'disks', names: Names): Ordered {
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

/** Restores of app01 from a Backup vault and by Commvault, for tests of targets that meet. */

/** A restore of a disk. */
function disk(names: Names): Ordered {
  const restore = restoreOfDisk('app01_DataDisk_0', { group: prod(names.group), name: names.disk });
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
async function commvault(
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

/** Locks as a browser has them, of one visit. */
export function fakeLocks() {
  const held = new Set<string>();
  return {
    request: async (name: string, _: object, task: (lock: object | null) => Promise<unknown>) => {
      if (held.has(name)) return task(null);
      held.add(name);
      try {
        return await task({});
      } finally {
        held.delete(name);
      }
    },
  };
}

/** Restores of app01 by all datasources, against simulated services, for tests of targets that meet. */

/** A browser and the services, in the default world. */
export function targetWorld() {
  resetPageState();
  const it = testWizard();
  installClock({ now: it.clock.now, realDelayMs: () => 0, onJump: () => () => undefined });
  provideJobSources(JOB_SOURCES);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  // Disks are replaced only of a VM that is shut down.
  const ready = it.azure.append([
    { type: 'machine-powered', at: it.clock.now(), machineId: app01, isStopped: true },
  ]);
  /** Lists are behind by less than this. */
  const pass = () => it.clock.add(90);

  async function order(kind: TargetKind, names: Names): Promise<Ordered> {
    await ready;
    switch (kind) {
      case 'Azure Disk':
        return disk(names);
      case 'Commvault out of place':
        return commvault(it, false, names);
      case 'Commvault in place':
        return commvault(it, true, names);
      default:
        return vm(kind, names);
    }
  }

  const readNow = async ({ queries: { ofVault, others } }: Ordered): Promise<TargetReads> => {
    // Resource Graph answers only so many questions in a few seconds.
    it.clock.add(5);
    const [own, all] = await Promise.all([
      ofVault === null ? null : client.query({ ...ofVault, staleTime: 0 }),
      client.query({ ...others, staleTime: 0 }),
    ]);
    return {
      ofVault: own === null ? null : { state: 'known', value: own },
      others: { state: 'known', value: all },
    };
  };

  /** What Review shows of a draft. */
  async function review(ordered: Ordered, draftId: string) {
    const reads = await readNow(ordered);
    const check: CheckResult = targetResult(ordered.wanted, reads, ordered.what);
    return {
      check,
      reads,
      open: openAttemptsOn(
        draftId,
        storedDraft(draftId).choices,
        ordered.targetOf,
        ordered.wanted.parts,
      ),
    };
  }

  /** One press of Restore, after Review has shown something; `meanwhile` happens once all is read. */
  const press = async (
    ordered: Ordered,
    draftId: string,
    reads: TargetReads,
    {
      meanwhile,
      ...decided
    }: NonNullable<HowToSend['decided']> & {
      readonly meanwhile?: () => Promise<unknown>;
    } = {},
  ): Promise<void> => {
    const { wanted, queries } = ordered;
    const read = begunSince(client, {
      draftId,
      wanted,
      queries,
      shown: metIn(wanted, reads),
      decided,
    });
    it.clock.add(5);
    await ordered.press(draftId, {
      isStillSo: () => Promise.resolve(true),
      begunSince: async () => {
        const begun = await read();
        await meanwhile?.();
        return begun;
      },
      decided,
    });
  };
  return { ...it, client, pass, order, review, press };
}
