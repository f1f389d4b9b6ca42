import { armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import type { TokenPair } from '#src/api/commvault/tokens.ts';
import { renewedWire } from '#src/api/commvault/tokens/wire.ts';

/**
 * Replaces a pair of tokens, once: POST of `/V4/AccessToken/Renew`; null: the CommServe refuses to.
 * @throws ArmError where no answer came, or one of a server that is in trouble.
 */
export async function renewTokens(
  serve: ArmPipelines,
  { accessToken, refreshToken }: TokenPair,
): Promise<TokenPair | null> {
  const request = {
    method: 'POST',
    url: '/V4/AccessToken/Renew',
    body: { accessToken, refreshToken },
    starts: true,
    // A second copy ends as a lost answer does: whoever holds the old pair has to enter another one.
    bodyAs: 'text',
  } as const;
  try {
    const answer = await sendFor(serve, renewedWire, request);
    const renewed = answer.accessToken ?? answer.token;
    return renewed === null
      ? null
      : { accessToken: renewed, refreshToken: answer.refreshToken ?? refreshToken };
  } catch (error) {
    // A page of maintenance or of a firewall says nothing of the tokens.
    if ([400, 401].includes(armFacts(error)?.status ?? 0)) return null;
    throw error;
  }
}
