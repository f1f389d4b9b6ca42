import type { DiskSeed, InstanceSeed, MachineSeed, PointSeed } from '#src/mocks/world/seed.ts';
import {
  dailyPoints,
  disksOf,
  endAfter,
  instanceOf,
  machineOf,
  type PointsWanted,
} from './builders.ts';
import { appsVault, hqVault, hrVault, prodVault } from './default-estate.ts';
import { shopVault } from './default-special-estate.ts';

/** A machine of the default world with its backups. */
export interface Protected {
  readonly machine: MachineSeed;
  readonly instance: InstanceSeed;
}

type Facts = Parameters<typeof machineOf>[2];

/** Given facts of a machine; the rest of it and its points follow. */
interface Wanted {
  readonly vault: string;
  readonly group: string;
  readonly name: string;
  readonly facts: Omit<Facts, 'disks' | 'location'>;
  readonly sku: 'Standard_LRS' | 'StandardSSD_LRS' | 'Premium_LRS';
  readonly sizes: readonly number[];
  /** Kind of the data disks, where it is not that of the OS disk. */
  readonly dataSku?: DiskSeed['sku'];
  /** The data disk that another machine uses too. */
  readonly sharedLun?: number;
  /** Minute of the newest point. */
  readonly newest: string;
  readonly points?: Partial<PointsWanted>;
  readonly instance?: Partial<InstanceSeed>;
}

const locations: Readonly<Record<string, string>> = {
  [prodVault]: 'westeurope',
  [hrVault]: 'westeurope',
  [shopVault]: 'westeurope',
  [hqVault]: 'northeurope',
  [appsVault]: 'eastus2',
};

/** A machine in its vault's region, with points of a month. */
export function protect(wanted: Wanted): Protected {
  const { vault, group, name, facts, sku, sizes } = wanted;
  const location = locations[vault] ?? '';
  const disks = disksOf(name, sku, sizes).map((disk) => ({
    ...disk,
    sku: disk.lun < 0 ? sku : (wanted.dataSku ?? sku),
    ...(disk.lun === wanted.sharedLun ? { maxShares: 2 } : {}),
  }));
  const machine = machineOf(group, name, { ...facts, location, disks });
  const points = dailyPoints({
    key: machine.id,
    newest: wanted.newest,
    days: 30,
    osType: facts.osType,
    privateAccess: facts.hasPrivateDisks === true,
    ...wanted.points,
  });
  return { machine, instance: instanceOf(vault, machine, { points, ...wanted.instance }) };
}

/** The newest point, still a snapshot alone: its transfer to the vault is running. */
export function withSnapshotOnly({ machine, instance }: Protected): Protected {
  const [newest, ...older] = instance.points;
  const snapshot: readonly PointSeed[] =
    newest === undefined ? [] : [{ ...newest, tiers: [{ type: 'InstantRP', status: 'Valid' }] }];
  return { machine, instance: { ...instance, points: [...snapshot, ...older] } };
}

/** The last point but one is deleted softly and kept for some days, and the last one goes within a day. */
export function withEnds({ machine, instance }: Protected): Protected {
  const [deleted, last] = instance.points.slice(-2);
  if (deleted === undefined || last === undefined) return { machine, instance };
  const points: readonly PointSeed[] = [
    ...instance.points.slice(0, -2),
    { ...deleted, isSoftDeleted: true, expires: endAfter(deleted.time, 36) },
    { ...last, expires: endAfter(last.time, 30) },
  ];
  return { machine, instance: { ...instance, points } };
}
