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
