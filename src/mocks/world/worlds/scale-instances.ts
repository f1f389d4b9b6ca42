import { hashNumbers } from '#src/mocks/world/ids.ts';
import type { InstanceSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { existsAt, groupNameAt, machineIdAt } from './scale-machines.ts';
import { nameText, osTypeOf } from './scale-names.ts';
import { nameAtPlace } from './scale-places.ts';
import { newestPointAt, pointCountAt, pointsAt, type PointsOfPlace } from './scale-points.ts';

const MINUTE_MS = 60_000;

/** What a fact of a place depends on; each has a number of its own. */
const salts = { health: 11, newest: 12 } as const;

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
