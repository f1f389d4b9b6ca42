import { preciseTimeText } from '#src/lib/format.ts';
import { instant, isoText } from '#src/lib/time.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { faultText } from '#src/mocks/panel/faults.ts';
import type { StoredEvent, WorldEvent } from '#src/mocks/world/events.ts';
import type { StoredRequest } from '#src/mocks/world/store.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const words = strings.events;

/** The beginning of an id that is no word: enough to tell two apart. */
export const shortId = (id: string): string =>
  id.length > 8 && /\d/.test(id) ? id.slice(0, 8) : id;

/** What happened, in words. `faults` are those of which an event may speak by their id. */
export function eventText(event: WorldEvent, faults: readonly Fault[]): string {
  const nameOfFault = (id: string): string => {
    const fault = faults.find((one) => one.id === id);
    return fault === undefined ? id : faultText(fault);
  };
  const type: string = event.type;
  switch (event.type) {
    case 'restore-accepted': {
      const textOf = event.byAnotherUser === true ? words.theirRestore : words.restore;
      return textOf(event.plan.friendlyName, shortId(event.jobId));
    }
    case 'job-cancelled':
      return words.cancelled(shortId(event.jobId));
    case 'group-created':
      return words.group(event.name, event.location);
    case 'resource-removed':
      return words.removed(event.id.slice(event.id.lastIndexOf('/') + 1));
    case 'machine-powered':
      return (event.isStopped ? words.stopped : words.started)(
        event.machineId.slice(event.machineId.lastIndexOf('/') + 1),
      );
    case 'fault-added':
      return words.faultOn(faultText(event.fault));
    case 'fault-used':
      return words.faultMet(nameOfFault(event.faultId));
    case 'fault-removed':
      return words.faultOff(nameOfFault(event.faultId));
    // New kinds of events get no text here; their own name describes them.
    default:
      return words.other(type);
  }
}

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
export function linesByFilter(lines: readonly LogLine[]): Readonly<Record<LogFilter, number>> {
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

/** The end of a path, `…/backupJobs/3021262a`: what tells requests apart. */
export function shortPath(path: string): string {
  const [owner = '', name = ''] = path.split('/').slice(-2);
  return `…/${name.length > 8 && /\d/.test(name) ? `${owner}/${shortId(name)}` : name}`;
}

/** The simulated time of a line, to the second. */
export function timeOf(line: LogLine): string {
  return preciseTimeText(instant(atOf(line)));
}

const atOf = (line: LogLine): number =>
  line.kind === 'request' ? line.request.at : line.stored.event.at;

/** One fact about a line, for who wants to know more. */
interface Detail {
  readonly term: string;
  readonly text: string;
  /** It is worth copying: an id. */
  readonly isId?: boolean;
}

/** Details that a line shows when expanded. */
export function detailsOf(line: LogLine): readonly Detail[] {
  const time = { term: strings.details.time, text: isoText(instant(atOf(line))) };
  if (line.kind === 'event') return [time, ...eventDetails(line.stored.event)];
  const { operation, path, requestId } = line.request;
  return [
    time,
    { term: strings.details.operation, text: operation ?? strings.noOperation },
    { term: strings.details.path, text: path },
    { term: strings.details.requestId, text: requestId, isId: true },
  ];
}

function eventDetails(event: WorldEvent): readonly Detail[] {
  switch (event.type) {
    case 'restore-accepted':
      return [
        { term: strings.details.jobId, text: event.jobId, isId: true },
        { term: strings.details.operationId, text: event.operationId, isId: true },
        { term: strings.details.requestId, text: event.requestId, isId: true },
        { term: strings.details.path, text: event.path },
      ];
    case 'job-cancelled':
      return [{ term: strings.details.jobId, text: event.jobId, isId: true }];
    case 'resource-removed':
      return [{ term: strings.details.resourceId, text: event.id, isId: true }];
    default:
      return [];
  }
}

/** Lines as text, one each, in the order in which they are shown. */
export function copiedText(lines: readonly LogLine[], faults: readonly Fault[]): string {
  return lines
    .map((line) => {
      const at = isoText(instant(atOf(line)));
      if (line.kind === 'event') return `${at} ${eventText(line.stored.event, faults)}`;
      const { method, path, status, operation, requestId } = line.request;
      const answer = status ?? strings.noAnswer;
      return `${at} ${method} ${path} ${answer} ${operation ?? strings.noOperation} ${requestId}`;
    })
    .join('\n');
}
