import { instant, isoText } from '#src/lib/time.ts';
import { hashNumbers } from '#src/mocks/world/ids.ts';
import type {
  DiskSeed,
  InstanceSeed,
  MachineSeed,
  PointSeed,
  TierSeed,
  VaultSeed,
} from '#src/mocks/world/seed.ts';
import { disksOf, tiersOf } from '#src/mocks/world/worlds/builders.ts';
import { regionOfVault } from '#src/mocks/world/worlds/scale-estate.ts';
import {
  environmentOf,
  nameAtPlace,
  nameText,
  osTypeOf,
  vaultAtPlace,
} from '#src/mocks/world/worlds/scale-places.ts';

/** What a fact of a place depends on; each has a number of its own. */
const salts = { source: 1, size: 2, disks: 3, zone: 4, health: 11, newest: 12 } as const;

const sizes = [
  'Standard_B2ms',
  'Standard_D2s_v5',
  'Standard_D4s_v5',
  'Standard_E4s_v5',
  'Standard_D8s_v5',
  'Standard_E8s_v5',
] as const;

/** Three in five are in a zone, where the region has any. */
const zones = ['1', '2', '3', undefined, undefined] as const;

/** The group of a machine: one for each environment in each region. */
const groupNameAt = (place: number): string =>
  `rg-${environmentOf(nameAtPlace(place))}-${regionOfVault(vaultAtPlace(place)).code}`;

/** The id of the machine of a place, beside the vault that protects it. */
function machineIdAt(place: number, vault: VaultSeed): string {
  const subscription = vault.id.slice(0, vault.id.indexOf('/resourceGroups/'));
  return `${subscription}/resourceGroups/${groupNameAt(place)}/providers/Microsoft.Compute/virtualMachines/${nameText(nameAtPlace(place))}`;
}

/** One in a hundred was deleted, and its backups are kept. */
const existsAt = (place: number): boolean => hashNumbers(place, salts.source) % 100 !== 0;

/** The machine of a place; computes each of its facts on access. */
export class ScaleMachine implements MachineSeed {
  readonly #place: number;
  readonly #vault: VaultSeed;
  readonly isManaged = true;
  readonly deployment = 'arm';
  readonly encryption = 'none';
  readonly isGeneralized = false;

  constructor(place: number, vault: VaultSeed) {
    this.#place = place;
    this.#vault = vault;
  }

