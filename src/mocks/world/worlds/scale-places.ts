import { exampleInstance } from './document.ts';
import { firstNameAfter, NAME_COUNT, nameNumber } from './scale-names.ts';

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
