import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { makeCertificate } from '../azure/certificate.ts';
import { listen } from './server.ts';

/** The moments of a request at which its connection ends; `never`: it is answered. */
export const CUTS = [
  'before headers',
  'after headers',
  'after body',
  'in answer',
  'never',
] as const;
export type Cut = (typeof CUTS)[number];

export const PROTOCOLS = ['HTTP/1.1', 'HTTP/2'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** A server that ends connections in the middle of a request that starts something. A GET gets a bare page. */
export interface CuttingServer {
  readonly address: string;
  /** The next request that starts something ends its connection at this moment; later ones are answered. Counts anew. */
  readonly arm: (cut: Cut) => void;
  /** How many requests that start something have reached the server, by their headers. */
  readonly starts: () => number;
  /** How many connections are open that have carried a request. */
  readonly connections: () => number;
  readonly close: () => void;
}

/** After a page of this address its connection ends: the next request opens a fresh one. */
export const LAST = '/last';

const PAGE =
  '<!doctype html><html lang="en"><title>Bare page</title><link rel="icon" href="data:,">';
const ANSWER = 'x'.repeat(1000);

/** Serves one protocol over TLS at a port of this machine. */
export async function serveCuts(protocol: Protocol): Promise<CuttingServer> {
  const sockets = new Map<number | undefined, Duplex>();
  const used = new Set<number | undefined>();
  let armed: Cut = 'never';
  let starts = 0;
  const end = ({ socket }: Http2ServerRequest) => sockets.get(socket.remotePort)?.destroy();

  const onStart = async (request: Http2ServerRequest, response: Http2ServerResponse) => {
    starts += 1;
    const cut = armed;
    armed = 'never';
    if (cut === 'after headers') {
      end(request);
      return;
    }
    request.resume();
    await new Promise((resolve) => request.once('end', resolve));
    if (cut === 'after body') {
      end(request);
      return;
    }
    response.writeHead(202, { 'content-length': ANSWER.length });
    if (cut === 'in answer') response.write(ANSWER.slice(0, 10), () => end(request));
    else response.end(ANSWER);
  };

  const onGet = (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const isLast = request.url === LAST;
    response.setHeader('content-type', 'text/html');
    if (isLast && protocol === 'HTTP/1.1') response.setHeader('connection', 'close');
    response.end(PAGE);
    if (isLast && protocol === 'HTTP/2') request.stream.session?.close();
  };

  const server = createSecureServer({
    ...(await makeCertificate()),
    allowHTTP1: true,
    ALPNCallback: () => (protocol === 'HTTP/2' ? 'h2' : 'http/1.1'),
  });
  server.on('request', (request, response) => {
    const { remotePort } = request.socket;
    used.add(remotePort);
    if (request.method === 'GET') onGet(request, response);
    else void onStart(request, response);
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => {
      sockets.delete(remotePort);
      used.delete(remotePort);
    });
  });
  const behind = await listen(server, 0);

  /** Passes bytes on, so that a connection can end before the server has read anything of a request. */
  const relay = createServer((front) => {
    const back = connect(behind, '127.0.0.1');
    front.on('data', (bytes) => {
      if (armed !== 'before headers') {
        back.write(bytes);
        return;
      }
      armed = 'never';
      front.destroy();
    });
    back.on('data', (bytes) => front.write(bytes));
    endTogether(front, back);
  });
  const port = await listen(relay, 0);
  return {
    address: `https://localhost:${String(port)}`,
    arm: (cut) => {
      armed = cut;
      starts = 0;
    },
    starts: () => starts,
    connections: () => used.size,
    close: () => {
      for (const socket of sockets.values()) socket.destroy();
      relay.close();
      server.close();
    },
  };
}

/** What has been written still arrives. */
function endTogether(front: Socket, back: Socket): void {
  front.once('close', () => back.destroy());
  back.once('close', () => front.end());
  for (const socket of [front, back]) socket.on('error', () => socket.destroy());
}
