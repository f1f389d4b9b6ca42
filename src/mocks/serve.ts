import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { installClock } from '#src/lib/clock.ts';
import { createSimulatedAzure } from '#src/mocks/azure.ts';
import { originOf, type ScenarioId } from '#src/mocks/scenarios.ts';
import { createSimulatedClock, freshAnchor } from '#src/mocks/time/clock.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { createMemoryStore } from '#src/mocks/world/store-memory.ts';

export interface ServedAzure {
  /** `http://127.0.0.1:{port}` */
  readonly address: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly scenario: ScenarioId;
  /** 0 takes any free port. */
  readonly port: number;
  readonly speed: number;
}

/**
 * The simulated Azure on a loopback port under Node, over plain http (Azure's own SDKs want TLS).
 * Polling addresses name the port instead of management.azure.com, so that a client comes back here.
 */
export async function serveSimulatedAzure({
  scenario,
  port,
  speed,
}: ServeOptions): Promise<ServedAzure> {
  const origin = originOf(scenario);
  const clock = createSimulatedClock(
    freshAnchor(isoMs(origin.seed.startsAt), { speed, isPaused: false }),
  );
  installClock(clock);
  const azure = createSimulatedAzure({
    store: createMemoryStore(),
    clock,
    world: async () => ({ epoch: 0, origin }),
  });
  const server = createServer((request, response) => {
    void answer(request, response, (asked) => azure.fetch(asked)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return { address: addressOf(server), close: () => close(server) };
}

const preflight = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, PUT, POST, PATCH, DELETE',
  'Access-Control-Allow-Headers': '*, Authorization',
  'Access-Control-Max-Age': '600',
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  fetch: (request: Request) => Promise<Response>,
): Promise<void> {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, preflight).end();
    return;
  }
  const own = `http://${request.headers.host ?? ''}`;
  const result = await fetch(await toRequest(request));
  for (const [name, value] of result.headers) {
    response.setHeader(name, value.replaceAll('https://management.azure.com', own));
  }
  response.writeHead(result.status).end(await result.text());
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== 'host' ? [[name, value]] : [],
  );
  // The path is joined as text: a URL made from it as relative would lose the documents' `//`.
  return new Request(`https://management.azure.com${request.url ?? '/'}`, {
    method: request.method ?? 'GET',
    headers,
    ...(body === '' ? {} : { body }),
  });
}

function addressOf(server: Server): string {
  const address = server.address();
  return typeof address === 'object' && address !== null
    ? `http://127.0.0.1:${address.port}`
    : (address ?? '');
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
