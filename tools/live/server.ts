import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { Server } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';

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
  return { port: await listen(server, port), close: () => close(server, sockets) };
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
function close(server: Server, sockets: Sockets): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets.values()) socket.destroy();
  });
}
