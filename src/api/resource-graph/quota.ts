import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import { machineNow, realDelayMs, waitByTimer } from '#src/lib/clock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { lengthened } from '#src/lib/limits.ts';
import { instant, type Instant } from '#src/lib/time.ts';

/**
 * How fast to send queries to a service that answers so many in so long a time, and reports with each
 * answer how many are left. Pure: the caller gives what is known and the moment.
 */

/** Resource Graph answers a person so many questions in so long a time (azure-contract §1). */
const QUESTIONS = 15;
const WINDOW_MS = 5000;
/** From so few left on, questions are spread over what is left of the window. */
const LOW = 3;
/** Azure reports resets in whole seconds: two that differ by less are of one window. */
const SECOND_MS = 1000;

/** What is known of a started window. */
export interface Quota {
  readonly left: number;
  readonly resetsAt: Instant;
  readonly lastAt: Instant;
  /** Whether an answer of this window has said how many are left; else it is what is usual. */
  readonly isReported: boolean;
}

/** Milliseconds until the next query; null: nothing is known, so it can go at once. */
export function delayOf(quota: Quota | null, at: Instant): number {
  if (quota === null || isOver(quota, at) || quota.left > LOW) return 0;
  if (quota.left <= 0) return quota.resetsAt - at;
  const pause = (quota.resetsAt - quota.lastAt) / (quota.left + 1);
  return Math.max(0, quota.lastAt + pause - at);
}

/** The quota after one more question. */
export function afterQuestion(quota: Quota | null, at: Instant): Quota {
  return quota === null || isOver(quota, at)
    ? { left: QUESTIONS - 1, resetsAt: instant(at + WINDOW_MS), lastAt: at, isReported: false }
    : { ...quota, left: quota.left - 1, lastAt: at };
}

/** What an answer says of the quota. */
interface ReportedQuota {
  readonly remaining: number;
  readonly resetsInMs: number;
  /** Other queries under way, which `remaining` might not count. */
  readonly underWay: number;
}

/**
 * The quota after an answer. Within one window it never grows: answers overtake each other, and other
 * tabs and tools of the same person ask as well.
 */
export function afterAnswer(quota: Quota | null, told: ReportedQuota, at: Instant): Quota {
  const { remaining, resetsInMs, underWay } = told;
  const left = Math.max(0, remaining - underWay);
  const resetsAt = instant(at + (remaining === 0 ? Math.max(resetsInMs, SECOND_MS) : resetsInMs));
  const lastAt = quota?.lastAt ?? at;
  const isOther = quota === null || isOver(quota, at) || resetsAt > quota.resetsAt + SECOND_MS;
  if (isOther || !quota.isReported) return { left, resetsAt, lastAt, isReported: true };
  const least = Math.min(left, quota.left);
  return { left: least, resetsAt: later(resetsAt, quota.resetsAt), lastAt, isReported: true };
}

/** Whether a window is over; one of the future is of a clock that was put back. */
const isOver = ({ resetsAt, lastAt }: Quota, at: Instant): boolean => at >= resetsAt || at < lastAt;

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** Questions to Azure Resource Graph, whose quota is a person's own (azure-contract §1). */
const QUESTION = /\/providers\/Microsoft\.ResourceGraph\/resources\?/i;

/** Questions that wait for one reset come back spread over a tenth of their wait. */
const SPREAD = 0.1;

/**
 * The one place through which every question to Resource Graph goes, repeats too: lists, search,
 * exports and the overview. It spaces questions when the quota runs low.
 */
export function graphQuotaPolicy(): PipelinePolicy {
  let quota: Quota | null = null;
  onNewVisit(() => {
    quota = null;
  });
  let underWay = 0;
  const note = ({ headers }: PipelineResponse): void => {
    const remaining = Number(headers.get('x-ms-user-quota-remaining') ?? Number.NaN);
    const resetsInMs = lengthMs(headers.get('x-ms-user-quota-resets-after'));
    if (Number.isNaN(remaining) || resetsInMs === null) return;
    quota = afterAnswer(quota, { remaining, resetsInMs, underWay }, machineNow());
  };
  return {
    name: 'graph quota',
    sendRequest: async (request, next) => {
      if (!QUESTION.test(request.url)) return next(request);
      for (let ms = delayOf(quota, machineNow()); ms > 0; ms = delayOf(quota, machineNow())) {
        // While a demo's clock stands still its window never ends; Azure's own answer decides then.
        if (!Number.isFinite(realDelayMs(ms))) break;
        await waitByTimer(lengthened(ms, SPREAD), request.abortSignal);
      }
      quota = afterQuestion(quota, machineNow());
      underWay += 1;
      const response = await next(request).finally(() => {
        underWay -= 1;
      });
      note(response);
      return response;
    },
  };
}

/** A length as `hh:mm:ss`, in milliseconds; null when it is none. */
function lengthMs(text: string | undefined): number | null {
  const match = /^(\d+):(\d\d):(\d\d)$/.exec(text ?? '');
  if (match === null) return null;
  const [, hours, minutes, seconds] = match;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
