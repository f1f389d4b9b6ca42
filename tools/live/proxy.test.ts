import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Proxy, serveProxy } from './proxy.ts';

/** Answers whatever it reads with the same. */
let target: Server;
let proxy: Proxy;

beforeAll(async () => {
  target = createServer((socket) => socket.pipe(socket));
  const port = await new Promise<number>((resolve) => {
    target.listen(0, '127.0.0.1', () => {
      const bound = target.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : 0);
    });
  });
  proxy = await serveProxy((authority) => (authority === 'one.example:443' ? port : undefined));
});
afterAll(async () => {
  await proxy.close();
  target.close();
});

/** Connects by way of the proxy; gives the status, and what comes back for what is sent. */
function reach(authority: string, sent: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const connecting = request({ port: proxy.port, method: 'CONNECT', path: authority });
    connecting.once('error', reject);
    connecting.once('connect', ({ statusCode: status = 0 }, socket) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.length >= sent.length) socket.destroy();
      });
      socket.once('close', () => resolve({ status, text }));
      if (status === 200) socket.write(sent);
    });
    connecting.end();
  });
}

test('a host leads to its port, and what is sent goes both ways', async () => {
  expect(await reach('one.example:443', 'a greeting')).toEqual({ status: 200, text: 'a greeting' });
});

test('any other host is refused, and remembered', async () => {
  expect(await reach('two.example:443', 'a greeting')).toMatchObject({ status: 403, text: '' });
  expect(proxy.refused()).toContain('two.example:443');
});

test('a request without TLS is refused', async () => {
  const status = await new Promise<number>((resolve, reject) => {
    const connecting = request(
      { port: proxy.port, path: 'http://one.example/' },
      ({ statusCode = 0 }) => resolve(statusCode),
    );
    connecting.once('error', reject);
    connecting.end();
  });
  expect(status).toBe(403);
});
