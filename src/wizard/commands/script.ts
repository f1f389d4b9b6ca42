import type { Command } from '#src/lib/command.ts';
import { commands, planCommands } from '#src/strings/commands.ts';

/** The clients that a restore is written for, in the order in which they are offered. */
export const CLIENTS = ['rest', 'cli', 'powerShell'] as const;
export type Client = (typeof CLIENTS)[number];

/** One restore for one client. */
export interface ClientScript {
  /** Its lines without the first, which has the plan’s hash; null: this client can’t start the restore. */
  readonly script: string | null;
  /** What the client can’t express or does differently, one sentence each. */
  readonly notes: readonly string[];
}

/** The same restore for each client. */
export type Scripts = Readonly<Record<Client, ClientScript>>;

/** How a script stops at the command that fails, also where it is pasted into a shell. */
const FRAMES = {
  sh: { before: '', between: ' &&\n', after: '' },
  // A block has variables of its own: what an earlier script left in the session is never used.
  powerShell: { before: "& {\n$ErrorActionPreference = 'Stop'\n", between: '\n', after: '\n}' },
} as const;

/** A script of commands, one below the other; none where one of them can’t be written. */
export function scriptOf(
  shell: keyof typeof FRAMES,
  lines: readonly Command[],
  notes: readonly string[],
): ClientScript {
  const refused = lines.flatMap((line) => (line.ok ? [] : [commands.notExpressible(line.reason)]));
  if (refused.length > 0) return { script: null, notes: [...new Set(refused), ...notes] };
  const texts = lines.flatMap((line) => (line.ok ? [line.value] : []));
  const { before, between, after } = FRAMES[shell];
  return { script: `${before}${texts.join(between)}${after}\n`, notes };
}

/** A client that can’t start the restore, and why. */
export const noScript = (reasons: readonly string[]): ClientScript => ({
  script: null,
  notes: reasons,
});

/** The script as it is copied and saved. A `#` is a comment in a shell, in PowerShell and in a `.http` file. */
export const withHash = (script: string, hash: string | null): string =>
  `# ${hash === null ? planCommands.noHash : planCommands.planLine(hash)}\n${script}`;

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
