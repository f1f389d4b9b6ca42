import { parseArgs } from 'node:util';

import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { originOf, scenarioIdOf, scenarioIds } from '#src/mocks/scenarios.ts';
import type { ServeProblem } from '#src/mocks/serve.ts';
import type { Origin } from '#src/mocks/world/fold.ts';

import { wrapped } from '../program.ts';

export interface AzureCommand {
  readonly port: number;
  readonly speed: number;
  readonly scenario: Origin;
  readonly isSecure: boolean;
  /** Where the certificate is to be written, as it was typed; null for nowhere. */
  readonly certFile: string | null;
}

export type ParsedOptions =
  | { readonly kind: 'serve'; readonly command: AzureCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

/** Exit codes that scripts can tell apart. */
export const exitCodes = { failed: 1, wrongUsage: 2, portTaken: 3 } as const;

export const usage = `Usage: npm run --silent azure -- [options]

Serves the simulated Azure on this machine's loopback address. When it is ready it prints
"listening on https://127.0.0.1:PORT" and nothing else; problems go to the error output.
Any bearer token is accepted. SIGINT or SIGTERM ends it.

  --port N             the port; 0, the default, takes a free one
  --scenario NAME      the world, "default" if none is named:
                       ${wrapped(scenarioIds, 23)}
  --fault NAME[:N]     a fault of the catalogue, with its number where it takes one, as in
                       "restore-html-after:413"; as often as wanted
  --speed N            simulated seconds in a real one, 1 by default and 1000000 at most;
                       Retry-After is divided by it
  --http               plain http in place of TLS (Azure's own SDKs refuse to send a token over it)
  --cert-file PATH     writes the certificate there, for clients to trust (NODE_EXTRA_CA_CERTS,
                       SSL_CERT_FILE, curl --cacert); it is made anew at each start
  --page-size N        rows in a page of a list, 100 by default
  --graph-lag SECONDS  how far Resource Graph is behind, in simulated seconds; 0 by default
  --help               this text

Exit codes: 0 ended by a signal, ${exitCodes.failed} it failed, ${exitCodes.wrongUsage} wrong usage, ${exitCodes.portTaken} the port is taken or not allowed.`;

/** What a command line asks for; of a wrong one, the reason in a line. */
export function readOptions(args: readonly string[]): ParsedOptions {
  try {
    const values = parsed(args);
    return values.help ? { kind: 'help' } : { kind: 'serve', command: commandOf(values) };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { kind: 'wrong', reason };
  }
}

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      scenario: { type: 'string', default: 'default' },
      fault: { type: 'string', multiple: true, default: [] },
      speed: { type: 'string', default: '1' },
      http: { type: 'boolean', default: false },
      'cert-file': { type: 'string' },
      'page-size': { type: 'string' },
      'graph-lag': { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

function commandOf(values: ReturnType<typeof parsed>): AzureCommand {
  const scenario = scenarioIdOf(values.scenario);
  if (scenario === null) throw new Error(`There is no scenario '${values.scenario}'; see --help.`);
  const certFile = values['cert-file'] ?? null;
  if (values.http && certFile !== null) {
    throw new Error('With --http there is no certificate to write to --cert-file.');
  }
  const pageSize = values['page-size'];
  const origin = originOf(scenario);
  return {
    port: numberOf('port', values.port, { isWhole: true, least: 0, most: 65_535 }),
    speed: numberOf('speed', values.speed, { isWhole: false, least: 0.001, most: 1e6 }),
    scenario: {
      ...origin,
      faults: [...origin.faults, ...values.fault.map(knownFault)],
      ...(pageSize === undefined
        ? {}
        : { pageSize: numberOf('page-size', pageSize, { isWhole: true, least: 1 }) }),
      graphLagSeconds: numberOf('graph-lag', values['graph-lag'], { isWhole: false, least: 0 }),
    },
    isSecure: !values.http,
    certFile,
  };
}

function knownFault(text: string): Fault {
  const fault = faultNamed(text);
  if (fault === null)
    throw new Error(`There is no fault '${text}'; docs/simulated-azure.md has all.`);
  return fault;
}

interface Bounds {
  readonly isWhole: boolean;
  readonly least: number;
  readonly most?: number;
}

function numberOf(option: string, text: string, { isWhole, least, most }: Bounds): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const isGood = isWhole ? Number.isInteger(value) : Number.isFinite(value);
  if (isGood && value >= least && value <= (most ?? Infinity)) return value;
  const kind = isWhole ? 'a whole number' : 'a number';
  const range = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new Error(`--${option} is ${kind} ${range}; '${text}' is not.`);
}

/** What went wrong between a client and the server, in one line. */
export function problemText(problem: ServeProblem): string {
  return problem.kind === 'hung-up'
    ? `A client hung up before it was answered: ${problem.method} ${problem.path}`
    : `A client made no secure connection: ${reasonText(problem.reason)}`;
}

function reasonText(reason: string): string {
  if (reason === 'ERR_SSL_HTTP_REQUEST') return 'it spoke plain http.';
  // Some clients say that they do not trust the server, others only hang up.
  const isDistrust = /ECONNRESET|UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN/.test(reason);
  return isDistrust ? `does it trust the certificate (--cert-file)? ${reason}` : reason;
}
