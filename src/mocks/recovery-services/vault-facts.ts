import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type { UsageWire } from '#src/api/compute/sizes.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { onVault, vaultAction, vaultIdIn, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import {
  hasSecondary,
  isSecondary,
  notCrossRegion,
  replicaOf,
} from '#src/mocks/recovery-services/secondary.ts';
import { type Answer, type Call, list, ok, route, type Route } from '#src/mocks/service.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import { findVault, instancesIn } from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';

/** `GET {V}/extendedInformation/vaultExtendedInfo`. */
export const vaultExtendedInfoWire = z.looseObject({
  name: z.string(),
  properties: maybe(
    z.looseObject({ integrityKey: maybe(z.string()), algorithm: maybe(z.string()) }),
  ),
});

/** The body of `POST …/locations/{region}/checkNameAvailability`. */
const vaultNameRequestWire = z.looseObject({ name: z.string(), type: maybe(z.string()) });

/** Whether a vault of that name can be made in the group. */
export const vaultNameWire = z.looseObject({
  nameAvailable: z.boolean(),
  /** `AlreadyExists` or `Invalid`. */
  reason: maybe(z.string()),
  message: maybe(z.string()),
});

/** What a vault tells of itself beside its settings (S). */

const row = (value: string, localizedValue: string, currentValue: number): UsageWire => ({
  unit: 'Count',
  currentValue,
  limit: -1,
  name: { value, localizedValue },
});

const countOf = (items: readonly InstanceSeed[], health: InstanceSeed['healthStatus']): number =>
  items.filter(({ healthStatus }) => healthStatus === health).length;

/** Counts of the whole vault, whatever it protects; only virtual machines are simulated. */
function usages({ state }: Call, { id }: VaultSeed): Answer {
  const items = instancesIn(state, id);
  return list([
    row('ProtectedItemCount', 'Backup items', items.length),
    row('IaaSVMProtectedItemCount', 'Azure Virtual Machines', items.length),
    row('IaaSVMProtectedItemCriticalCount', 'Critical', countOf(items, 'ActionRequired')),
    row('IaaSVMProtectedItemWarningCount', 'Warning', countOf(items, 'ActionSuggested')),
  ]);
}

/** Counts by what manages the backups; those of the secondary region are of what is there. */
function summaries(call: Call, vault: VaultSeed): Answer {
  const items = instancesIn(call.state, vault.id);
  const label = 'Azure Virtual Machine';
  if (!isSecondary(call)) return list([row('AzureVM', label, items.length)]);
  if (!hasSecondary(vault)) return notCrossRegion();
  const there = items.filter((item) => replicaOf(call.state, item, call.now) !== null);
  return list([row('AzureVM', label, there.length)]);
}

/** The key is no secret of anybody's: it is made from the vault's id. */
const extendedInfoOf = ({ id }: VaultSeed) => ({
  id: `${id}/extendedInformation/vaultExtendedInfo`,
  name: 'vaultExtendedInfo',
  type: 'Microsoft.RecoveryServices/vaults/extendedInformation',
  properties: { integrityKey: btoa(hexFrom(`integrity of ${id}`, 16)), algorithm: 'None' },
});

/** Azure's rule for names of vaults: 2 to 50 letters, digits and hyphens, a letter first. */
const vaultName = /^[a-z][a-z0-9-]{1,49}$/i;

function checkName(call: Call): Answer {
  const request = vaultNameRequestWire.safeParse(parseJson(call.request.body)).data;
  if (request === undefined) return invalidInput('name is missing.');
  const { name } = request;
  if (!vaultName.test(name)) {
    return ok({
      nameAvailable: false,
      reason: 'Invalid',
      message: `'${name}' is no vault's name.`,
    });
  }
  return findVault(call.state, vaultIdIn({ ...call.params, vault: name })) === undefined
    ? ok({ nameAvailable: true })
    : ok({
        nameAvailable: false,
        reason: 'AlreadyExists',
        message: 'There is a vault of this name in the resource group.',
      });
}

export const vaultFactRoutes: readonly Route[] = [
  route.get('vaults.usages', `${vaultPath}/usages`, onVault(usages)),
  route.get('vaults.usageSummaries', `${vaultPath}/backupUsageSummaries`, onVault(summaries)),
  route.get(
    'vaults.extendedInfo',
    `${vaultPath}/extendedInformation/vaultExtendedInfo`,
    onVault((_, vault) => ok(extendedInfoOf(vault))),
    `${vaultAction}/extendedInformation/read`,
  ),
  route.post(
    'vaults.checkName',
    '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.RecoveryServices/locations/{location}/checkNameAvailability',
    checkName,
  ),
];
