import { firstText, type JsonObject } from '../json.ts';
import { distinct, type Mentions, regionOf, thingOf, thingsOfType } from './mentions.ts';
import { mainGroup, mainSubscription } from './places.ts';
import { ISO_TIME, nowFor } from './times.ts';
import { instant, isoText } from '#src/lib/time.ts';
import type { RoleAssignmentSeed } from '#src/mocks/world/place-seed.ts';
import type {
  BackupVaultSeed,
  DiskInstanceSeed,
  DiskPointSeed,
  SubscriptionSeed,
} from '#src/mocks/world/seed.ts';

const DAY_MS = 86_400_000;

const mainVault = (mentions: Mentions): string =>
  `/subscriptions/${mainSubscription(mentions)}/resourceGroups/${mainGroup(mentions)}/providers/Microsoft.DataProtection/backupVaults/${mentions.named.get('vaultName') ?? 'conformance'}`;

/** Every Backup vault that is named, that which the sample is about first. */
export function backupVaultsFor(mentions: Mentions): readonly BackupVaultSeed[] {
  const listed = thingsOfType(mentions, 'backupVaults').map((thing) => firstText(thing, 'id'));
  return distinct([mainVault(mentions), ...listed]).map((id) => ({
    id,
    location: regionOf(mentions, id),
    hasIdentity: firstText(thingOf(mentions, id), 'identity.type') !== 'None',
  }));
}

function pointOf(mentions: Mentions, name: string, thing: JsonObject | undefined): DiskPointSeed {
  const timeText = firstText(thing, 'properties.recoveryPointTime');
  const time = ISO_TIME.test(timeText) ? timeText : isoText(instant(nowFor(mentions) - DAY_MS));
  return { name, time };
}

/** Points that are named, and those that a list has; none expires. */
function pointsFor(mentions: Mentions): readonly DiskPointSeed[] {
  const { named, body } = mentions;
  const listed = thingsOfType(mentions, 'recoveryPoints').map((thing) =>
    pointOf(mentions, firstText(thing, 'name'), thing),
  );
  const wanted =
    named.get('recoveryPointId') ??
    firstText(body, 'recoveryPointId', 'restoreRequestObject.recoveryPointId');
  const isListed = listed.some(({ name }) => name === wanted);
  const main = pointOf(mentions, wanted === '' ? 'conformance' : wanted, undefined);
  return isListed ? listed : [main, ...listed];
}

function instanceOf(
  mentions: Mentions,
  name: string,
  thing: JsonObject | undefined,
): DiskInstanceSeed {
  const vaultId = mainVault(mentions);
  const source = 'properties.dataSourceInfo';
  const target = 'restoreTargetInfo.datasourceInfo.datasourceType';
  return {
    id: `${vaultId}/backupInstances/${name}`,
    vaultId,
    sourceId:
      firstText(thing, `${source}.resourceID`) ||
      firstText(mentions.body, 'sourceResourceId', 'restoreRequestObject.sourceResourceId'),
    sourceType:
      firstText(thing, `${source}.datasourceType`) ||
      firstText(mentions.body, target, `restoreRequestObject.${target}`),
    location: mentions.region,
    snapshotGroup: vaultId.slice(0, vaultId.indexOf('/providers/')),
    state: 'ProtectionConfigured',
    points: pointsFor(mentions),
  };
}

/** The backup instances of a sample's world, that which it is about first; never none. */
export function diskInstancesFor(
  mentions: Mentions,
): readonly [DiskInstanceSeed, ...DiskInstanceSeed[]] {
  const listed = thingsOfType(mentions, 'backupInstances').map((thing) =>
    instanceOf(mentions, firstText(thing, 'name'), thing),
  );
  const name = mentions.named.get('backupInstanceName');
  const main = name ?? 'conformance';
  const [deleted] = thingsOfType(mentions, 'deletedBackupInstances');
  const at = firstText(deleted, 'properties.deletionInfo.deletionTime');
  return [
    {
      ...instanceOf(mentions, main, deleted),
      ...(deleted === undefined ? {} : { softDeleted: { at, days: 14 } }),
    },
    ...listed.filter(({ id }) => !id.endsWith(`/${main}`)),
  ];
}

/** Backup vaults may do everything everywhere: a sample says nothing of who holds which role. */
export const backupVaultRoles = (
  vaults: readonly BackupVaultSeed[],
  subscriptions: readonly SubscriptionSeed[],
): readonly RoleAssignmentSeed[] =>
  vaults.flatMap(({ id: holder }) =>
    subscriptions.map(({ subscriptionId }) => ({
      holder,
      role: 'Contributor' as const,
      scope: `/subscriptions/${subscriptionId}`,
    })),
  );
