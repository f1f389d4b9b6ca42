import { createHash, X509Certificate } from 'node:crypto';
import { setTimeout as realWait } from 'node:timers/promises';

import { createSimulatedAzure, type SimulatedAzure } from '#src/mocks/azure.ts';
import { originOf, type ScenarioId } from '#src/mocks/scenarios.ts';
import { PREFLIGHT } from '#src/mocks/serve-answer.ts';
import { createSimulatedClock, freshAnchor } from '#src/mocks/time/clock.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

import { makeCertificate } from '../azure/certificate.ts';
import { directoryOf } from '../entra/directory.ts';
import { createEntra, type Entra } from '../entra/entra.ts';
import { type Handler, serveHosts, siteIn } from './server.ts';

/** Everything that a page of the live build meets, on this machine. */
export interface LiveWorld {
  /** Where the build is served, under a name that only {@link resolverRules} leads to. */
  readonly address: string;
  readonly resolverRules: string;
  /** What Chromium names the certificate's key by: SHA-256, in base64. */
  readonly keyHash: string;
  /** Where all of its hosts answer on this machine. */
  readonly port: number;
  readonly entra: Entra;
  /** Serves another folder's build at the same address, as a deployment does. Returns the way back. */
  readonly deploy: (folder: string) => () => void;
  /** What happens in Azure without a request, and what has. */
  readonly azure: Pick<SimulatedAzure, 'append' | 'state' | 'underWay'>;
  /** The time of Azure and Entra: when it is, and how it moves on by so many milliseconds. */
  readonly clock: { now(): number; step(ms: number): Promise<void> };
  close(): Promise<void>;
}

export interface LiveOptions {
  /** The folder of the live build. */
  readonly folder: string;
  readonly scenario: ScenarioId;
  readonly port?: number;
  readonly hasHttp2?: boolean;
}

/** Serves the live build, the simulated Azure and the faked Entra as the hosts that they stand in for. */
export async function serveLiveWorld(options: LiveOptions): Promise<LiveWorld> {
  const address = `https://${SITE_HOST}`;
  const origin = originOf(options.scenario);
  const clock = createSimulatedClock(
    freshAnchor(isoMs(origin.seed.startsAt), { speed: 1, isPaused: false }),
  );
  const azure = createSimulatedAzure({
    store: createMemoryStore(),
    clock,
    wait: async (ms) => realWait(ms),
    world: async () => ({ epoch: 0, origin }),
  });
  const entra = createEntra(directoryOf([`${address}/redirect.html`]), clock.now);
  let { folder } = options;
  const handlers: Readonly<Record<'azure' | 'entra' | 'site', Handler>> = {
    // A storage account has rules of its own about pages.
    azure: async (request) =>
      request.method === 'OPTIONS' && !request.url.includes('.blob.core.windows.net/')
        ? new Response(null, { status: 204, headers: PREFLIGHT })
        : azure.fetch(request),
    entra: entra.fetch,
    site: siteIn(() => folder),
  };
  const { port, hasHttp2 } = options;
  const tls = await makeCertificate();
  const served = await serveHosts({
    tls,
    handlerOf: (authority) => {
      const role = roleOf(authority);
      return role && handlers[role];
    },
    ...(port !== undefined && { port }),
    ...(hasHttp2 !== undefined && { hasHttp2 }),
  });
  return {
    address,
    resolverRules: resolverRules(served.port),
    keyHash: keyHashOf(tls.cert),
    port: served.port,
    entra,
    deploy: (next) => {
      folder = next;
      return () => {
        folder = options.folder;
      };
    },
    azure,
    clock,
    close: served.close,
  };
}

/** What Chromium names a certificate's key by: SHA-256, in base64. */
export function keyHashOf(pem: string): string {
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** Where the tests serve the live build; a name that can’t be registered. */
const SITE_HOST = 'restore-center.example';

/** The hosts of Azure that a page of the live build may reach, and what stands in for each. */
const ROLES = {
  'management.azure.com': 'azure',
  // Of the same simulated world.
  'commserve.contoso.example': 'azure',
  'login.microsoftonline.com': 'entra',
  [SITE_HOST]: 'site',
} as const;

type Role = (typeof ROLES)[keyof typeof ROLES];

const names = new Map<string, Role>(Object.entries(ROLES));

/** Azure has a host for each region, too, and one for the blobs of each storage account. */
const OF_AZURE = ['.management.azure.com', '.blob.core.windows.net'];

/** What stands in for a host, with its port or without. */
export function roleOf(authority: string): Role | undefined {
  const host = authority.replace(/:\d+$/, '').toLowerCase();
  return names.get(host) ?? (OF_AZURE.some((end) => host.endsWith(end)) ? 'azure' : undefined);
}

/** The setting of Chromium by which these hosts lead to a port of this machine, and all others nowhere. */
function resolverRules(port: number): string {
  const own = [...names.keys(), ...OF_AZURE.map((end) => `*${end}`)];
  return [...own.map((host) => `MAP ${host}:443 127.0.0.1:${port}`), 'MAP * ~NOTFOUND'].join(', ');
}
