import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { regionHealth, type RegionHealth, type ServiceIssue } from '#src/model/places.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import { ownRegionName, pairName } from '#src/datasources/azure-vm/choices/target-region.ts';

/** The machine that the options are of, as far as sentences about them need it. */
export interface Source {
  /** ID of the backup instance. */
  readonly id: ResourceId;
  readonly name: string;
  /** Azure reports that the VM no longer exists. */
  readonly isGone: boolean;
  /** The vault's region, as people call it where that is known. */
  readonly region: string;
  /** The name of its paired region, likewise; null if it has none or it is unknown. */
  readonly pair: string | null;
  /** What Azure Service Health tells of the two. */
  readonly health: { readonly region: RegionHealth; readonly pair: RegionHealth };
}

export function sourceOf(reads: Reads, issues: readonly ServiceIssue[] | undefined): Source {
  const item = known(reads.instance);
  const region = ownRegionName(reads);
  const pair = pairName(reads);
  return {
    id: item?.id ?? resourceId(''),
    name: item?.friendlyName ?? '',
    isGone: known(reads.machine) === null,
    region: region ?? '',
    pair,
    health: { region: regionHealth(issues, region), pair: regionHealth(issues, pair) },
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
    machine.disks.every(({ encryptionSetId }) => encryptionSetId === null);
  return scenario === 'encrypted' && hasNoKey ? 'notEncrypted' : null;
}

/** Whether something that decides on an option is still on its way. What failed is not waited for. */
export function isBeingRead({ vault, machine, disks, regions, secondaryPoints }: Reads): boolean {
  return (
    [vault, machine].some(({ state }) => state === 'loading' || state === 'not asked') ||
    [regions, secondaryPoints, ...disks].some(({ state }) => state === 'loading')
  );
}
