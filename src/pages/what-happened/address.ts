import { machineFromAddress } from '#src/api/arm/address.ts';
import { type Instant, instant, isoText, parseInstant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { type ScenarioId, scenarioIdOf } from '#src/model/scenario.ts';
import type { WhatHappenedSearch } from '#src/pages/what-happened/route.ts';

/** What an address asks for, and the words in it that mean nothing. */
export interface Asked {
  readonly scenario: ScenarioId | null;
  readonly instance: ResourceId | null;
  /** A restore point has to be older than this. */
  readonly before: Instant | null;
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly what: 'what' | 'instance' | 'before' | 'future';
  readonly text: string;
}

/** Reads the choices of an address at the moment `at`. Pure; what means nothing is left out and told. */
export function readAddress(search: WhatHappenedSearch, at: Instant): Asked {
  const scenario = search.what === undefined ? null : scenarioIdOf(search.what);
  const instance = search.instance === undefined ? null : machineFromAddress(search.instance);
  const before = parseInstant(search.before);
  const leftOut: LeftOut[] = [];
  const isMissing = (text: string | undefined, value: unknown): text is string =>
    text !== undefined && value === null;
  if (isMissing(search.what, scenario)) leftOut.push({ what: 'what', text: search.what });
  if (isMissing(search.instance, instance))
    leftOut.push({ what: 'instance', text: search.instance });
  if (isMissing(search.before, before)) leftOut.push({ what: 'before', text: search.before });
  const isFuture = before !== null && before > at;
  if (isFuture) leftOut.push({ what: 'future', text: search.before ?? '' });
  return { scenario, instance, before: isFuture ? null : before, leftOut };
}

/** A moment as addresses hold it: `2025-06-04T22:00:00Z`. Parts of a second are dropped, so that now is never later than now. */
export function timeAddress(at: Instant): string {
  return isoText(instant(Math.floor(at / 1000) * 1000)).replace('.000Z', 'Z');
}
