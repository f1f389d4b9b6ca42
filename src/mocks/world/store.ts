import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { nameHere } from '#src/lib/base.ts';
import type { StoredEvent, WorldEvent } from '#src/mocks/world/events.ts';

/** One line of the log of requests. */
export interface RequestRecord {
  readonly requestId: string;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** Null when the connection broke and there was no answer. */
  readonly status: number | null;
  readonly operation: string | null;
  /** The number of the newest event when it was answered: its place among the events. */
  readonly afterEvent: number;
}

/** A line with its number: they only grow, and no two lines have the same. */
export interface StoredRequest extends RequestRecord {
  readonly number: number;
}

/**
 * Where a world's history is kept. An append is durable when its promise resolves; sequence numbers
 * only grow and are the order of all tabs. `exclusively` lets one caller at a time, in any tab.
 */
export interface EventStore {
  read(afterSeq: number): Promise<readonly StoredEvent[]>;
  /** How many events there are. */
  count(): Promise<number>;
  append(events: readonly WorldEvent[]): Promise<readonly StoredEvent[]>;
  exclusively<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Forgets events and the log of requests; meta entries stay. */
  clear(): Promise<void>;
  getMeta(key: string): Promise<unknown>;
  setMeta(key: string, value: unknown): Promise<void>;
  logRequest(record: RequestRecord): Promise<void>;
  /** The newest `limit` records of those with a number above `after`, oldest first. */
  readLog(limit: number, after?: number): Promise<readonly StoredRequest[]>;
}

/** How many requests the log keeps. */
export const LOG_LIMIT = 500;

/** A store that lives as long as the page or the test: for Node, and where IndexedDB is forbidden. */
export function createMemoryStore(): EventStore {
  let events: readonly StoredEvent[] = [];
  let nextSeq = 1;
  let log: readonly StoredRequest[] = [];
  let nextNumber = 1;
  let queue: Promise<unknown> = Promise.resolve();
  const meta = new Map<string, unknown>();
  return {
    read: async (afterSeq) => events.filter(({ seq }) => seq > afterSeq),
    count: async () => events.length,
    append: async (added) => {
      const stored = added.map((event) => ({ seq: nextSeq++, event: structuredClone(event) }));
      events = [...events, ...stored];
      return stored;
    },
    exclusively: (work) => {
      const turn = queue.then(work);
      queue = turn.catch(() => undefined);
      return turn;
    },
    clear: async () => {
      events = [];
      log = [];
    },
    getMeta: async (key) => meta.get(key),
    setMeta: async (key, value) => {
      meta.set(key, value);
    },
    logRequest: async (record) => {
      log = [...log, { ...record, number: nextNumber++ }].slice(-LOG_LIMIT);
    },
    readLog: async (limit, after = 0) => log.filter(({ number }) => number > after).slice(-limit),
  };
}

interface Schema extends DBSchema {
  events: { key: number; value: WorldEvent };
  requests: { key: number; value: RequestRecord };
  meta: { key: string; value: unknown };
}

const strict = { durability: 'strict' } as const;

/**
 * The store of the browser (library idb 8): all tabs share it, it survives a reload, and an event is
 * on disk when `append` resolves. Rejects where IndexedDB is forbidden.
 */
export async function openBrowserStore(
  name = nameHere('restore-center-simulation'),
): Promise<EventStore> {
  const db = await openDB<Schema>(name, 1, {
    upgrade: (upgraded) => {
      upgraded.createObjectStore('events', { autoIncrement: true });
      upgraded.createObjectStore('requests', { autoIncrement: true });
      upgraded.createObjectStore('meta');
    },
  });
  return {
    read: (afterSeq) => readEvents(db, afterSeq),
    count: () => db.count('events'),
    append: (events) => appendEvents(db, events),
    // One lock for all tabs: reading, judging and storing are one act.
    exclusively: async (work) =>
      navigator.locks.request(nameHere('restore-center-simulation'), work),
    clear: async () => {
      // The key generators go on counting, so a number never means two events.
      const transaction = db.transaction(['events', 'requests'], 'readwrite', strict);
      await Promise.all([
        transaction.objectStore('events').clear(),
        transaction.objectStore('requests').clear(),
        transaction.done,
      ]);
    },
    getMeta: (key) => db.get('meta', key),
    setMeta: async (key, value) => {
      const transaction = db.transaction('meta', 'readwrite', strict);
      await Promise.all([transaction.store.put(value, key), transaction.done]);
    },
    logRequest: (record) => logRequest(db, record),
    readLog: (limit, after = 0) => readNewest(db, limit, after),
  };
}

async function readEvents(
  db: IDBPDatabase<Schema>,
  afterSeq: number,
): Promise<readonly StoredEvent[]> {
  const range = IDBKeyRange.lowerBound(afterSeq, true);
  const transaction = db.transaction('events', 'readonly');
  const [keys, values] = await Promise.all([
    transaction.store.getAllKeys(range),
    transaction.store.getAll(range),
  ]);
  return values.map((event, index) => ({ seq: keys[index] ?? 0, event }));
}

async function appendEvents(
  db: IDBPDatabase<Schema>,
  events: readonly WorldEvent[],
): Promise<readonly StoredEvent[]> {
  const transaction = db.transaction('events', 'readwrite', strict);
  const keys = await Promise.all(events.map((event) => transaction.store.add(event)));
  await transaction.done;
  return events.map((event, index) => ({ seq: keys[index] ?? 0, event }));
}

/** Numbers follow one another, so the newest number shows where the newest records start. */
async function readNewest(
  db: IDBPDatabase<Schema>,
  limit: number,
  after: number,
): Promise<readonly StoredRequest[]> {
  const { store } = db.transaction('requests', 'readonly');
  const newest = await store.openKeyCursor(null, 'prev');
  if (newest === null || newest.key <= after) return [];
  const range = IDBKeyRange.lowerBound(Math.max(newest.key - limit, after), true);
  const [numbers, records] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return records.map((record, index) => ({ ...record, number: numbers[index] ?? 0 }));
}

async function logRequest(db: IDBPDatabase<Schema>, record: RequestRecord): Promise<void> {
  const transaction = db.transaction('requests', 'readwrite', { durability: 'relaxed' });
  const key = await transaction.store.add(record);
  if (key > LOG_LIMIT) await transaction.store.delete(IDBKeyRange.upperBound(key - LOG_LIMIT));
  await transaction.done;
}
