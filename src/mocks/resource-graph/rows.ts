import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import type { Column, Columns } from '#src/mocks/resource-graph/kql/compile.ts';
import type { Kind, SettlingRows } from '#src/mocks/resource-graph/kql/run.ts';
import type { Ordered } from '#src/mocks/resource-graph/kql/order.ts';
import { memberOf } from '#src/mocks/resource-graph/kql/values.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** How rows of one type are read from things of the world. */
export interface Reading<Thing> {
  /** In lower case (S). */
  readonly type: string;
  readonly things: () => Iterable<Thing>;
  readonly find: (id: string) => Thing | undefined;
  /** Things among which are all in a vault; missing: nothing is known of vaults. */
  readonly inVault?: (vaultId: string) => readonly Thing[];
  /** Missing: all are. */
  readonly isListed?: (thing: Thing) => boolean;
  readonly id: (thing: Thing) => string;
  /** Missing: the last segment of the id. */
  readonly name?: (thing: Thing) => string;
  /** The id of what it lies in, where many lie in one; missing: its own. */
  readonly home?: (thing: Thing) => string;
  readonly location: (thing: Thing) => string;
  readonly properties: (thing: Thing) => unknown;
  /** Properties that can be read without making all of them: the same values. */
  readonly fields?: Readonly<Record<string, (thing: Thing) => unknown>>;
  /** Columns that only some types have. */
  readonly more?: (thing: Thing) => Pick<ResourceRow, 'sku' | 'identity' | 'zones' | 'tags'>;
  /** Which of its things are listed, or how they look, is another matter at another moment. */
  readonly changesWithTime?: boolean;
  /** Of things that come to an end, after which they stay the same. Missing: none does. */
  readonly ending?: Ending<Thing>;
  /** Properties that are the same in all rows. */
  readonly same?: Readonly<Record<string, unknown>>;
  /** The rows are kept for the next query: they are many, and little each. */
  readonly isCached?: boolean;
  /** All that is listed, where it is known without looking at each. */
  readonly whole?: Ordered<Thing> | undefined;
}

/** How things come to their ends. */
export interface Ending<Thing> {
  /** Whether a thing has come to its end, and is the same from now on. */
  readonly hasEnded: (thing: Thing) => boolean;
  /** What was found so far; looked at only when rows are. */
  readonly ended: () => Ended<Thing>;
}

/** Rows of things that have come to their ends: kept for the next query. */
export interface Ended<Thing> {
  readonly things: readonly Thing[];
  /** As they were found: the list only grows. */
  readonly settled: ResourceRow[];
  /** Numbers of the things that are not among them, upwards. */
  open: readonly number[];
}

/** What has ended by a moment: found anew when time went back, for then less has. */
export function endedAmong<Thing>(things: () => readonly Thing[]): (now: number) => Ended<Thing> {
  let known: Ended<Thing> | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;
  return (now) => {
    if (known === null || now < lastMs) {
      const all = known?.things ?? things();
      known = { things: all, settled: [], open: [...all.keys()] };
    }
    lastMs = now;
    return known;
  };
}

/** A row of any table; its values are made when they are read. */
export interface ResourceRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly tenantId: string;
  readonly location: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly sku?: unknown;
  readonly identity?: unknown;
  readonly zones?: unknown;
  readonly tags?: unknown;
  readonly properties: unknown;
  /** Of a row that never changes again. */
  readonly number?: number | undefined;
  /** One of the properties alone. */
  part(name: string): unknown;
}

/** Columns of every table; what there is beyond these is not verified (azure-contract §1). */
export const commonColumns: Columns<ResourceRow> = new Map<string, Column<ResourceRow>>([
  ['id', { read: ({ id }) => id }],
  ['name', { read: ({ name }) => name }],
  ['type', { read: ({ type }) => type }],
  ['tenantId', { read: ({ tenantId }) => tenantId }],
  ['kind', { read: () => '' }],
  ['location', { read: ({ location }) => location }],
  ['resourceGroup', { read: ({ resourceGroup }) => resourceGroup }],
  ['subscriptionId', { read: ({ subscriptionId }) => subscriptionId }],
  [
    'properties',
    {
      read: ({ properties }) => properties,
      part: (name) => (row) => row.part(name),
    },
  ],
]);

/** The table of resources has more. */
export const resourceColumns: Columns<ResourceRow> = new Map<string, Column<ResourceRow>>([
  ...commonColumns,
  ['sku', { read: ({ sku }) => sku }],
  ['identity', { read: ({ identity }) => identity }],
  ['zones', { read: ({ zones }) => zones }],
  ['tags', { read: ({ tags }) => tags ?? {} }],
]);

/** Where a resource lies, by its id. */
export interface Place {
  readonly subscriptionId: string;
  /** In lower case, as all rows have it. */
  readonly resourceGroup: string;
  readonly tenantId: string;
}

export type PlaceOf = (id: string) => Place;

