import * as z from 'zod/mini';
import type { INetworkModule, NetworkResponse } from '@azure/msal-browser';
import { afterReal } from '#src/lib/clock.ts';

/** What a refusal of Microsoft Entra, or a failure of its library, says about itself. */
export interface EntraFacts {
  /** OAuth's code or the library's, such as `invalid_grant`; empty where it has none. */
  readonly code: string;
  readonly message: string;
  /** The number after `AADSTS`; null where the message names none. */
  readonly number: number | null;
  /** Ids under which Microsoft finds the request again. */
  readonly traceId: string | null;
  readonly correlationId: string | null;
  /** The claims that a new sign-in has to bring, as JSON. */
  readonly claims: string | null;
}

const optionalText = z.nullish(z.string());
const libraryError = z.object({
  errorCode: z.string(),
  errorMessage: optionalText,
  subError: optionalText,
  correlationId: optionalText,
  traceId: optionalText,
  claims: optionalText,
});

/** Reads any thrown value. */
export function entraFacts(error: unknown): EntraFacts {
  const parsed = libraryError.safeParse(error);
  if (!parsed.success) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...NOTHING_KNOWN, message };
  }
  const { errorCode, errorMessage, subError, correlationId, traceId, claims } = parsed.data;
  const message = errorMessage ?? '';
  const number = /AADSTS(\d+)/.exec(message)?.[1];
  return {
    // A refresh token that is no good is no reason to ask the person yet.
    code: subError === 'bad_token' ? subError : errorCode,
    message,
    number: number === undefined ? null : Number(number),
    traceId: traceId || idIn(message, 'Trace ID'),
    // Entra's own id goes first: the library's is of the page.
    correlationId: idIn(message, 'Correlation ID') ?? (correlationId || null),
    claims: claims || null,
  };
}

/** Of what isn’t an error of the library. */
export const NOTHING_KNOWN = {
  code: '',
  number: null,
  traceId: null,
  correlationId: null,
  claims: null,
};

function idIn(message: string, name: string): string | null {
  return new RegExp(`${name}: ([0-9a-f-]{36})`, 'i').exec(message)?.[1] ?? null;
}

/**
 * What to do after a renewal failed: look in a hidden frame whether Entra still has the person's
 * session, send the person through sign-in, try again later, or stop since no sign-in can help.
 */
type NextStep = 'frame' | 'redirect' | 'later' | 'stop';

/** By the code of OAuth or of MSAL. */
const steps: Readonly<Record<string, NextStep>> = {
  // The refresh token has ended, or there is none.
  invalid_grant: 'frame',
  bad_token: 'frame',
  no_tokens_found: 'frame',
  refresh_token_expired: 'frame',
  token_refresh_required: 'frame',

  interaction_required: 'redirect',
  login_required: 'redirect',
  consent_required: 'redirect',
  ui_not_allowed: 'redirect',
  interrupted_user: 'redirect',
  no_account_error: 'redirect',
  // The frame was given no cookies, and showed a page instead of an answer.
  timed_out: 'redirect',
  monitor_window_timeout: 'redirect',
  access_denied: 'redirect',

  network_error: 'later',
  no_network_connectivity: 'later',
  post_request_failed: 'later',
  get_request_failed: 'later',
  failed_to_parse_response: 'later',
  temporarily_unavailable: 'later',
  server_error: 'later',

  unauthorized_client: 'stop',
  invalid_client: 'stop',
  invalid_request: 'stop',
  invalid_scope: 'stop',
  invalid_resource: 'stop',
};

/** The next step after the refresh token was refused; what is not known needs the person. */
export function stepAfterRefresh({ code }: EntraFacts): NextStep {
  return steps[code] ?? 'redirect';
}

/** The next step after the hidden frame: there is no second one. */
export function stepAfterFrame(facts: EntraFacts): Exclude<NextStep, 'frame'> {
  const step = stepAfterRefresh(facts);
  return step === 'frame' ? 'redirect' : step;
}

/** No request to Entra's endpoints is waited for longer, in real milliseconds. */
const LIMIT_MS = 30_000;

/** What the library asks for; it hands on more than this. */
interface Asking {
  readonly headers?: Record<string, string> | undefined;
  readonly body?: string | undefined;
}

/**
 * How the sign-in library talks to Microsoft Entra: like its own client, but a request that hangs is
 * ended, and a server that fails says so as a connection that failed. `onRefreshToken` is given the
 * seconds that a new refresh token is good for.
 */
export function entraHttp(onRefreshToken: (seconds: number) => void): INetworkModule {
  const ask = async (method: 'GET' | 'POST', url: string, { headers: sent, body }: Asking) => {
    const giveUp = new AbortController();
    const stop = afterReal(LIMIT_MS, () => giveUp.abort());
    try {
      const response = await fetch(url, {
        method,
        headers: { ...sent },
        signal: giveUp.signal,
        ...(body !== undefined && { body }),
      });
      if (response.status >= 500 || response.status === 429) throw new TypeError('No answer.');
      const text = await response.text();
      noteRefreshToken(text, onRefreshToken);
      const headers = Object.fromEntries(response.headers);
      return { status: response.status, headers, text };
    } finally {
      stop();
    }
  };
  return {
    sendGetRequestAsync: async (url, options = {}) => answered(await ask('GET', url, options)),
    sendPostRequestAsync: async (url, options = {}) => answered(await ask('POST', url, options)),
  };
}

/** The library reads the members of an answer by types of its own. */
function answered<Body>({
  text,
  ...answer
}: Omit<NetworkResponse<Body>, 'body'> & { readonly text: string }): NetworkResponse<Body> {
  return { ...answer, body: z.custom<Body>(isObject).parse(JSON.parse(text)) };
}

const isObject = (json: unknown): boolean => typeof json === 'object' && json !== null;

const granted = z.object({ refresh_token_expires_in: z.coerce.number() });

function noteRefreshToken(text: string, onRefreshToken: (seconds: number) => void): void {
  const parsed = granted.safeParse(JSON.parse(text));
  if (parsed.success) onRefreshToken(parsed.data.refresh_token_expires_in);
}
