import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';
import type { FaultRow } from '#src/mocks/panel/fault-rows.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const effects: Readonly<Record<FaultEffect['kind'], (detail: string) => string>> = strings.effects;

/** The number that an effect's text mentions. People count sub-tasks from one. */
function detailOf(effect: FaultEffect): string {
  switch (effect.kind) {
    case 'latency':
    case 'timeout':
      return String(effect.seconds);
    case 'status':
      return String(effect.status);
    case 'throttle':
      return String(effect.retryAfterSeconds);
    case 'job-fails':
    case 'job-stalls':
      return String(effect.task + 1);
    default:
      return '';
  }
}

/** What a fault does, in a few words. */
export function effectText({ effect }: Fault): string {
  return effects[effect.kind](detailOf(effect));
}

/** Which requests a fault meets. */
export function targetText({ match }: Fault): string {
  const parts = [match.method, match.operation, match.path].filter((part) => part !== undefined);
  return parts.length === 0 ? strings.anyRequest : parts.join(' ');
}

/** A fault in one line: what it does, and to which requests. */
export function faultText(fault: Fault): string {
  return `${effectText(fault)}, ${targetText(fault)}`;
}

/** How often a fault will still speak; of one that is off, how often it would. */
export function leftText({ fault, state, used }: FaultRow): string {
  if (state === 'used-up') return strings.usedUp;
  const isOn = state === 'on';
  if (fault.times === null) return isOn ? strings.active : strings.always;
  return isOn ? strings.left(fault.times - used) : strings.often(fault.times);
}
