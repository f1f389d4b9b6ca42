import { createHash } from 'node:crypto';
import { refused, shared } from './answers.ts';
import type { Desk } from './authorize.ts';
import { holdsClaims } from './claims.ts';
import { type Grant, resourceIn, STORAGE, tokensOf } from './tokens.ts';

/**
 * `POST /{tenant}/oauth2/v2.0/token`: tokens for a code, once and with its verifier, or for a refresh
 * token. A new refresh token ends when the first one would have.
 */
export function redeem(form: URLSearchParams, desk: Desk): Response {
  const { behaviour, directory } = desk;
  const { challenge, hasApplication, isPersonNeeded, isRefusing } = behaviour();
  const param = (name: string): string => form.get(name) ?? '';
  if (param('client_id') !== directory.registration.clientId || !hasApplication)
    return refused('unauthorized_client', 700_016);
  if (isRefusing) return refused('invalid_grant', 50_173);
  const isRenewal = param('grant_type') === 'refresh_token';
  const isMet = holdsClaims(param('claims'), challenge) && !(isRenewal && isPersonNeeded);
  const resource = param('scope') === '' ? '' : resourceIn(param('scope'));
  if (resource === undefined) return refused('invalid_resource', 500_011);
  if (resource === STORAGE && !behaviour().hasStorageConsent)
    return refused('invalid_grant', 65_001, { suberror: 'consent_required' });
  if (challenge !== null && !isMet)
    return refused('interaction_required', 50_076, { suberror: 'basic_action', claims: challenge });
  switch (param('grant_type')) {
    case 'authorization_code':
      return forCode(param, desk);
    case 'refresh_token':
      return forRefreshToken(param, desk);
    default:
      return refused('unsupported_grant_type', 70_003);
  }
}

type Param = (name: string) => string;

function forCode(param: Param, desk: Desk): Response {
  const promised = desk.ledger.redeem(param('code'));
  if (promised === undefined) return refused('invalid_grant', 54_005);
  if (promised.redirectUri !== param('redirect_uri')) return refused('invalid_grant', 500_112);
  if (promised.challenge !== challengeOf(param('code_verifier')))
    return refused('invalid_grant', 501_481);
  return granted(promised.grant, param('scope'), desk);
}

function forRefreshToken(param: Param, desk: Desk): Response {
  const grant = desk.ledger.renew(param('refresh_token'), desk.now());
  if (grant === undefined) return refused('invalid_grant', 70_000);
  // What Entra answers when the day of a single-page application is over.
  if (grant === 'ended') return refused('invalid_grant', 700_084);
  return granted(grant, param('scope'), desk);
}

/** A refresh token is good for every resource: the scope of the request decides, else that of the sign-in. */
function granted(grant: Grant, scope: string, { ledger, now }: Desk): Response {
  const wanted = scope === '' ? grant : { ...grant, scope };
  return shared(tokensOf(wanted, ledger.refreshToken(grant), now()));
}

/** The challenge that belongs to a verifier (RFC 7636, S256). */
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');
