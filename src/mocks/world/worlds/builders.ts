import { instant, isoText } from '#src/lib/time.ts';
import { guidFrom, hash32, hexFrom, pointNameFrom } from '#src/mocks/world/ids.ts';
import type {
  DiskInstanceSeed,
  DiskPointSeed,
  DiskSeed,
  InstanceSeed,
  MachineSeed,
  PointSeed,
  TierSeed,
} from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** Short ways to write a world down. Everything varies by name, never by chance. */

const DAY_MS = 86_400_000;

const valid = (...types: readonly TierSeed['type'][]): readonly TierSeed[] =>
  types.map((type) => ({ type, status: 'Valid' }));

/** The newest five are snapshot and vault; then the snapshot is gone, listed as such for a while. */
export function tiersOf(daysAgo: number): readonly TierSeed[] {
  if (daysAgo < 5) return valid('InstantRP', 'HardenedRP');
  if (daysAgo < 8) return [{ type: 'InstantRP', status: 'Deleted' }, ...valid('HardenedRP')];
  return valid('HardenedRP');
}

export interface PointsWanted {
  /** Names the machine; ids and seconds come from it. */
  readonly key: string;
  /** ISO text of the newest point's minute. */
  readonly newest: string;
  readonly days: number;
  readonly osType: 'Windows' | 'Linux';
  readonly privateAccess?: boolean;
  /** How many digits a name has: 13 to 19; above 16 it does not fit a number. */
  readonly digits?: number;
  /** How many days old the newest point is, when the machine's backups have stopped. */
  readonly stoppedDays?: number;
  /** One more, four months old, that lies in the archive alone. */
  readonly hasArchive?: boolean;
  /** What the points from that many days on say, of a machine that was changed then. */
  readonly before?: { readonly days: number } & Pick<PointSeed, 'machineThen' | 'privateAccess'>;
}

/** Daily points, newest first; mostly of one consistency, now and then crash-consistent. */
export function dailyPoints(wanted: PointsWanted): readonly PointSeed[] {
  const newestMs = seedMs(wanted.newest);
  const daily = Array.from({ length: wanted.days }, (_, daysAgo) =>
    pointAt(
      wanted,
      newestMs - daysAgo * DAY_MS,
      `day ${daysAgo}`,
      tiersOf(daysAgo + (wanted.stoppedDays ?? 0)),
    ),
  );
  const archived = pointAt(wanted, newestMs - 124 * DAY_MS, 'archive', valid('ArchivedRP'));
  const all = wanted.hasArchive === true ? [...daily, { ...archived, rule: 'Monthly' }] : daily;
  const { days = all.length, ...then } = wanted.before ?? {};
  const points = all.map((point, daysAgo) => (daysAgo < days ? point : { ...point, ...then }));
  // What a stopped protection keeps has no end.
  return wanted.stoppedDays === undefined ? points.map(withEnd) : points;
}

/** Days that points of a rule stay. */
const RETENTION_DAYS: Readonly<Record<string, number>> = { Daily: 35, Monthly: 366 };

function withEnd(point: PointSeed): PointSeed {
  const days = RETENTION_DAYS[point.rule ?? ''];
  return days === undefined ? point : { ...point, expires: endAfter(point.time, days) };
}

/** A moment some days after another. */
export const endAfter = (time: string, days: number): string =>
  isoText(instant(seedMs(time) + days * DAY_MS));

function pointAt(
  { key, osType, privateAccess, digits = 15 }: PointsWanted,
  minuteMs: number,
  which: string,
  tiers: readonly TierSeed[],
): PointSeed {
  const chance = hash32(`${key}:${which}`);
  const usual = osType === 'Windows' ? 'AppConsistent' : 'FileSystemConsistent';
  const seconds = chance % 300;
  const fraction = String(chance % 10_000).padStart(4, '0');
  const ms = minuteMs + seconds * 1000 + (chance % 1000);
  return {
    name: pointNameFrom(`${key}:${which}`, digits),
    time: `${isoText(instant(ms)).slice(0, -1)}${fraction}Z`,
    consistency: chance % 9 === 0 ? 'CrashConsistent' : usual,
    tiers,
    privateAccess: privateAccess ?? false,
    rule: 'Daily',
  };
}

/** An OS disk and data disks of these sizes, named as the portal names them. */
export function disksOf(
  machine: string,
  sku: DiskSeed['sku'],
  sizes: readonly number[],
): readonly DiskSeed[] {
  return sizes.map((sizeGiB, index) => ({
    lun: index - 1,
    name: index === 0 ? `${machine}_OsDisk` : `${machine}_DataDisk_${index - 1}`,
    sizeGiB,
    sku,
  }));
}

/** A machine of Resource Manager, by default managed, unencrypted and existing. */
export function machineOf(
  groupId: string,
  name: string,
  facts: Pick<MachineSeed, 'location' | 'size' | 'osType' | 'disks'> & Partial<MachineSeed>,
): MachineSeed {
  const provider = facts.deployment === 'classic' ? 'ClassicCompute' : 'Compute';
  return {
    id: `${groupId}/providers/Microsoft.${provider}/virtualMachines/${name}`,
    isManaged: true,
    deployment: 'arm',
    encryption: 'none',
    exists: true,
    isGeneralized: false,
    ...facts,
  };
}

/** The backup instance of a machine, named as recordings name it: groups in lower case (R). */
export function instanceOf(
  vaultId: string,
  machine: MachineSeed,
  facts: Pick<InstanceSeed, 'points'> & Partial<InstanceSeed>,
): InstanceSeed {
  const [, group = '', name = ''] =
    /\/resourceGroups\/([^/]+)\/.*\/([^/]+)$/i.exec(machine.id) ?? [];
  const kind = machine.deployment === 'classic' ? 'iaasvmcontainer' : 'iaasvmcontainerv2';
  const tail = `${kind};${group.toLowerCase()};${name.toLowerCase()}`;
  const newest = facts.points[0]?.time ?? null;
  return {
    id: `${vaultId}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${tail}/protectedItems/VM;${tail}`,
    vaultId,
    machineId: machine.id,
    friendlyName: name,
    policyName: 'EnhancedDaily',
    protectionState: 'Protected',
    healthStatus: 'Passed',
    lastBackupStatus: newest === null ? '' : 'Completed',
    lastBackupTime: newest,
    ...facts,
  };
}

/** A disk's recovery point of a moment, which stays for a week. */
export const diskPointAt = (key: string, atMs: number): DiskPointSeed => ({
  name: hexFrom(`disk point:${key}`, 32),
  time: isoText(instant(atMs)),
  expires: isoText(instant(atMs + 7 * DAY_MS)),
});

/** The backup instance of a managed disk. */
export function diskInstanceOf(
  vaultId: string,
  sourceId: string,
  facts: Pick<DiskInstanceSeed, 'location' | 'snapshotGroup' | 'points'> &
    Partial<DiskInstanceSeed>,
): DiskInstanceSeed {
  const disk = nameOf(sourceId);
  return {
    id: `${vaultId}/backupInstances/${disk}-${disk}-${guidFrom(`disk:${disk}`)}`,
    vaultId,
    sourceId,
    sourceType: 'Microsoft.Compute/disks',
    state: 'ProtectionConfigured',
    ...facts,
  };
}
