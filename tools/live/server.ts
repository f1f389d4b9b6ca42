import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { connect, type Server } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';

import * as z from 'zod/mini';

/** Answers a request; a rejection ends the connection. */
export type Handler = (request: Request) => Promise<Response>;

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

interface Serving {
  /** Key and certificate, as PEM. */
  readonly tls: { readonly key: string; readonly cert: string };
  /** Who answers for a host, as the request names it; undefined: none does. */
  readonly handlerOf: (authority: string) => Handler | undefined;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Without it a browser is not offered HTTP/2. */
  readonly hasHttp2?: boolean;
}

/**
 * Many hosts at one loopback port, over TLS, by HTTP/1.1 and HTTP/2: a browser that resolves their names
 * to it meets them as it would meet the real ones. Rejects with Node's error when the port can't be had.
 */
export async function serveHosts({
  tls,
  handlerOf,
  port = 0,
  hasHttp2 = true,
}: Serving): Promise<Served> {
  // A list of protocols would be replaced by one that has HTTP/2 first.
  const only = hasHttp2 ? {} : { ALPNCallback: () => 'http/1.1' };
  const server = createSecureServer({ ...tls, allowHTTP1: true, ...only });
  const sockets: Sockets = new Map();
  server.on('secureConnection', (socket: TLSSocket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  server.on('request', (request, response) => {
    const { remotePort } = request.socket;
    const end = () => sockets.get(remotePort)?.destroy();
    void answer(request, response, ending(handlerOf(authorityOf(request)), end));
  });
  return { port: await listen(server, port), close: () => close(server, sockets.values()) };
}

/** Open connections, by the port at their other end. */
type Sockets = Map<number | undefined, Duplex>;

/** Ends all of the connection where a handler fails: the end of one stream is another thing to a browser. */
function ending(handler: Handler | undefined, end: () => void): Handler | undefined {
  return (
    handler &&
    ((request) =>
      handler(request).catch((error: unknown) => {
        end();
        throw error;
      }))
  );
}

const authorityOf = ({ headers }: Http2ServerRequest): string =>
  headers[':authority'] ?? headers.host ?? '';

async function answer(
  request: Http2ServerRequest,
  response: Http2ServerResponse,
  handler: Handler | undefined,
): Promise<void> {
  try {
    const body = await bodyOf(request);
    const result = await handler?.(requestOf(request, body));
    await write(response, result ?? new Response('Nobody answers for this host.', { status: 421 }));
  } catch {
    response.destroy();
  }
}

async function bodyOf(request: Http2ServerRequest): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

function requestOf(request: Http2ServerRequest, body: Uint8Array<ArrayBuffer>): Request {
  const { method, url, headers } = request;
  const plain = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith(':') && name !== 'host' ? [[name, value]] : [],
  );
  // An address of the documents has a double slash now and then: the parts are joined as text.
  return new Request(`https://${authorityOf(request)}${url}`, {
    method,
    headers: plain,
    ...(body.length === 0 || method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
}

/** Headers of HTTP/1.1 that HTTP/2 has no place for. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding'];

async function write(response: Http2ServerResponse, result: Response): Promise<void> {
  for (const [name, value] of result.headers) {
    if (OF_CONNECTION.includes(name) || name === 'set-cookie') continue;
    response.setHeader(name, value);
  }
  const cookies = result.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(result.status);
  for await (const chunk of result.body ?? []) response.write(chunk);
  response.end();
}

/** Listens on loopback; 0 takes any free port. Rejects with Node's error when the port can't be had. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/** Ends what is still open, too: a browser keeps its connections for minutes. */
function close(server: Server, sockets: Iterable<Duplex>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

const headers = z.record(z.string(), z.string());

/** The part of a build's settings for Azure Static Web Apps that decides the headers. */
const settings = z.object({
  globalHeaders: headers,
  routes: z.array(z.object({ route: z.string(), headers: z.optional(headers) })),
});

/** The headers that a build ships for one of its files. */
async function headersOf(folder: string, file: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(folder, 'staticwebapp.config.json'), 'utf8');
  const { globalHeaders, routes } = settings.parse(JSON.parse(text));
  return { ...globalHeaders, ...routes.find(({ route }) => route === file)?.headers };
}

/**
 * The build in a folder, with the headers that it ships. An address that is no file is one of the
 * application's own; a file of the build that is not there is missing, as after a deployment.
 */
export function siteIn(folderNow: () => string): Handler {
  return async ({ url }) => {
    const folder = folderNow();
    const path = normalize(decodeURIComponent(new URL(url).pathname));
    const isAsset = path.startsWith('/assets/');
    const file = extname(path) === '' ? '/index.html' : path;
    const content = await readFile(join(folder, file)).catch(() => null);
    const sent = await headersOf(folder, file);
    if (content === null && isAsset) return new Response('', { status: 404, headers: sent });
    const shown = content ?? (await readFile(join(folder, 'index.html')));
    const type = TYPES[extname(content === null ? '.html' : file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(shown), { headers: { ...sent, 'Content-Type': type } });
  };
}

/** A proxy of this machine, for browsers that can't be given addresses for names. */
export interface Proxy {
  readonly port: number;
  /** The hosts that a browser wanted and that lead nowhere, as `name:port`. */
  readonly refused: () => readonly string[];
  close(): Promise<void>;
}

/**
 * Leads each host that the browser connects to by TLS to a port of this machine, and refuses every host
 * without one: nothing leaves the machine. Rejects with Node's error when it can't listen.
 */
export async function serveProxy(
  portOf: (authority: string) => number | undefined,
): Promise<Proxy> {
  const refused: string[] = [];
  const sockets = new Set<Duplex>();
  // A request that isn't encrypted is for none of the hosts that the product has.
  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', ({ url = '' }, socket: Duplex) => {
    keep(sockets, socket);
    const port = portOf(url);
    if (port !== undefined) {
      tunnel(socket, port, sockets);
      return;
    }
    refused.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  return {
    port: await listen(server, 0),
    refused: () => refused,
    close: async () => {
      const closed = close(server, sockets);
      server.closeAllConnections();
      return closed;
    },
  };
}

/** A socket counts until it closes; the other side may break it at any time. */
function keep(sockets: Set<Duplex>, socket: Duplex): void {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  socket.on('error', () => socket.destroy());
}

/** What comes from one side goes to the other, until either ends. */
function tunnel(socket: Duplex, port: number, sockets: Set<Duplex>): void {
  const target = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    target.pipe(socket).pipe(target);
  });
  keep(sockets, target);
  target.once('close', () => socket.destroy());
  socket.once('close', () => target.destroy());
}
