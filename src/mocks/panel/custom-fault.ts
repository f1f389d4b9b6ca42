import { fail, ok, type Result } from '#src/lib/result.ts';
import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';

/** What a fault of one's own may do, in the order of the list. */
export const customEffects = [
  'status',
  'latency',
  'timeout',
  'challenge',
  'throttle',
  'drop',
  'truncated-json',
  'wrong-json',
  'answer-lost',
  'accepted-but-500',
  'job-fails',
  'job-stalls',
  'operation-fails',
  'operation-canceled',
] as const;
export type CustomEffect = (typeof customEffects)[number];

export const customStatuses = [401, 403, 404, 409, 412, 500, 503] as const;

/** A fault of one's own as it was typed. */
export interface CustomForm {
  /** Name of an operation; empty for every request. */
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

type Detail = 'seconds' | 'status' | 'task';

/** Which number an effect needs; null when it needs none. */
export function detailOf(effect: CustomEffect): Detail | null {
  switch (effect) {
    case 'latency':
    case 'timeout':
    case 'throttle':
      return 'seconds';
    case 'status':
      return 'status';
    case 'job-fails':
    case 'job-stalls':
      return 'task';
    default:
      return null;
  }
}

const restores = 'restores.trigger';
/** What can befall a restore alone. */
const restoreEffects: readonly CustomEffect[] = [
  'job-fails',
  'job-stalls',
  'operation-fails',
  'operation-canceled',
];
const whole = (text: string): number | null => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null);

/** The fault that was typed, or what is wrong with each field. */
export function customFault(form: CustomForm, id: string): Result<Fault, CustomProblems> {
  const { operation } = form;
  const times = form.times.trim() === '' ? null : whole(form.times);
  const effect = effectOf(form.effect, whole(form.detail));
  const detail = effect === null ? detailOf(form.effect) : null;
  const isJobless = restoreEffects.includes(form.effect) && operation !== restores;
  const areTimesWrong = form.times.trim() !== '' && (times ?? 0) < 1;
  if (effect === null || isJobless || areTimesWrong) {
    return fail({
      ...(isJobless ? { operation: 'no-job' } : {}),
      ...(detail === null ? {} : { detail }),
      ...(areTimesWrong ? { times: 'times' } : {}),
    });
  }
  return ok({ id, match: operation === '' ? {} : { operation }, times, effect });
}

/** Null when the number is missing or cannot be. People count sub-tasks from one. */
function effectOf(kind: CustomEffect, number: number | null): FaultEffect | null {
  switch (kind) {
    case 'latency':
    case 'timeout':
      return number === null ? null : { kind, seconds: number };
    case 'throttle':
      return number === null ? null : { kind, retryAfterSeconds: number };
    case 'status': {
      const status = customStatuses.find((one) => one === number);
      return status === undefined ? null : { kind, status };
    }
    case 'job-fails':
    case 'job-stalls':
      return number === null || number < 1 ? null : { kind, task: number - 1 };
    default:
      return { kind };
  }
}
