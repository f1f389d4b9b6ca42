import { failure, forbidden, invalidInput } from '#src/mocks/errors.ts';
import { isForbidden } from '#src/mocks/recovery-services/rights.ts';
import {
  hasSecondary,
  isSecondary,
  notCrossRegion,
  secondaryVersions,
} from '#src/mocks/recovery-services/secondary.ts';
import { regions } from '#src/mocks/resources/locations.ts';
import { type Answer, type Call, handlersBy } from '#src/mocks/service.ts';
import { findVault } from '#src/mocks/world/lookup.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';

/** Paths of requests to a region itself. */
export const locationPath =
  '/subscriptions/{sub}/providers/Microsoft.RecoveryServices/locations/{region}';
export const locationAction = 'Microsoft.RecoveryServices/locations';

/** The region that a vault's points are replicated to; undefined where its own has no pair. */
export const secondaryRegionOf = ({ location, secondaryRegion }: VaultSeed): string | undefined =>
  secondaryRegion ?? regions.find(({ name }) => sameRegion(name, location))?.pair;

/** Runs `work` in the versions that know the secondary region; in others there is no such thing (G). */
export function inSecondary(call: Call, work: () => Answer): Answer {
  return isSecondary(call)
    ? work()
    : failure(
        400,
        'NoRegisteredProviderFound',
        `No registered resource provider found for API version '${call.apiVersion}'. The supported versions are '${[...secondaryVersions].join(', ')}'.`,
      );
}

/** {@link inSecondary} as a handler. */
export const onSecondary = handlersBy(inSecondary);

/** Runs `work` with the vault of an id, if the person may see its backups and it has the feature. */
export function withSecondaryVault(
  { state }: Call,
  id: string,
  action: string,
  work: (vault: VaultSeed) => Answer,
): Answer {
  const vault = findVault(state, id);
  if (vault === undefined) return invalidInput('resourceId is not the id of a vault.');
  if (isForbidden(vault)) return forbidden(action, vault.id);
  return hasSecondary(vault) ? work(vault) : notCrossRegion();
}
