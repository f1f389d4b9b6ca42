import {
  aadPropertiesWire,
  crossRegionRestoreWire,
  type RestoreRequestWire,
} from '#src/api/recovery-services/restore-requests.ts';
import { cloudInvalidInput, invalidInput, refused, wrongBody } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { firstReason, secondaryRegionOf } from '#src/mocks/recovery-services/judge.ts';
import { type Check, isBlank, wantedZone } from '#src/mocks/recovery-services/judgement.ts';
import {
  isOver,
  plainPolling,
  statusWireOf,
  unknownOperation,
  withJob,
} from '#src/mocks/recovery-services/operation-report.ts';
import {
  inSecondary,
  locationAction,
  locationPath,
  onSecondary,
  pointPath,
  replicaOf,
  withItemRead,
  withSecondaryVault,
} from '#src/mocks/recovery-services/paths.ts';
import { findPointLeft, pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import {
  acceptRestore,
  type RestoreWish,
  senderOf,
} from '#src/mocks/recovery-services/restores.ts';
import {
  type Answer,
  type Call,
  handlersBy,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import { isoMs, usText } from '#src/mocks/time/text.ts';
import type { AcceptedRestore } from '#src/mocks/world/fold.ts';
import { guidFrom, hash32, hexFrom } from '#src/mocks/world/ids.ts';
import { findInstance, findMachine, findVault } from '#src/mocks/world/lookup.ts';
import type { MachineSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { regionName, sameRegion } from '#src/model/places.ts';
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
function pointIdOf(token: string): string | null {
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

/** Restores in the secondary region of a vault (azure-contract §9; document 000, Cross Region Restore). */

const restoreAction = `${locationAction}/backupCrossRegionRestore/action`;

/**
 * A machine as the secondary region makes it: there, in the wanted zone if the source is in one (C),
 * and without the customer-managed key unless the vault has one (document 000, note).
 */
function relocated(
  machine: MachineSeed,
  vault: VaultSeed,
  wanted: MachineSeed['zone'],
): MachineSeed {
  const { zone, encryption, ...kept } = machine;
  const there = zone === undefined ? undefined : wanted;
  const isKeyLost = encryption === 'CMK' && vault.encryption === undefined;
  return {
    ...kept,
    ...(there === undefined ? {} : { zone: there }),
    encryption: isKeyLost ? 'none' : encryption,
    location: vault.location,
  };
}

/**
 * What a restore in the secondary region cannot be, beside all that any restore cannot (document 000,
 * Cross Region Restore; two rules are the CLI's, C).
 */
const judgeSecondary: readonly Check[] = [
  ({ body }) =>
    body.recoveryType === 'OriginalLocation'
      ? 'Disks cannot be replaced from the secondary region.'
      : null,
  ({ body }) => (isBlank(body.targetResourceGroupId) ? 'targetResourceGroupId is missing.' : null),
  ({ machine }) =>
    machine.disks.some(({ sku }) => sku === 'UltraSSD_LRS')
      ? 'Virtual machines with ultra disks cannot be restored in the secondary region.'
      : null,
  ({ body }) =>
    isBlank(body.diskEncryptionSetId)
      ? null
      : 'A disk encryption set cannot be used for a restore in the secondary region.',
];

/** What a request speaks of, as it is in the secondary region; or why there is no such thing. */
function wishOf(
  call: Call,
  vault: VaultSeed,
  pointId: string,
  properties: RestoreRequestWire['properties'],
): RestoreWish | Answer {
  const secondaryRegion = secondaryRegionOf(vault) ?? '';
  // The region of the body counts: official samples send it to the address of another (S).
  if (!sameRegion(secondaryRegion, properties.region)) {
    return invalidInput(`The secondary region of the vault is ${secondaryRegion}.`);
  }
  const [itemId = '', name = ''] = pointId.split('/recoverypoints/');
  const present = findInstance(call.state, itemId);
  const instance = present && replicaOf(call.state, present, call.now);
  const point = instance && findPointLeft(instance, name, call.now);
  const source = instance && findMachine(call.state, instance.machineId);
  if (!instance || !point || !source) return pointNotFound(name);
  const there = { ...vault, location: secondaryRegion };
  const machine = relocated(
    source,
    there,
    wantedZone({ machine: source, vault: there, body: properties }),
  );
  return {
    vault: there,
    instance,
    point,
    machine,
    body: { properties },
    secondaryRegion,
  };
}

function trigger(call: Call): Answer {
  const parsed = crossRegionRestoreWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return wrongBody('a cross-region restore', parsed.error);
  const { crossRegionRestoreAccessDetails: token, restoreRequest } = parsed.data;
  const pointId = pointIdOf(token.accessTokenString);
  if (pointId === null) return invalidInput('accessTokenString is not valid.');
  const vaultId = pointId.slice(0, pointId.indexOf('/backupfabrics/'));
  return withSecondaryVault(call, vaultId, restoreAction, (vault) => {
    const wish = wishOf(call, vault, pointId, restoreRequest);
    return 'status' in wish ? wish : accepted(call, wish);
  });
}

function accepted(call: Call, wish: RestoreWish): Answer {
  const { body, ...source } = wish;
  const restore = { ...source, state: call.state, body: body.properties };
  const reason = firstReason(judgeSecondary, restore);
  if (reason !== null) return refused(cloudInvalidInput(reason));
  const verdict = acceptRestore(call.state, call.now, wish, senderOf(call));
  if (!verdict.isAccepted) return verdict.refusal;
  const { event } = verdict;
  const { operationId } = event;
  const { secondaryRegion } = event.plan;
  const followed = { operationId, ...(secondaryRegion === undefined ? {} : { secondaryRegion }) };
  return { status: 202, headers: headersOf(call, followed), events: [event] };
}

const placeOf = (call: Call, region: string): string =>
  `/subscriptions/${param(call, 'sub')}/providers/Microsoft.RecoveryServices/locations/${region}`;

/** It is followed in the region in which it runs. */
const headersOf = (
  call: Call,
  { operationId, secondaryRegion = '' }: Pick<AcceptedRestore, 'operationId' | 'secondaryRegion'>,
): Record<string, string> =>
  plainPolling(call, {
    basePath: placeOf(call, secondaryRegion),
    status: 'backupCrrOperationsStatus',
    result: 'backupCrrOperationResults',
    operationId,
    seconds: 60,
  });

/** Handlers whose work is given the operation of the region that the path names; its id is base64, of one case. */
const onOperation = handlersBy((call, work: (restore: AcceptedRestore) => Answer) =>
  inSecondary(call, () => {
    const found = call.state.restores.find(
      ({ operationId, secondaryRegion }) =>
        operationId === param(call, 'operation') &&
        sameRegion(secondaryRegion, param(call, 'region')),
    );
    return found === undefined ? unknownOperation(call) : work(found);
  }),
);

/** Its id is a path (S). The job is reported as in the primary region: the CLI reads it where it is (C). */
function statusOf(call: Call, restore: AcceptedRestore): Answer {
  const { operationId, jobId } = restore;
  const id = `${placeOf(call, param(call, 'region'))}/backupCrrOperationsStatus/${operationId}`;
  return ok({ ...statusWireOf({ ...restore, properties: withJob(jobId) }, call), id });
}

export const secondaryRestoreRoutes: readonly Route[] = [
  route.get(
    'restores.aadProperties',
    `${locationPath}/backupAadProperties`,
    onSecondary(aadProperties),
  ),
  route.post('restores.accessToken', `${pointPath}/accessToken`, onSecondary(accessToken)),
  route.post(
    'restores.triggerSecondary',
    `${locationPath}/backupCrossRegionRestore`,
    onSecondary(trigger),
  ),
  route.get(
    'restores.secondaryStatus',
    `${locationPath}/backupCrrOperationsStatus/{operation}`,
    onOperation(statusOf),
  ),
  route.get(
    'restores.secondaryResult',
    `${locationPath}/backupCrrOperationResults/{operation}`,
    onOperation((call, restore) =>
      isOver(restore, call.now)
        ? statusOf(call, restore)
        : { status: 202, headers: headersOf(call, restore) },
    ),
  ),
];
