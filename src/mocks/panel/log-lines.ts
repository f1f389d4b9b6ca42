import type { StoredEvent } from '#src/mocks/world/events.ts';
import type { StoredRequest } from '#src/mocks/world/store.ts';

/** One line of the log: a request or an event. */
export type LogLine =
  | { readonly kind: 'request'; readonly key: string; readonly request: StoredRequest }
  | { readonly kind: 'event'; readonly key: string; readonly stored: StoredEvent };

export const logFilters = ['all', 'requests', 'events', 'errors'] as const;
export type LogFilter = (typeof logFilters)[number];

/** Refused, or never answered. */
export function isError(line: LogLine): boolean {
  return line.kind === 'request' && (line.request.status ?? 500) >= 400;
}

/**
 * Both lists, oldest first, as one list, newest first. A request stands after the events of which
 * it says so: while the clock is paused all have one time, and it tells nothing.
 */
export function logLines(
  requests: readonly StoredRequest[],
  events: readonly StoredEvent[],
): readonly LogLine[] {
  const lines: LogLine[] = [];
  let next = 0;
  const addEventsUntil = (seq: number): void => {
    for (let stored = events[next]; stored !== undefined && stored.seq <= seq;) {
      lines.push({ kind: 'event', key: `event-${stored.seq}`, stored });
      next += 1;
      stored = events[next];
    }
  };
  for (const request of requests) {
    addEventsUntil(request.afterEvent);
    lines.push({ kind: 'request', key: `request-${request.number}`, request });
  }
  addEventsUntil(Number.POSITIVE_INFINITY);
  return lines.toReversed();
}

/** The lines that a filter lets through. */
export function filtered(lines: readonly LogLine[], filter: LogFilter): readonly LogLine[] {
  switch (filter) {
    case 'all':
      return lines;
    case 'requests':
      return lines.filter(({ kind }) => kind === 'request');
    case 'events':
      return lines.filter(({ kind }) => kind === 'event');
    case 'errors':
      return lines.filter(isError);
  }
}

/** How many lines each filter lets through. */
export function counts(lines: readonly LogLine[]): Readonly<Record<LogFilter, number>> {
  const requests = filtered(lines, 'requests').length;
  return {
    all: lines.length,
    requests,
    events: lines.length - requests,
    errors: filtered(lines, 'errors').length,
  };
}

/** Lines as they stood when a line was the newest, and how many have come since; all when it is gone. */
export function heldAt(
  lines: readonly LogLine[],
  newest: string | null,
): { readonly shown: readonly LogLine[]; readonly newer: number } {
  const newer =
    newest === null
      ? 0
      : Math.max(
          0,
          lines.findIndex(({ key }) => key === newest),
        );
  return { shown: lines.slice(newer), newer };
}
