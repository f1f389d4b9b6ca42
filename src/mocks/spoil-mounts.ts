import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import type { OperationEnding, WorldEvent } from '#src/mocks/world/events.ts';

/** How file recovery fails; the code and its words are guesses (G). */
const failed: OperationEnding = {
  status: 'Failed',
  error: {
    code: 'UserErrorFileRecoveryFailed',
    message: 'The disks of the recovery point could not be mounted or unmounted. Try again later.',
  },
};

const endings: Partial<Record<FaultEffect['kind'], OperationEnding>> = {
  'operation-fails': failed,
  'operation-canceled': { status: 'Canceled' },
};

/** Events of file recovery as a fault wants them; those of other work only take longer. */
export function spoilMounts(
  events: readonly WorldEvent[],
  effect: FaultEffect,
): readonly WorldEvent[] {
  if (effect.kind === 'operation-slow') return events.map((one) => slowed(one, effect.seconds));
  if (!events.some(({ type }) => type === 'point-mounted')) return events;
  const ending = endings[effect.kind];
  return ending === undefined
    ? events.map((one) => oddly(one, effect))
    : events.flatMap((one) => endedBadly(one, ending));
}

function slowed(event: WorldEvent, seconds: number): WorldEvent {
  const ms = seconds * 1000;
  if ('operationMs' in event) return { ...event, operationMs: ms };
  return event.type === 'point-mounted' ? { ...event, ms } : event;
}

function oddly(event: WorldEvent, effect: FaultEffect): WorldEvent {
  if (event.type !== 'point-mounted') return event;
  switch (effect.kind) {
    case 'session-ends':
      return { ...event, lastsMs: effect.seconds * 1000 };
    case 'odd-scripts':
      return { ...event, lacks: effect.lacks };
    default:
      return event;
  }
}

/** Nothing is mounted, and what was mounted stays so. */
function endedBadly(event: WorldEvent, ending: OperationEnding): WorldEvent[] {
  if (event.type === 'point-mounted') return [];
  return [event.type === 'operation-accepted' ? { ...event, ending } : event];
}
