import { fail, ok, type Result } from '#src/lib/result.ts';
import {
  effectIn,
  type Fault,
  type FaultEffect,
  isInGroup,
  type OperationGroup,
} from '#src/mocks/faults/fault.ts';

/** What a fault of one's own may do, in the order of the list. */
export const customEffects = [
  'status',
  'latency',
  'timeout',
  'challenge',
  'throttle',
  'throttle-date',
  'drop',
  'html-page',
  'never-arrives',
  'never-answers',
  'truncated-json',
  'half-body',
  'wrong-json',
  'empty-bags',
  'bare-source',
  'hide-headers',
  'location-only',
  'leads-elsewhere',
  'answer-lost',
  'accepted-but-500',
  'job-fails',
  'job-stalls',
  'operation-fails',
  'operation-canceled',
  'clock-off',
] as const;
type CustomEffect = (typeof customEffects)[number];

export const customStatuses = [401, 403, 404, 409, 412, 500, 503] as const;

/** A fault of one's own as it was typed. */
export interface CustomForm {
  /** Name of an operation or of a group of them; empty for every request. */
  readonly operation: string;
  readonly effect: CustomEffect;
  readonly detail: string;
  /** Empty: always. */
  readonly times: string;
}

export interface CustomProblems {
  readonly operation?: 'no-job';
  readonly detail?: Detail;
  readonly times?: 'times';
}

type Detail = 'seconds' | 'wait' | 'minutes' | 'status' | 'task';

/** Which number an effect needs; null when it needs none. */
export function detailOf(effect: CustomEffect): Detail | null {
  switch (effect) {
    case 'latency':
    case 'timeout':
      return 'seconds';
    case 'throttle':
    case 'throttle-date':
      return 'wait';
    case 'clock-off':
      return 'minutes';
    case 'status':
      return 'status';
    case 'job-fails':
    case 'job-stalls':
      return 'task';
    default:
      return null;
  }
}

const isRestore = (operation: string): boolean =>
  operation === 'restore-start' || isInGroup('restore-start', operation);
/** Names of groups that can be chosen in place of an operation. */
export const groups = ['restore-start', 'job-read'] as const satisfies readonly OperationGroup[];

/** What can befall a restore alone. */
const restoreEffects: readonly CustomEffect[] = [
  'job-fails',
  'job-stalls',
  'operation-fails',
  'operation-canceled',
];
const whole = (text: string): number | null =>
  /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null;

/** The fault that was typed, or what is wrong with each field. */
export function customFault(form: CustomForm, id: string): Result<Fault, CustomProblems> {
  const { operation } = form;
  const times = form.times.trim() === '' ? null : whole(form.times);
  const effect = effectOf(form);
  const detail = effect === null ? detailOf(form.effect) : null;
  const isJobless = restoreEffects.includes(form.effect) && !isRestore(operation);
  const areTimesWrong = form.times.trim() !== '' && (times ?? 0) < 1;
  if (effect === null || isJobless || areTimesWrong) {
    return fail({
      ...(isJobless ? { operation: 'no-job' } : {}),
      ...(detail === null ? {} : { detail }),
      ...(areTimesWrong ? { times: 'times' } : {}),
    });
  }
  return ok({ id, match: matchOf(operation), times, effect });
}

function matchOf(operation: string): Fault['match'] {
  if (operation === '') return {};
  const group = groups.find((one) => one === operation);
  return group === undefined ? { operation } : { group };
}

/** Null when the number is missing or invalid. Subtasks count from one here. */
function effectOf({ effect: kind, detail }: CustomForm): FaultEffect | null {
  const number = whole(detail);
  switch (kind) {
    case 'latency':
    case 'timeout':
      return effectIn({ kind, seconds: number });
    case 'throttle':
    case 'throttle-date':
      return throttleOf(kind, detail);
    case 'clock-off':
      return effectIn({ kind, minutes: number });
    case 'status':
      return effectIn({ kind, status: number });
    case 'job-fails':
    case 'job-stalls':
      return number === null ? null : effectIn({ kind, task: number - 1 });
    case 'never-answers':
      return { kind, after: true };
    case 'never-arrives':
      return { kind: 'never-answers' };
    default:
      return { kind };
  }
}

/** Without a number there is no Retry-After, nor a date. */
function throttleOf(kind: 'throttle' | 'throttle-date', detail: string): FaultEffect | null {
  if (detail.trim() === '') return kind === 'throttle' ? { kind } : null;
  const as = kind === 'throttle' ? {} : { as: 'date' };
  return effectIn({ kind: 'throttle', retryAfterSeconds: whole(detail), ...as });
}
