import {
  createDefaultHttpClient,
  createEmptyPipeline,
  type HttpClient,
  type Pipeline,
  type PipelinePolicy,
  setClientRequestIdPolicy,
} from '@azure/core-rest-pipeline';
import { clockPolicy } from '#src/api/arm/azure-clock.ts';
import { graphQuotaPolicy } from '#src/api/arm/graph-quota.ts';
import { AZURE, type Home } from '#src/api/arm/not-sent.ts';
import { repeatPolicy } from '#src/api/arm/repeat.ts';
import { signOnce, signReads, tellingTokens } from '#src/api/arm/sign.ts';
import type { TokenSource } from '#src/api/arm/token.ts';
import { hasRequestStreams, newUploads, type Uploads } from '#src/api/arm/uploads.ts';

/** The two ways a request goes out: reads may be repeated, whatever starts something never is. */
export interface ArmPipelines {
  readonly home: Home;
  readonly http: HttpClient;
  readonly reads: Pipeline;
  readonly starts: Pipeline;
  /** How the bodies of what goes by `starts` leave this page. */
  readonly uploads: Uploads;
  /** The pipelines to another service, with tokens of the same person. */
  readonly to: (home: Home) => ArmPipelines;
}

/**
 * Builds both pipelines. `http` is replaced in tests by the simulated Azure itself, `home` for a service
 * that is not Azure's.
 */
export function armPipelines(
  tokens: TokenSource,
  http: HttpClient = createDefaultHttpClient(),
  home: Home = AZURE,
  uploads: Uploads = newUploads(home.question !== undefined && hasRequestStreams()),
): ArmPipelines {
  const credential = tellingTokens(tokens, home.scope);
  const reads = signedBy(signReads(credential, home.tokenHeader), home);
  const starts = signedBy(signOnce(credential, home.tokenHeader), home);
  const quota = graphQuotaPolicy();
  reads.addPolicy(repeatPolicy(), { phase: 'Retry' });
  reads.addPolicy(quota, { afterPhase: 'Retry' });
  starts.addPolicy(quota);
  const to = (other: Home): ArmPipelines => armPipelines(tokens, http, other);
  return { home, http, reads, starts, uploads, to };
}

function signedBy(signing: PipelinePolicy, { service }: Home): Pipeline {
  const pipeline = createEmptyPipeline();
  // Another service would have to let pages send one header more, which it doesn't read.
  if (service === undefined) pipeline.addPolicy(setClientRequestIdPolicy());
  pipeline.addPolicy(signing, { phase: 'Sign' });
  // The innermost: what is counted from an answer's arrival is counted by the clock that it tells.
  if (service === undefined) pipeline.addPolicy(clockPolicy(), { phase: 'Sign' });
  return pipeline;
}
