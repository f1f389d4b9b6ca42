import { hashNumbers } from '#src/mocks/world/ids.ts';
import type { DiskSeed, MachineSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { disksOf } from './builders.ts';
import { regionOfVault } from './scale-estate.ts';
import { environmentOf, nameText, osTypeOf } from './scale-names.ts';
import { nameAtPlace, vaultAtPlace } from './scale-places.ts';

/** What a fact of a place depends on; each has a number of its own. */
const salts = { source: 1, size: 2, disks: 3, zone: 4 } as const;

const pick = <Value>(from: readonly Value[], chance: number): Value | undefined =>
  from[chance % from.length];

const sizes = [
  'Standard_B2ms',
  'Standard_D2s_v5',
  'Standard_D4s_v5',
  'Standard_E4s_v5',
  'Standard_D8s_v5',
  'Standard_E8s_v5',
];

/** The group of a machine: one for each environment in each region. */
export const groupNameAt = (place: number): string =>
  `rg-${environmentOf(nameAtPlace(place))}-${regionOfVault(vaultAtPlace(place)).code}`;

function groupAt(place: number, vault: VaultSeed): string {
  const subscription = vault.id.slice(0, vault.id.indexOf('/resourceGroups/'));
  return `${subscription}/resourceGroups/${groupNameAt(place)}`;
}

/** The id of the machine of a place, beside the vault that protects it. */
export const machineIdAt = (place: number, vault: VaultSeed): string =>
  `${groupAt(place, vault)}/providers/Microsoft.Compute/virtualMachines/${nameText(nameAtPlace(place))}`;

/** One in a hundred was deleted, and its backups are kept. */
export const existsAt = (place: number): boolean => hashNumbers(place, salts.source) % 100 !== 0;

/** The disks: one for the system, up to three for data; the better kind in production. */
function disksAt(place: number, name: string): readonly DiskSeed[] {
  const chance = hashNumbers(place, salts.disks);
  const isProduction = environmentOf(nameAtPlace(place)) === 'prod';
  const data = [64, 128, 256].slice(0, chance % 4);
  return disksOf(name, isProduction ? 'Premium_LRS' : 'StandardSSD_LRS', [
    osTypeOf(nameAtPlace(place)) === 'Windows' ? 127 : 30,
    ...data,
  ]);
}

/** The machine of a place. Lists walk over all of them and look at no disk. */
export function machineAt(place: number, vault: VaultSeed): MachineSeed {
  const number = nameAtPlace(place);
  const name = nameText(number);
  const { location, hasZones } = regionOfVault(vaultAtPlace(place));
  const zone = pick(['1', '2', '3', null, null] as const, hashNumbers(place, salts.zone));
  return {
    id: machineIdAt(place, vault),
    location,
    size: pick(sizes, hashNumbers(place, salts.size)) ?? '',
    osType: osTypeOf(number),
    isManaged: true,
    deployment: 'arm',
    encryption: 'none',
    exists: existsAt(place),
    isGeneralized: false,
    ...(hasZones && zone ? { zone } : {}),
    get disks() {
      return disksAt(place, name);
    },
  };
}
