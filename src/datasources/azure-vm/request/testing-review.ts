import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { listPermissions } from '#src/api/authorization.ts';
import { listComputeUsages, listMachineSizes } from '#src/api/compute/sizes.ts';
import { hasKeyVault } from '#src/api/key-vaults.ts';
import { instant } from '#src/lib/time.ts';
import { production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { ValidationProblem } from '#src/model/problem.ts';
import { type CheckedLine, checkLinesOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { keyVaultsOf, networkGroup } from '#src/datasources/azure-vm/checks/preflight.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type DraftView, vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { readOf } from '#src/datasources/azure-vm/request/testing-read.ts';
import { known } from '#src/wizard/reads/read.ts';

/** Review of a restore in the default world, with its list, as the client reads it. */

function sourceOf(machine: string) {
  const item = defaultWorld.instances.find(({ friendlyName }) => friendlyName === machine);
  return { instance: item?.id ?? '', point: item?.points[0]?.name ?? '' };
}

/** A draft at Review, with everything that the wizard reads for it. */
export async function reviewOf(arm: ArmPipelines, machine: string, choices: Partial<VmChoices>) {
  const all: VmChoices = {
    ...newDraft('draft', 0).choices,
    datasource: 'azure-vm',
    identity: 'none',
    consequenceRead: true,
    warningsRead: true,
    ...sourceOf(machine),
    ...choices,
  };
  const reads = await readsThrough(arm, all);
  return vmViewOf(newDraft('draft', 0, all), reads);
}

/** Review's list as it is once everything is read. `problems`: what Azure's own validation found; null: it waits. */
export async function linesAt(
  arm: ArmPipelines,
  view: DraftView,
  problems: Problems,
): Promise<CheckedLine[]> {
  const vaultIds = keyVaultsOf(view) ?? [];
  const vault = known(view.reads.vault)?.id;
  const keyVaults = await Promise.all(
    vaultIds.map(async (id) => ({ id, read: await readOf(id, (one) => hasKeyVault(arm, one)) })),
  );
  const sizes = await readOf('westeurope', (region) => listMachineSizes(arm, production, region));
  return checkLinesOf({
    view: { ...view, reads: { ...view.reads, sizes } },
    reads: {
      vaultRights: await readOf(vault, (id) => listPermissions(arm, id)),
      networkRights: await readOf(networkGroup(view), (id) => listPermissions(arm, id)),
      usages: await readOf('westeurope', (region) => listComputeUsages(arm, production, region)),
      restores: { state: 'known', value: [] },
      runningRestores: { state: 'known', value: [] },
      otherRestores: {
        state: 'known',
        value: { restores: [], areVaultsUnread: false, unread: [] },
      },
      keyVaults,
    },
    validation: {
      stage: problems === null ? { kind: 'idle' } : { kind: 'done', at: instant(0), problems },
      plan: { restore: null, restoreText: '' },
      isStale: false,
      waitsFor: null,
      start: () => undefined,
      stop: () => undefined,
    },
    readAgain: () => undefined,
  });
}

type Problems = readonly ValidationProblem[] | null;
