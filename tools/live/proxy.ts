import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

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
      join(socket, port, sockets);
      return;
    }
    refused.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  return {
    port: await listen(server),
    refused: () => refused,
    close: () => close(server, sockets),
  };
}

/** A socket counts until it closes; the other side may break it at any time. */
function keep(sockets: Set<Duplex>, socket: Duplex): void {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  socket.on('error', () => socket.destroy());
}

function join(socket: Duplex, port: number, sockets: Set<Duplex>): void {
  const target = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    target.pipe(socket).pipe(target);
  });
  keep(sockets, target);
  target.once('close', () => socket.destroy());
  socket.once('close', () => target.destroy());
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      if (typeof bound === 'object' && bound !== null) resolve(bound.port);
      else reject(new Error('The proxy has no port.'));
    });
  });
}

/** Ends what is still open, too: a browser keeps its connections for minutes. */
function close(server: Server, sockets: ReadonlySet<Duplex>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
    for (const socket of sockets) socket.destroy();
  });
}
