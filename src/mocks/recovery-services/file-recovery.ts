import { fileRecoveryWire } from '#src/api/recovery-services/recovery-points/wire-files.ts';
import { cloudInvalidInput, refused } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { isArchived } from '#src/mocks/recovery-services/judgement.ts';
import { pointPath } from '#src/mocks/recovery-services/paths.ts';
import { acceptedOn, notTaken, onPoint } from '#src/mocks/recovery-services/point-actions.ts';
import { type Answer, type Call, route, type Route } from '#src/mocks/service.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import type { InstanceSeed, PointSeed } from '#src/mocks/world/seed.ts';

/** File recovery (azure-contract §10). A point is mounted as soon as that is accepted (G). */

/** The suffix holds the password, 15 characters from the 33rd on (C). */
const suffixOf = (pointId: string): string =>
  `_${hexFrom(`suffix of ${pointId}`, 31)}_${hexFrom(`password of ${pointId}`, 15)}`;

function scriptsOf(pointId: string): readonly object[] {
  const scriptNameSuffix = suffixOf(pointId);
  return [
    {
      osType: 'Windows',
      url: 'https://download.microsoft.com/simulated/IaaSVMILRExeForWindows.exe',
      scriptExtension: '.exe',
      scriptNameSuffix,
    },
    {
      osType: 'Linux',
      scriptContent: btoa('# This script of the simulated Azure attaches nothing.\n'),
      scriptExtension: '.py',
      scriptNameSuffix,
    },
  ];
}

function mount(call: Call, point: PointSeed, instance: InstanceSeed): Answer {
  const body = fileRecoveryWire.safeParse(parseJson(call.request.body)).data?.properties;
  if (body === undefined) return notTaken('a registration for file recovery');
  // Reasons and codes of both are guesses (G).
  if (isArchived(point)) {
    return refused(cloudInvalidInput('Files cannot be read from the archive tier.'));
  }
  const pointId = `${instance.id}/recoveryPoints/${point.name}`;
  const isMounted = call.state.mounted.includes(pointId.toLowerCase());
  if (isMounted && body.renewExistingRegistration !== true) {
    return refused(
      cloudInvalidInput('The recovery point is mounted: renewExistingRegistration is needed.'),
    );
  }
  return acceptedOn(call, instance, {
    properties: {
      objectType: 'OperationStatusProvisionILRExtendedInfo',
      recoveryTarget: { clientScripts: scriptsOf(pointId) },
    },
    events: [{ type: 'point-mounted', at: call.now, pointId, isMounted: true }],
  });
}

function unmount(call: Call, point: PointSeed, instance: InstanceSeed): Answer {
  const pointId = `${instance.id}/recoveryPoints/${point.name}`;
  return acceptedOn(call, instance, {
    events: [{ type: 'point-mounted', at: call.now, pointId, isMounted: false }],
  });
}

export const fileRecoveryRoutes: readonly Route[] = [
  route.post('recoveryPoints.mount', `${pointPath}/provisionInstantItemRecovery`, onPoint(mount)),
  route.post('recoveryPoints.unmount', `${pointPath}/revokeInstantItemRecovery`, onPoint(unmount)),
];
