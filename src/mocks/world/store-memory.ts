import type { StoredEvent } from '#src/mocks/world/events.ts';
import { type EventStore, LOG_LIMIT, type StoredRequest } from '#src/mocks/world/store.ts';

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
