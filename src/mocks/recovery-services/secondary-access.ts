import { aadPropertiesWire } from '#src/api/recovery-services/restore-requests.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { pointPath, withItemRead } from '#src/mocks/recovery-services/paths.ts';
import { pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import {
  locationPath,
  onSecondary,
  secondaryRegionOf,
} from '#src/mocks/recovery-services/secondary-place.ts';
import { type Answer, type Call, ok, param, type Route, route } from '#src/mocks/service.ts';
import { isoMs, usText } from '#src/mocks/time/text.ts';
import { guidFrom, hash32, hexFrom } from '#src/mocks/world/ids.ts';
import { findVault } from '#src/mocks/world/lookup.ts';
import type { PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { regionName } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/**
 * Who may read a point from the secondary region, and how the right is got (azure-contract §9): a token,
 * opaque to clients.
 */

/** The token of a point's id: what it is for, and a seal. */
function tokenOf(pointId: string): string {
  const subject = btoa(encodeURIComponent(pointId.toLowerCase()));
  return `${subject}.${hexFrom(`token of ${subject}`, 64)}`;
}

/** The id of the point that a token is for, in lower case; null for a token that was never issued. */
export function pointIdOf(token: string): string | null {
  const [subject = '', seal] = token.split('.');
  return seal === hexFrom(`token of ${subject}`, 64) ? decodeURIComponent(atob(subject)) : null;
}

/** What `POST {RP}/accessToken` says of a point. Its numbers are the service's own, not the point's name (S). */
function accessTokenOf(pointId: string, point: PointSeed, { location }: VaultSeed): object {
  return {
    // The examples' name; Microsoft's own client writes CrrAccessToken over it (C).
    objectType: 'WorkloadCrrAccessToken',
    accessTokenString: tokenOf(pointId),
    resourceId: String(hash32(`resource:${pointId}`)),
    protectionContainerId: hash32(`container:${pointId}`) % 100_000,
    recoveryPointId: String(hash32(`point:${pointId}`)),
    recoveryPointTime: usText(isoMs(point.time)),
    datasourceType: 'VM',
    rpTierInformation: Object.fromEntries(point.tiers.map(({ type, status }) => [type, status])),
    rpIsManagedVirtualMachine: true,
    rpOriginalSAOption: false,
    bMSActiveRegion: location,
  };
}

const audienceOf = (region: string): string =>
  `https://RecoveryServices/IaasCoord/aadmgmt/${regionName(region)}`;

/** Who reads points for a region; any subscription may ask. */
function aadProperties(call: Call): Answer {
  const [subscriptionId, region] = [param(call, 'sub'), param(call, 'region')];
  const subscription = call.state.seed.subscriptions.find((one) =>
    sameId(one.subscriptionId, subscriptionId),
  );
  return ok({
    id: `/subscriptions/${subscriptionId}`,
    properties: {
      tenantId: subscription?.tenantId ?? '',
      audience: audienceOf(region),
      servicePrincipalObjectId: guidFrom(`principal of ${regionName(region)}`),
    },
  });
}

/** Access token for a point, only for the person who reads it in the secondary region (G). */
function accessToken(call: Call): Answer {
  return withItemRead(call, ({ id, points, vaultId }) => {
    const vault = findVault(call.state, vaultId);
    const point = points.find(({ name }) => name === param(call, 'point'));
    if (vault === undefined || point === undefined) return pointNotFound(param(call, 'point'));
    const body = aadPropertiesWire.safeParse(parseJson(call.request.body));
    const region = secondaryRegionOf(vault) ?? '';
    if (!sameId(body.data?.properties.audience, audienceOf(region))) {
      return invalidInput('audience is not that of the secondary region of the vault.');
    }
    const pointId = `${id}/recoveryPoints/${point.name}`;
    return ok({
      id: pointId,
      name: point.name,
      type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints',
      properties: accessTokenOf(pointId, point, vault),
    });
  });
}

export const secondaryAccessRoutes: readonly Route[] = [
  route.get(
    'restores.aadProperties',
    `${locationPath}/backupAadProperties`,
    onSecondary(aadProperties),
  ),
  route.post('restores.accessToken', `${pointPath}/accessToken`, onSecondary(accessToken)),
];
