import {
  type CommServeFault,
  type Fault,
  type FaultEffect,
  isOfThePage,
} from '#src/mocks/faults/fault.ts';
import type { FaultRow } from '#src/mocks/panel/fault-rows.ts';
import { commServeFaultTexts, simulation as strings } from '#src/strings/simulation.ts';

/** Effects whose words need more than a number have their own below. */
type PlainKind = Exclude<FaultEffect['kind'], 'throttle' | 'never-answers' | 'commserve'>;
const effects: Readonly<Record<PlainKind, (detail: string) => string>> = strings.effects;
const commServeEffects: Readonly<Record<CommServeFault, (seconds: number) => string>> =
  commServeFaultTexts;

/** The number that an effect's text mentions, or nothing. Subtasks count from one here. */
function detailOf(effect: FaultEffect): string {
  switch (effect.kind) {
    case 'latency':
    case 'timeout':
    case 'operation-slow':
    case 'session-ends':
      return String(effect.seconds);
    case 'odd-scripts':
      return effect.lacks;
    case 'odd-ids':
      return effect.are;
    case 'status':
      return String(effect.status);
    case 'html-page':
      return String(effect.status ?? 200);
    case 'clock-off':
      return String(effect.minutes);
    case 'job-fails':
    case 'job-stalls':
      return String(effect.task + 1);
    default:
      return '';
  }
}

/** What a fault does, in a few words. */
export function effectText({ effect }: Fault): string {
  switch (effect.kind) {
    case 'throttle':
      return throttleText(effect);
    case 'commserve':
      return commServeEffects[effect.does](effect.seconds ?? 0);
    case 'never-answers':
      return effect.after === true ? strings.neverAnswersAfter : strings.neverAnswersBefore;
    default:
      return effects[effect.kind](detailOf(effect));
  }
}

function throttleText({
  retryAfterSeconds: seconds,
  as,
}: Extract<FaultEffect, { readonly kind: 'throttle' }>): string {
  if (seconds === undefined) return strings.throttledBare;
  return as === 'date' ? strings.throttledDate(seconds) : strings.throttled(seconds);
}

/** Which requests a fault meets. */
export function targetText(fault: Fault): string {
  if (isOfThePage(fault)) return strings.thisPage;
  const { method, operation, path, group } = fault.match;
  const parts = [method, group && strings.groups[group], operation, path].filter(
    (part) => part !== undefined,
  );
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
