import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createEmptyPipeline,
  type HttpClient,
  type Pipeline,
  type PipelinePolicy,
  retryPolicy,
  type RetryStrategy,
  setClientRequestIdPolicy,
} from '@azure/core-rest-pipeline';
import { realDelayMs } from '#src/lib/clock.ts';
import { retryAfterMs } from '#src/api/arm/retry-after.ts';
import { signOnce, tellingTokens } from '#src/api/arm/sign.ts';
import { SCOPE, type TokenSource } from '#src/api/arm/token.ts';

/** The two ways a request goes out: reads may be repeated, whatever starts something never is. */
export interface ArmPipelines {
  readonly http: HttpClient;
  readonly reads: Pipeline;
  readonly starts: Pipeline;
}

/** Builds both pipelines. `http` is replaced in tests by the simulated Azure itself. */
export function armPipelines(
  tokens: TokenSource,
  http: HttpClient = createDefaultHttpClient(),
): ArmPipelines {
  const credential = tellingTokens(tokens);
  const reads = signedBy(bearerTokenAuthenticationPolicy({ credential, scopes: SCOPE }));
  reads.addPolicy(retryPolicy([throttled, brokenOff], { maxRetries: 3 }), { phase: 'Retry' });
  return { http, reads, starts: signedBy(signOnce(credential)) };
}

function signedBy(signing: PipelinePolicy): Pipeline {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(setClientRequestIdPolicy());
  pipeline.addPolicy(signing, { phase: 'Sign' });
  return pipeline;
}

/** Waits what Azure asked for, on the product's clock. */
const throttled: RetryStrategy = {
  name: 'throttled',
  retry: ({ response }) => {
    if (response === undefined || ![429, 503].includes(response.status)) {
      return { skipStrategy: true };
    }
    const asked = retryAfterMs(response.headers);
    return asked === null ? { skipStrategy: true } : { retryAfterInMs: realPauseMs(asked) };
  },
};

/** A read that broke off or met a server error is asked again after 1, 2, 4 seconds. */
const brokenOff: RetryStrategy = {
  name: 'broken off',
  retry: ({ response, retryCount }) =>
    response === undefined || [408, 500, 502, 503, 504].includes(response.status)
      ? { retryAfterInMs: realPauseMs(1000 * 2 ** retryCount) }
      : { skipStrategy: true },
};

/** While the clock stands still no timer fits: such a read is asked again after a real minute. */
function realPauseMs(ms: number): number {
  const real = realDelayMs(ms);
  return Number.isFinite(real) ? real : 60_000;
}