/** The rows of a type, made when they are first walked over. */
export function kindOf<Thing>(reading: Reading<Thing>, placeOf: PlaceOf): Kind<ResourceRow> {
  const rowOf = (thing: Thing): ResourceRow => new ThingRow(reading, thing, placeOf);
  const isListed = reading.isListed ?? (() => true);
  const { ending, changesWithTime = false } = reading;
  let settling: EndingRows | null = null;
  const endingRows = (of: Ending<Thing>): EndingRows =>
    (settling ??= endingRowsOf(reading, of, placeOf));
  let cached: readonly ResourceRow[] | null = null;
  const rows = (): readonly ResourceRow[] => {
    if (cached !== null) return cached;
    if (ending !== undefined) return (cached = endingRows(ending).all());
    const made: ResourceRow[] = [];
    for (const thing of reading.things()) if (isListed(thing)) made.push(rowOf(thing));
    if (reading.isCached === true || changesWithTime) cached = made;
    return made;
  };
  const { whole } = reading;
  return {
    type: reading.type,
    same: reading.same ?? {},
    changesWithTime,
    rows,
    ...(ending !== undefined && { settling: () => endingRows(ending) }),
    ...(whole !== undefined && {
      whole: { ...whole, all: rows, slice: (from, to) => whole.slice(from, to).map(rowOf) },
    }),
    find: (id) => {
      const thing = reading.find(id);
      return thing !== undefined && isListed(thing) ? rowOf(thing) : undefined;
    },
    under: (beginnings) => {
      const { inVault } = reading;
      const vaults = [...beginnings].map(vaultBelow);
      const known = new Set(vaults.filter((id) => id !== null));
      return inVault === undefined || vaults.includes(null)
        ? null
        : [...known].flatMap(inVault).filter(isListed).map(rowOf);
    },
  };
}

interface EndingRows extends SettlingRows<ResourceRow> {
  /** All in the order of the things. */
  all(): readonly ResourceRow[];
}

/** The rows of things that come to their ends: only those that had not are looked at. */
function endingRowsOf<Thing>(
  reading: Reading<Thing>,
  { hasEnded, ended }: Ending<Thing>,
  placeOf: PlaceOf,
): EndingRows {
  const found = ended();
  const { things, settled } = found;
  const isListed = reading.isListed ?? (() => true);
  const changing = new Map<number, ResourceRow>();
  found.open = found.open.filter((number) => {
    const thing = things[number];
    if (thing === undefined || !isListed(thing)) return true;
    const isSettled = hasEnded(thing);
    const row = new ThingRow(reading, thing, placeOf, isSettled ? number : undefined);
    if (isSettled) settled.push(row);
    else changing.set(number, row);
    return !isSettled;
  });
  const count = settled.length;
  const all = (): readonly ResourceRow[] => {
    const rows = Array.from<ResourceRow | undefined>({ length: things.length });
    for (const row of settled.slice(0, count)) if (row.number !== undefined) rows[row.number] = row;
    for (const [number, row] of changing) rows[number] = row;
    return rows.filter((row) => row !== undefined);
  };
  return { settled, changing: [...changing.values()], all };
}

/** The vault that holds all ids with this beginning; without a slash after it the name may go on. */
function vaultBelow(beginning: string): string | null {
  const id = vaultIdOf(beginning);
  return id === null || id.length === beginning.length ? null : id;
}

class ThingRow<Thing> implements ResourceRow {
  readonly #reading: Reading<Thing>;
  readonly #thing: Thing;
  readonly #placeOf: PlaceOf;
  readonly number: number | undefined;
  #properties: unknown;

  constructor(reading: Reading<Thing>, thing: Thing, placeOf: PlaceOf, number?: number) {
    this.#reading = reading;
    this.#thing = thing;
    this.#placeOf = placeOf;
    this.number = number;
  }

  get id(): string {
    return this.#reading.id(this.#thing);
  }

  get name(): string {
    return this.#reading.name?.(this.#thing) ?? nameOf(this.id);
  }

  get type(): string {
    return this.#reading.type;
  }

  get tenantId(): string {
    return this.#place.tenantId;
  }

  get location(): string {
    return this.#reading.location(this.#thing);
  }

  get resourceGroup(): string {
    return this.#place.resourceGroup;
  }

  get subscriptionId(): string {
    return this.#place.subscriptionId;
  }

  get sku(): unknown {
    return this.#reading.more?.(this.#thing).sku;
  }

  get identity(): unknown {
    return this.#reading.more?.(this.#thing).identity;
  }

  get zones(): unknown {
    return this.#reading.more?.(this.#thing).zones;
  }

  get tags(): unknown {
    return this.#reading.more?.(this.#thing).tags;
  }

  get properties(): unknown {
    if (this.number === undefined) return this.#reading.properties(this.#thing);
    // Of a row that never changes again they are made once.
    this.#properties ??= this.#reading.properties(this.#thing);
    return this.#properties;
  }

  part(name: string): unknown {
    const { fields } = this.#reading;
    const field = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field === undefined ? memberOf(this.properties, name) : field(this.#thing);
  }

  get #place(): Place {
    return this.#placeOf((this.#reading.home ?? this.#reading.id)(this.#thing));
  }
}
