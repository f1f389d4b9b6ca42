import type { Datasource } from '#src/datasources/datasource.ts';
import type { AnyList, DatasourceLists } from '#src/datasources/list.ts';
import { codeOf, DATASOURCES } from '#src/datasources/registry.ts';
import { loadCode } from '#src/lib/load.ts';
import { type Address, addressReader, oneOf } from '#src/lib/address-values.ts';

/** A datasource with its lists. */
export interface Listing {
  readonly id: string;
  readonly name: string;
  readonly word: string;
  readonly lists: DatasourceLists;
}

export interface Listings {
  readonly all: readonly Listing[];
  /** Names of the datasources whose lists did not load. */
  readonly missing: readonly string[];
}

/** Loads the lists of datasources, of all unless told otherwise: pages of lists name what they lack. */
export async function loadListings(
  isMeant: (entry: Datasource) => boolean = () => true,
): Promise<Listings> {
  const meant = [...DATASOURCES].filter(([, entry]) => isMeant(entry));
  const loaded = await Promise.all(
    meant.map(async ([id, { name, word, lists }]) => ({
      id,
      name,
      word,
      lists: await loadCode(lists).catch(() => null),
    })),
  );
  const all = loaded.flatMap(({ lists, ...one }) => (lists === null ? [] : [{ ...one, lists }]));
  const missing = loaded.flatMap(({ lists, name }) => (lists === null ? [name] : []));
  return { all, missing };
}

/** The datasources that an address names by their words. */
export interface AddressDatasources {
  readonly words: readonly string[];
  readonly isSecondary: boolean;
  /** Parts of the address that mean nothing. */
  readonly ignored: readonly string[];
}

/** Which datasources, and which of a vault's two regions, an address asks for. */
export function namedIn(address: Address): AddressDatasources {
  const { list, one, ignored } = addressReader(address);
  const words = list('datasource', oneOf([...DATASOURCES.values()].map(({ word }) => word)));
  const view = one('view', oneOf(['primary', 'secondary'] as const));
  return { words, isSecondary: view === 'secondary', ignored: ignored() };
}

/**
 * The list of jobs of the one datasource that is named, where it has one of its own: Resource Graph lists
 * those of Azure. @throws Error that says whose code did not load.
 */
export async function ownJobs({ words }: AddressDatasources): Promise<AnyList | null> {
  const [named] = words;
  const entry = [...DATASOURCES.values()].find(({ word }) => word === named);
  if (entry === undefined || entry.provider !== undefined || words.length > 1) return null;
  return (await codeOf(entry, entry.lists)).jobs ?? null;
}
