import type { ClientScript } from '#src/wizard/commands/script.ts';

/** A request of Azure Resource Manager. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Undefined: none. */
  readonly body?: unknown;
}

const HOST = 'https://management.azure.com';

/** What a URL can’t hold as it is, and what an editor would take for a variable. */
const NOT_IN_URL = /[^!-~]|["<>\\^`{|}]/gu;

/**
 * Requests as a `.http` file, which editors such as Visual Studio Code with the REST Client extension send.
 * The token is a variable of that file: it is never written out.
 */
export function httpScript(
  requests: readonly HttpRequest[],
  notes: readonly string[],
): ClientScript {
  return { script: `${requests.map(httpText).join('\n\n###\n\n')}\n`, notes };
}

function httpText({ method, url, body }: HttpRequest): string {
  const target = url.toWellFormed().replaceAll(NOT_IN_URL, encodeURIComponent);
  return [
    `${method} ${HOST}${target}`,
    'Authorization: Bearer {{token}}',
    ...(body === undefined ? [] : ['Content-Type: application/json', '', jsonText(body)]),
  ].join('\n');
}

/** JSON in which no name reads as a variable of the file. */
const jsonText = (body: unknown): string =>
  JSON.stringify(body, null, 2).replaceAll('{{', String.raw`{\u007b`);
