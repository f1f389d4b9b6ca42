import { parseInstant } from '#src/lib/time.ts';
import { scenarioIdOf } from '#src/model/restore-option.ts';

interface CauseSearch {
  readonly what?: string | undefined;
  readonly before?: string | undefined;
}

/** The answers that led to a restore; undefined if it didn't start from what has happened. */
export function causeOf({ what, before }: CauseSearch) {
  const scenario = what === undefined ? null : scenarioIdOf(what);
  return scenario === null ? undefined : { scenario, before: parseInstant(before) };
}
