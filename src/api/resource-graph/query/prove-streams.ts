import { armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import type { BodyForm } from '#src/api/arm/uploads.ts';
import { GRAPH_URL } from '#src/api/resource-graph/query/ops.ts';
import { afterReal } from '#src/lib/clock.ts';

/** A question of one row: what it answers is not looked at. */
const QUESTION = { query: 'Resources | project name | limit 1' };

/** Real milliseconds that each form is given. */
const LIMIT_MS = 10_000;

/** Statuses that are about the person or the load: the body has arrived. */
const ARRIVED: readonly (number | null | undefined)[] = [401, 403, 429];

/**
 * Finds out, once a page, whether a request's body reaches Azure as a stream: sends Resource Graph one
 * question, which starts nothing. HTTP/1.1 doesn't carry streams, and a gateway on the way may require a
 * length. Never rejects.
 */
export function proveStreams(arm: ArmPipelines): Promise<void> {
  return arm.uploads.prove((form) => passes(arm, form));
}

function passes(arm: ArmPipelines, bodyAs: BodyForm): Promise<boolean> {
  const limit = new AbortController();
  const stop = afterReal(LIMIT_MS, () => limit.abort());
  // By the way of what starts something, on which nothing is repeated.
  const how = { bodyAs, starts: true, signal: limit.signal };
  return send(arm, { method: 'POST', url: GRAPH_URL, body: QUESTION, ...how })
    .then(
      () => true,
      (error: unknown) => ARRIVED.includes(armFacts(error)?.status),
    )
    .finally(stop);
}
