import { aadPropertiesWire } from '#src/api/recovery-services/restores/wire-secondary.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { accessTokenOf } from '#src/mocks/recovery-services/access-token.ts';
import { itemAction, pointPath, withItemRead } from '#src/mocks/recovery-services/paths.ts';
import { pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import {
  inSecondary,
  locationAction,
  locationPath,
  secondaryRegionOf,
} from '#src/mocks/recovery-services/secondary-place.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { findVault } from '#src/mocks/world/lookup.ts';
import { regionName } from '#src/model/region.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Who may read a point from the secondary region, and how the right is got (azure-contract §9). */

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

/** The right to a point, for who reads it in the secondary region and for nobody else (G). */
function accessToken(call: Call): Answer {
  return withItemRead(call, ({ id, points, vaultId }) => {
    const vault = findVault(call.state, vaultId);
    const point = points.find(({ name }) => name === param(call, 'point'));
    if (vault === undefined || point === undefined) return pointNotFound(param(call, 'point'));
    const asked = aadPropertiesWire.safeParse(parseJson(call.request.body));
    const region = secondaryRegionOf(vault) ?? '';
    if (!sameId(asked.data?.properties.audience, audienceOf(region))) {
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
  {
    operation: 'restores.aadProperties',
    method: 'GET',
    path: `${locationPath}/backupAadProperties`,
    action: `${locationAction}/backupAadProperties/read`,
    handle: (call) => inSecondary(call, () => aadProperties(call)),
  },
  {
    operation: 'restores.accessToken',
    method: 'POST',
    path: `${pointPath}/accessToken`,
    action: `${itemAction}/recoveryPoints/accessToken/action`,
    handle: (call) => inSecondary(call, () => accessToken(call)),
  },
];
