import type { INetworkModule, NetworkResponse } from '@azure/msal-browser';
import * as z from 'zod/mini';
import { afterReal } from '#src/lib/clock.ts';

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

interface Text {
  readonly text: string;
}

/** The library reads the members of an answer by types of its own. */
function answered<Body>({
  text,
  ...answer
}: Omit<NetworkResponse<Body>, 'body'> & Text): NetworkResponse<Body> {
  return { ...answer, body: z.custom<Body>(isObject).parse(JSON.parse(text)) };
}

const isObject = (json: unknown): boolean => typeof json === 'object' && json !== null;

const granted = z.object({ refresh_token_expires_in: z.coerce.number() });

function noteRefreshToken(text: string, onRefreshToken: (seconds: number) => void): void {
  const parsed = granted.safeParse(JSON.parse(text));
  if (parsed.success) onRefreshToken(parsed.data.refresh_token_expires_in);
}
