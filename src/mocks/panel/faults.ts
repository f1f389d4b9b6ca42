import { fail, ok, type Result } from '#src/lib/result.ts';
import {
  type CommServeFault,
  effectIn,
  type Fault,
  type FaultEffect,
  isInGroup,
  isOfThePage,
  type OperationGroup,
} from '#src/mocks/faults/fault.ts';
import type { ActiveFault } from '#src/mocks/world/fold.ts';
import { commServeFaultTexts, simulation as strings } from '#src/strings/simulation.ts';

/** A fault as a switch: whether it is on, and how often it has spoken. */
export interface FaultRow {
  readonly fault: Fault;
  readonly state: 'on' | 'used-up' | 'off';
  readonly used: number;
}

/** Merges faults of both lists by id; the later one counts. Returns the same list when nothing is new. */
export function joined(known: readonly Fault[], more: readonly Fault[]): readonly Fault[] {
  const byId = new Map(known.map((fault) => [fault.id, fault]));
  for (const fault of more) byId.set(fault.id, fault);
  const all = [...byId.values()];
  const isSame = all.length === known.length && all.every((fault, index) => fault === known[index]);
  return isSame ? known : all;
}

/** A row for each fault. Of two that are on under one id, the one that will still speak counts. */
export function faultRows(
  faults: readonly Fault[],
  active: readonly ActiveFault[],
): readonly FaultRow[] {
  return faults.map((fault) => {
    const found = active.filter((one) => one.fault.id === fault.id);
    const on = found.find((one) => one.fault.times === null || one.used < one.fault.times);
    const shown = on ?? found.at(-1);
    if (shown === undefined) return { fault, state: 'off', used: 0 };
    return { ...shown, state: on === undefined ? 'used-up' : 'on' };
  });
}

/** `custom-1`, or the first number that no fault has yet. */
export function freeId(faults: readonly Fault[]): string {
  const taken = new Set(faults.map(({ id }) => id));
  let number = 1;
  while (taken.has(`custom-${number}`)) number += 1;
  return `custom-${number}`;
}

/** Effects whose words need more than a number have their own below. */
type PlainKind = Exclude<FaultEffect['kind'], 'throttle' | 'never-answers' | 'commserve'>;
const effects: Readonly<Record<PlainKind, (detail: string) => string>> = strings.effects;
const commServeEffects: Readonly<Record<CommServeFault, (seconds: number) => string>> =
  commServeFaultTexts;

/** The number that an effect's text mentions, or nothing. Subtasks count from one here. */
function numberOf(effect: FaultEffect): string {
  switch (effect.kind) {
    case 'latency':
    case 'timeout':
    case 'operation-slow':
    case 'session-ends':
    case 'listed-late':
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
    case 'status':
      return effect.after === true
        ? strings.statusAfter(effect.status)
        : strings.effects.status(numberOf(effect));
    case 'html-page':
      return effect.after === true
        ? strings.htmlAfter(effect.status ?? 200)
        : strings.effects['html-page'](numberOf(effect));
    case 'leads-to-another':
      return effect.undone === true
        ? strings.onlyLeadsToAnother
        : strings.effects['leads-to-another']();
    default:
      return effects[effect.kind](numberOf(effect));
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
  'html-after',
  'repeated',
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
  'leads-to-another',
  'listed-late',
  'answer-lost',
  'accepted-but-500',
  'job-fails',
  'job-stalls',
  'operation-fails',
  'operation-canceled',
  'clock-off',
] as const;
type CustomEffect = (typeof customEffects)[number];

export const customStatuses = [400, 401, 403, 404, 409, 412, 413, 500, 503] as const;

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
    case 'listed-late':
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
export const groups = [
  'restore-start',
  'job-read',
  'undelete',
] as const satisfies readonly OperationGroup[];

/** What can befall a restore alone. */
const restoreEffects: readonly CustomEffect[] = [
  'job-fails',
  'job-stalls',
  'operation-fails',
  'operation-canceled',
  'leads-to-another',
  'listed-late',
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
    case 'listed-late':
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
    case 'html-after':
      return { kind: 'html-page', status: 409, after: true };
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
