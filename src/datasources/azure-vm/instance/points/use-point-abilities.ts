import { useQuery } from '@tanstack/react-query';
import { permissionsQuery } from '#src/api/authorization.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { TARGET_NOT_READ } from '#src/datasources/azure-vm/reads.ts';
import { known, readOf } from '#src/wizard/reads/read.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  abilitiesOfMany,
  type Ability,
} from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { useSourceReads } from '#src/datasources/azure-vm/reader.ts';

/** What a point can do; null while what decides it is being read. */
export type AbilitiesOf = (point: RecoveryPoint) => readonly Ability[] | null;

/**
 * What the restore points of a backup instance can do before a target is selected: evaluated for the vault's
 * subscription, where a restore goes by default.
 */
export function usePointAbilities(
  itemId: string,
  regionView: VmChoices['regionView'],
): AbilitiesOf {
  const source = useSourceReads(itemId, regionView);
  const subscription = known(source.instance)?.subscriptionId;
  const permissions = readOf(
    useQuery({
      ...permissionsQuery(resourceId(`/subscriptions/${subscription ?? ''}`)),
      enabled: subscription !== undefined,
    }),
  );
  const isReading = [source.vault, source.machine, permissions].some(
    ({ state }) => state === 'loading',
  );
  const reads = { ...TARGET_NOT_READ, ...source, permissions };
  return isReading ? () => null : abilitiesOfMany(reads, regionView);
}
