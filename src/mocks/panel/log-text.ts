import { preciseTimeText } from '#src/lib/format.ts';
import { instant, isoText } from '#src/lib/time.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { eventText, shortId } from '#src/mocks/panel/event-text.ts';
import type { LogLine } from '#src/mocks/panel/log-lines.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

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
