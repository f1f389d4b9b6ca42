import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import { machineNow, realDelayMs, waitByTimer } from '#src/lib/clock.ts';
import { lengthened } from '#src/lib/retry-waits.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { afterAnswer, afterQuestion, delayOf, type Quota } from '#src/lib/quota.ts';

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
