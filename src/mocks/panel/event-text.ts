import type { Fault } from '#src/mocks/faults/fault.ts';
import { faultText } from '#src/mocks/panel/fault-text.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { simulation } from '#src/strings/simulation.ts';

const strings = simulation.events;

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
      const textOf = event.byAnotherUser === true ? strings.theirRestore : strings.restore;
      return textOf(event.plan.friendlyName, shortId(event.jobId));
    }
    case 'job-cancelled':
      return strings.cancelled(shortId(event.jobId));
    case 'group-created':
      return strings.group(event.name, event.location);
    case 'resource-removed':
      return strings.removed(event.id.slice(event.id.lastIndexOf('/') + 1));
    case 'machine-powered':
      return (event.isStopped ? strings.stopped : strings.started)(
        event.machineId.slice(event.machineId.lastIndexOf('/') + 1),
      );
    case 'fault-added':
      return strings.faultOn(faultText(event.fault));
    case 'fault-used':
      return strings.faultMet(nameOfFault(event.faultId));
    case 'fault-removed':
      return strings.faultOff(nameOfFault(event.faultId));
    // New kinds of events get no text here; their own name describes them.
    default:
      return strings.other(type);
  }
}
