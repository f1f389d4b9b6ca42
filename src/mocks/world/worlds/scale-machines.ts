import { hashNumbers } from '#src/mocks/world/ids.ts';
import type { DiskSeed, MachineSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { disksOf } from './builders.ts';
import { regionOfVault } from './scale-estate.ts';
import { environmentOf, nameText, osTypeOf } from './scale-names.ts';
import { nameAtPlace, vaultAtPlace } from './scale-places.ts';

/** What a fact of a place depends on; each has a number of its own. */
const salts = { source: 1, size: 2, disks: 3, zone: 4 } as const;

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
export const groupNameAt = (place: number): string =>
  `rg-${environmentOf(nameAtPlace(place))}-${regionOfVault(vaultAtPlace(place)).code}`;

/** The id of the machine of a place, beside the vault that protects it. */
export function machineIdAt(place: number, vault: VaultSeed): string {
  const subscription = vault.id.slice(0, vault.id.indexOf('/resourceGroups/'));
  return `${subscription}/resourceGroups/${groupNameAt(place)}/providers/Microsoft.Compute/virtualMachines/${nameText(nameAtPlace(place))}`;
}

/** One in a hundred was deleted, and its backups are kept. */
export const existsAt = (place: number): boolean => hashNumbers(place, salts.source) % 100 !== 0;

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
