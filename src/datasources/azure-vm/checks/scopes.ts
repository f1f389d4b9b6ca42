import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/reads/read.ts';
import { groupOf } from '#src/datasources/azure-vm/target-reads.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';

/** The subscription that a draft restores to; null while that is not known. */
export function targetSubscriptionOf({ settled, reads }: DraftView): string | null {
  return settled.choices.subscription ?? known(reads.instance)?.subscriptionId ?? null;
}

/** The group of the chosen network; null while none is chosen. */
export function networkGroup({ shown }: DraftView): ResourceId | null {
  return shown.vnet === null ? null : groupOf(shown.vnet);
}

/** The key vaults that the restored disks depend on; null: none; empty: Azure doesn't report which. */
export function keyVaultsOf(view: DraftView): ResourceId[] | null {
  const chosen = view.shown.diskEncryptionSet;
  if (chosen !== null) return vaultsOfSets(view, [chosen]);
  switch (view.facts.vm?.encryption) {
    case 'ADE':
      return [...(chosenPoint(view)?.keyVaultIds ?? [])];
    case 'SSE-CMK':
    case 'SSE-PMK+CMK':
      return vaultsOfSets(view, setsOfMachine(view));
    case 'SSE-PMK':
    case 'none':
    case undefined:
      return null;
  }
}

function setsOfMachine({ reads }: DraftView): string[] {
  const disks = known(reads.machine)?.disks ?? [];
  return disks.flatMap(({ encryptionSetId }) => encryptionSetId ?? []);
}

/** A set of another subscription is in no list that was read. */
function vaultsOfSets({ reads }: DraftView, ids: readonly string[]): ResourceId[] {
  const found = (known(reads.encryptionSets) ?? []).filter(({ id }) =>
    ids.some((one) => sameId(one, id)),
  );
  return [...new Set(found.flatMap(({ keyVaultId }) => keyVaultId ?? []))];
}
