/** Any page may read what the token endpoint answers: an application in a browser has no secret. */
const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Cache-Control': 'no-store',
};

export const shared = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: SHARED });

export const preflight = (): Response => new Response(null, { status: 204, headers: SHARED });

/** What Entra says of an error: its number, and the ids under which Microsoft finds the request. */
export const described = (code: number): string =>
  `AADSTS${code}: Refused by the faked Entra. Trace ID: 7e57ab1e-0000-4000-8000-00000000beef ` +
  `Correlation ID: c0441a7e-0000-4000-8000-00000000cafe Timestamp: 2026-11-22 12:00:00Z`;

/** A refusal of the token endpoint, with the number by which Entra tells its reasons apart. */
export const refused = (
  error: string,
  code: number,
  more: Readonly<Record<string, string>> = {},
): Response =>
  shared({ error, error_description: described(code), error_codes: [code], ...more }, 400);

/** A page of Entra's own, in HTML without any script. */
export const page = (title: string, body: string, status = 200): Response =>
  new Response(`<!doctype html><title>${title}</title><h1>${title}</h1>${body}`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** Sends the browser to the application, with the answer in the fragment. */
export function back(
  address: string,
  answer: Readonly<Record<string, string>>,
  cookie?: string,
): Response {
  const headers = new Headers({ Location: `${address}#${String(new URLSearchParams(answer))}` });
  if (cookie !== undefined) headers.set('Set-Cookie', cookie);
  return new Response(null, { status: 302, headers });
}
