import { exampleInstance } from '#src/mocks/world/worlds/document.ts';

/**
 * Names of the machines of the large world, in the order of their text: 40 roles, five
 * environments, 25 numbers. Each name is borne by 20 machines.
 */

const roles: readonly string[] =
  `adfs api app auth batch bi build cache ci cms crm dc dns edge erp etl file fs gw hpc jump kafka lb
log mail ml mon mq nfs pay print proxy rds sap scan search sql vdi vpn web`.split(/\s/);

const windows: ReadonlySet<string> = new Set(
  'adfs crm dc dns erp file fs print rds scan sql vdi'.split(' '),
);

export const environments: readonly string[] = ['dev', 'prod', 'qa', 'stage', 'uat'];

const NUMBERS = 25;
const NAMES_OF_ROLE = environments.length * NUMBERS;

const NAME_COUNT = roles.length * NAMES_OF_ROLE;

/** The number of the first name that comes after a text. */
const firstNameAfter = (text: string): number =>
  roles.filter((role) => role < text).length * NAMES_OF_ROLE;

const roleOf = (name: number): string => roles[Math.floor(name / NAMES_OF_ROLE)] ?? '';

/** The environment of the machines of a name. */
export const environmentOf = (name: number): string =>
  environments[Math.floor((name % NAMES_OF_ROLE) / NUMBERS)] ?? '';

export const osTypeOf = (name: number): 'Windows' | 'Linux' =>
  windows.has(roleOf(name)) ? 'Windows' : 'Linux';

const texts: string[] = [];

/** The text of a name, `app-prod-07`; each is written once, for it is read in every list. */
export function nameText(name: number): string {
  const number = String((name % NUMBERS) + 1).padStart(2, '0');
  texts[name] ??= `${roleOf(name)}-${environmentOf(name)}-${number}`;
  return texts[name];
}

/** The number of a name in any letter case; undefined when no machine is called so. */
function nameNumber(text: string): number | undefined {
  const [role = '', environment = '', number = ''] = text.toLowerCase().split('-');
  const at = roles.indexOf(role);
  const which = environments.indexOf(environment);
  const name = at * NAMES_OF_ROLE + which * NUMBERS + Number(number) - 1;
  return at >= 0 && which >= 0 && nameText(name) === text.toLowerCase() ? name : undefined;
}

/**
 * Where each of the 100 000 machines of the large world stands. A place is its number in the order
 * of lists (by name, then by id): 20 places a name, each in another block of 100 vaults, so that the
 * copies of a name come in the order of their vaults' ids.
 */

const COPIES = 20;
const BLOCK = 100;
/** The documents' vault, the last of their subscription. */
const EXAMPLE_VAULT = 49;
/** Spreads names over the vaults of a block: 37 times its inverse 73 leaves 1 of 100. */
const STEP = 37;
const STEP_BACK = 73;

const exampleName = firstNameAfter('testvm');
const modulo = (value: number): number => ((value % BLOCK) + BLOCK) % BLOCK;
const shift = modulo(EXAMPLE_VAULT - exampleName * STEP);

export const PLACE_COUNT = NAME_COUNT * COPIES;

/** The place of the documents' testVM: first of those whose names come after its own. */
export const EXAMPLE_PLACE = exampleName * COPIES;

export const nameAtPlace = (place: number): number => Math.floor(place / COPIES);

/** The number of the vault that protects the machine of a place. */
export const vaultAtPlace = (place: number): number =>
  (place % COPIES) * BLOCK + modulo(nameAtPlace(place) * STEP + shift);

/** The places of a vault, in their order; none of a number that no vault has. */
export function placesInVault(vault: number): readonly number[] {
  if (vault < 0) return [];
  const first = modulo((modulo(vault) - shift) * STEP_BACK);
  return Array.from(
    { length: NAME_COUNT / BLOCK },
    (_, nth) => (first + nth * BLOCK) * COPIES + Math.floor(vault / BLOCK),
  );
}

/** The places of all machines of a name, in any letter case. */
export function placesOfName(text: string): readonly number[] {
  if (text.toLowerCase() === exampleInstance.friendlyName.toLowerCase()) return [EXAMPLE_PLACE];
  const name = nameNumber(text);
  if (name === undefined) return [];
  const places = Array.from({ length: COPIES }, (_, copy) => name * COPIES + copy);
  return places.filter((place) => place !== EXAMPLE_PLACE);
}
