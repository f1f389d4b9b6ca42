import { machineFromAddress } from '#src/api/arm/address.ts';
import type { Address } from '#src/lib/address-values.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { type ScenarioId, scenarioIdOf } from '#src/model/restore-option.ts';

/** What an address asks for, and the words in it that mean nothing. */
export interface WhatHappenedAnswers {
  readonly scenario: ScenarioId | null;
  readonly instance: ResourceId | null;
  /** A restore point has to be older than this. */
  readonly before: Instant | null;
  readonly ignored: readonly IgnoredPart[];
}

export interface IgnoredPart {
  readonly what: 'what' | 'instance' | 'before' | 'future';
  readonly text: string;
}

/** Reads the choices of an address at the moment `at`. Pure; what means nothing is left out and listed. */
export function readAddress(address: Address, at: Instant): WhatHappenedAnswers {
  const { what, instance: machine, before: time } = address;
  const scenario = what === undefined ? null : scenarioIdOf(what);
  const instance = machine === undefined ? null : machineFromAddress(machine);
  const before = parseInstant(time);
  const ignored: IgnoredPart[] = [];
  const isMissing = (text: string | undefined, value: unknown): text is string =>
    text !== undefined && value === null;
  if (isMissing(what, scenario)) ignored.push({ what: 'what', text: what });
  if (isMissing(machine, instance)) ignored.push({ what: 'instance', text: machine });
  if (isMissing(time, before)) ignored.push({ what: 'before', text: time });
  const isFuture = before !== null && before > at;
  if (isFuture) ignored.push({ what: 'future', text: time ?? '' });
  return { scenario, instance, before: isFuture ? null : before, ignored };
}