  get id(): string {
    return machineIdAt(this.#place, this.#vault);
  }

  get location(): string {
    return regionOfVault(vaultAtPlace(this.#place)).location;
  }

  get size(): string {
    return sizes[hashNumbers(this.#place, salts.size) % sizes.length] ?? sizes[0];
  }

  get osType(): MachineSeed['osType'] {
    return osTypeOf(nameAtPlace(this.#place));
  }

  get zone(): MachineSeed['zone'] {
    const { hasZones } = regionOfVault(vaultAtPlace(this.#place));
    return hasZones ? zones[hashNumbers(this.#place, salts.zone) % zones.length] : undefined;
  }

  get exists(): boolean {
    return existsAt(this.#place);
  }

  /** One for the system, up to three for data; the better kind in production. */
  get disks(): readonly DiskSeed[] {
    const name = nameAtPlace(this.#place);
    const sku = environmentOf(name) === 'prod' ? 'Premium_LRS' : 'StandardSSD_LRS';
    const data = [64, 128, 256].slice(0, hashNumbers(this.#place, salts.disks) % 4);
    const system = osTypeOf(name) === 'Windows' ? 127 : 30;
    return disksOf(nameText(name), sku, [system, ...data]);
  }

  /** The same with all facts told, to make another machine of. */
  whole(): MachineSeed {
    const { id, location, size, osType, zone, exists, disks } = this;
    const { isManaged, deployment, encryption, isGeneralized } = this;
    const facts = { id, location, size, osType, exists, disks };
    const kind = { isManaged, deployment, encryption, isGeneralized } as const;
    return { ...facts, ...kind, ...(zone === undefined ? {} : { zone }) };
  }
}

const DAY_MS = 86_400_000;
const USUAL_COUNT = 10;

/** Number of points of a place's machine: ten, but for one in 200 none, and for its neighbor 20. */
export function pointCountAt(place: number): number {
  if (place % 200 === 7) return 0;
  return place % 200 === 8 ? 2 * USUAL_COUNT : USUAL_COUNT;
}

interface PointsOfPlace {
  readonly place: number;
  /** Epoch milliseconds of the newest point, had backups not ended. */
  readonly newestMs: number;
  /** How many days ago they ended. */
  readonly stoppedDays: number;
  readonly osType: 'Windows' | 'Linux';
}

/** The daily points of a place, newest first; each is computed on access. */
function pointsAt(of: PointsOfPlace): readonly PointSeed[] {
  const points: PointSeed[] = [];
  for (let daysAgo = 0; daysAgo < pointCountAt(of.place); daysAgo += 1) {
    points.push(new ScalePoint(of, daysAgo));
  }
  return points;
}

/** The first of them alone. */
function newestPointAt(of: PointsOfPlace): PointSeed | undefined {
  return pointCountAt(of.place) === 0 ? undefined : new ScalePoint(of, 0);
}

class ScalePoint implements PointSeed {
  readonly #of: PointsOfPlace;
  readonly #daysAgo: number;
  readonly privateAccess = false;
  readonly rule = 'Daily';

  constructor(of: PointsOfPlace, daysAgo: number) {
    this.#of = of;
    this.#daysAgo = daysAgo;
  }

  get #chance(): number {
    return hashNumbers(this.#of.place, 100 + this.#daysAgo);
  }

  /** Fifteen digits, the first six of which name the place. */
  get name(): string {
    const tail = `${String(this.#daysAgo).padStart(2, '0')}${String(this.#chance % 10_000_000).padStart(7, '0')}`;
    return `${100_000 + this.#of.place}${tail}`;
  }

  get time(): string {
    const days = this.#of.stoppedDays + this.#daysAgo;
    const ms = this.#of.newestMs - days * DAY_MS + (this.#chance % 300_000);
    const fraction = String(this.#chance % 10_000).padStart(4, '0');
    return `${isoText(instant(ms)).slice(0, -1)}${fraction}Z`;
  }

  get consistency(): PointSeed['consistency'] {
    if (this.#chance % 9 === 0) return 'CrashConsistent';
    return this.#of.osType === 'Windows' ? 'AppConsistent' : 'FileSystemConsistent';
  }

  get tiers(): readonly TierSeed[] {
    return tiersOf(this.#daysAgo + this.#of.stoppedDays);
  }
}

const MINUTE_MS = 60_000;

/** How many days ago backups ended: where the source is gone, and where the last nights failed. */
const GONE_DAYS = 37;
const FAILING_DAYS = 3;

/** The backup instance of a place; computes each of its facts on access. */
export class ScaleInstance implements InstanceSeed {
  readonly #place: number;
  readonly #vault: VaultSeed;
  readonly #startMs: number;

  constructor(place: number, vault: VaultSeed, startMs: number) {
    this.#place = place;
    this.#vault = vault;
    this.#startMs = startMs;
  }

  get id(): string {
    const tail = `iaasvmcontainerv2;${groupNameAt(this.#place)};${this.friendlyName}`;
    return `${this.#vault.id}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${tail}/protectedItems/VM;${tail}`;
  }

  get vaultId(): string {
    return this.#vault.id;
  }

  get machineId(): string {
    return machineIdAt(this.#place, this.#vault);
  }

  get friendlyName(): string {
    return nameText(nameAtPlace(this.#place));
  }

  get policyName(): string {
    return this.#place % 3 === 0 ? 'DefaultPolicy' : 'EnhancedDaily';
  }

  get protectionState(): InstanceSeed['protectionState'] {
    if (!existsAt(this.#place)) return 'ProtectionStopped';
    return pointCountAt(this.#place) === 0 ? 'IRPending' : 'Protected';
  }

  /** Two in a hundred require action, for three it is suggested. */
  get healthStatus(): InstanceSeed['healthStatus'] {
    const chance = hashNumbers(this.#place, salts.health) % 100;
    if (chance < 2) return 'ActionRequired';
    return chance < 5 ? 'ActionSuggested' : 'Passed';
  }

  get lastBackupStatus(): InstanceSeed['lastBackupStatus'] {
    if (pointCountAt(this.#place) === 0) return '';
    return this.healthStatus === 'ActionRequired' ? 'Failed' : 'Completed';
  }

  /** When the newest point was made; where the last nights failed, about when the last of them did. */
  get lastBackupTime(): string | null {
    return newestPointAt(this.#backupsUntil(existsAt(this.#place) ? 0 : GONE_DAYS))?.time ?? null;
  }

  get points(): readonly PointSeed[] {
    return pointsAt(this.#backupsUntil(this.#stoppedDays));
  }

  get #stoppedDays(): number {
    if (!existsAt(this.#place)) return GONE_DAYS;
    return this.healthStatus === 'ActionRequired' ? FAILING_DAYS : 0;
  }

  /** What makes the points of backups that ended so many days ago, in a minute of the day before that. */
  #backupsUntil(stoppedDays: number): PointsOfPlace {
    const minutes = 20 + (hashNumbers(this.#place, salts.newest) % 1400);
    return {
      place: this.#place,
      newestMs: this.#startMs - minutes * MINUTE_MS,
      stoppedDays,
      osType: osTypeOf(nameAtPlace(this.#place)),
    };
  }
}
