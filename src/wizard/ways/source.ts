import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { ScenarioId } from '#src/model/scenario.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import { copiesLeft, ownRegionName, pairName } from '#src/wizard/draft/target-region.ts';

/** The machine that the ways are of, as far as sentences about them need it. */
export interface Source {
  /** Id of the protected item. */
  readonly id: ResourceId;
  readonly name: string;
  /** Azure says that there is no such machine any more. */
  readonly isGone: boolean;
  /** The vault's region, as people call it where that is known. */
  readonly region: string;
  /** Its pair, likewise; null where it has none or nobody knows. */
  readonly pair: string | null;
}

export function sourceOf(reads: Reads): Source {
  const item = known(reads.instance);
  return {
    id: item?.id ?? resourceId(''),
    name: item?.friendlyName ?? '',
    isGone: known(reads.machine) === null,
    region: ownRegionName(reads) ?? '',
    pair: pairName(reads),
  };
}

/** A machine said to be deleted that is there, or said to be encrypted under a key that has none. */
export type Doubt = 'stillThere' | 'notEncrypted';

export function doubtOf(scenario: ScenarioId, reads: Reads): Doubt | null {
  const machine = known(reads.machine);
  if (machine === undefined || machine === null) return null;
  if (scenario === 'machine-deleted') return 'stillThere';
  const hasNoKey =
    known(reads.points)?.[0]?.isEncrypted === false &&
    machine.disks.every(({ hasCustomerKey }) => !hasCustomerKey);
  return scenario === 'encrypted' && hasNoKey ? 'notEncrypted' : null;
}

/** Whether the vault has points in a secondary region that can be listed. */
export function hasSecondary({ vault }: Pick<Reads, 'vault'>): boolean {
  return copiesLeft({ vault }) === 'secondary';
}

/** Whether something that decides on a way is still on its way. What failed is not waited for. */
export function isBeingRead({ vault, machine, regions, secondaryPoints }: Reads): boolean {
  return (
    [vault, machine].some(({ state }) => state === 'loading' || state === 'not asked') ||
    [regions, secondaryPoints].some(({ state }) => state === 'loading')
  );
}
