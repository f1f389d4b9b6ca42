import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { setTimeout as realWait } from 'node:timers/promises';
import { createSimulatedAzure } from '#src/mocks/azure.ts';
import { originOf, type ScenarioId } from '#src/mocks/scenarios.ts';
import { answer } from '#src/mocks/serve-answer.ts';
import { createSimulatedClock, freshAnchor } from '#src/mocks/time/clock.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { Origin } from '#src/mocks/world/fold.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

export interface ServedAzure {
  /** `https://127.0.0.1:{port}`, or `http:` without a certificate. */
  readonly address: string;
  /** Moves simulated time on by so many milliseconds. */
  step(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** A client that was not answered: it hung up, or no secure connection came about. */
export type ServeProblem =
  | { readonly kind: 'hung-up'; readonly method: string; readonly path: string }
  /** By Node's error code, such as ERR_SSL_HTTP_REQUEST. */
  | { readonly kind: 'no-tls'; readonly reason: string };

export interface ServeOptions {
  readonly scenario: ScenarioId | Origin;
  /** 0 takes any free port. */
  readonly port: number;
  /** Simulated seconds in a real one. */
  readonly speed: number;
  /** The server's key and certificate, as PEM; without them it serves plain http. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly onProblem?: (problem: ServeProblem) => void;
}

/**
 * The simulated Azure on a loopback port under Node. Azure's own SDKs send their token over TLS
 * alone. Rejects with Node's error when the port cannot be had.
 */
export async function serveSimulatedAzure(options: ServeOptions): Promise<ServedAzure> {
  const { scenario, port, speed, tls, onProblem = () => undefined } = options;
  const origin = typeof scenario === 'string' ? originOf(scenario) : scenario;
  const clock = createSimulatedClock(
    freshAnchor(isoMs(origin.seed.startsAt), { speed, isPaused: false }),
  );
  const azure = createSimulatedAzure({
    store: createMemoryStore(),
    clock,
    wait: async (ms) => realWait(ms / speed),
    world: async () => ({ epoch: 0, origin }),
  });
  const server = tls === undefined ? createServer() : createTlsServer(tls);
  let isClosing = false;
  server.on('tlsClientError', ({ code, message }: NodeJS.ErrnoException) =>
    onProblem({ kind: 'no-tls', reason: code ?? message }),
  );
  const address = await listen(server, port, tls === undefined ? 'http' : 'https');
  server.on('request', (request, response) => {
    response.on('close', () => {
      // A connection that a fault breaks, or the end of the server, is broken on purpose.
      if (response.writableFinished || response.errored !== null || isClosing) return;
      onProblem({ kind: 'hung-up', method: request.method ?? '', path: request.url ?? '' });
    });
    void answer(request, response, { fetch: (asked) => azure.fetch(asked), address, speed });
  });
  return {
    address,
    step: (ms) => clock.step(ms),
    close: () => {
      isClosing = true;
      return close(server);
    },
  };
}

function listen(server: Server, port: number, scheme: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      const own = typeof bound === 'object' && bound !== null ? bound.port : port;
      resolve(`${scheme}://127.0.0.1:${own}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
