import { faultCatalogue } from '#src/mocks/faults/catalogue.ts';
import { effectIn, type Fault, type FaultEffect } from '#src/mocks/faults/fault.ts';

/**
 * The fault that a name with arguments means: `clock-off`, `clock-off:-60`, `job-stalls:2,600`. The name
 * is one of the catalogue's; what the arguments are follows from its effect. Null when it means nothing.
 */
export function faultNamed(text: string): Fault | null {
  const at = text.indexOf(':');
  const name = at === -1 ? text : text.slice(0, at);
  const known = faultCatalogue.find(({ id }) => id === name);
  if (known === undefined) return null;
  if (at === -1) return known;
  const numbers = numbersIn(text.slice(at + 1));
  const effect = numbers === null ? null : effectWith(known.effect, numbers);
  if (effect === null) return null;
  return isSame(effect, known.effect) ? known : { ...known, id: text, effect };
}

/** Whole numbers between commas; null when there is anything else. */
function numbersIn(text: string): readonly number[] | null {
  const parts = text.split(',');
  return parts.every((part) => /^-?\d{1,6}$/.test(part)) ? parts.map(Number) : null;
}

/** The effect with other numbers; null where it takes none, or not these. Subtasks count from one here. */
function effectWith(effect: FaultEffect, numbers: readonly number[]): FaultEffect | null {
  const [first = 0, second, ...more] = numbers;
  if (more.length > 0 || (second !== undefined && effect.kind !== 'job-stalls')) return null;
  switch (effect.kind) {
    case 'latency':
    case 'timeout':
    case 'operation-slow':
    case 'session-ends':
      return effectIn({ ...effect, seconds: first });
    case 'throttle':
      return effect.retryAfterSeconds === undefined
        ? null
        : effectIn({ ...effect, retryAfterSeconds: first });
    case 'commserve':
      return effect.seconds === undefined ? null : effectIn({ ...effect, seconds: first });
    case 'status':
    case 'html-page':
      return effectIn({ ...effect, status: first });
    case 'clock-off':
      return effectIn({ ...effect, minutes: first });
    case 'job-fails':
      return effectIn({ ...effect, task: first - 1 });
    case 'job-stalls': {
      const stalled = { ...effect, task: first - 1 };
      return effectIn(second === undefined ? stalled : { ...stalled, forSeconds: second });
    }
    default:
      return null;
  }
}

const isSame = (one: FaultEffect, other: FaultEffect): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
