import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:http2';
import { request as httpsRequest } from 'node:https';
import { createServer, type Server } from 'node:net';
import { connect as connectTls } from 'node:tls';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { makeCertificate } from '../azure/certificate.ts';
import { type Handler, type Proxy, type Served, serveHosts, serveProxy } from './server.ts';

const echo: Handler = async (request) =>
  Response.json({ url: request.url, method: request.method, body: await request.text() });

const broken: Handler = () => Promise.reject(new TypeError('broken'));

interface Answered {
  readonly status: number;
  readonly text: string;
}

interface Sent {
  readonly port: number;
  readonly host: string;
  readonly body?: string;
}

type Ask = (asked: Sent) => Promise<Answered>;

const overHttp2: Ask = ({ port, host, body = '' }) =>
  new Promise((resolve, reject) => {
    const session = connect(`https://127.0.0.1:${port}`, { rejectUnauthorized: false });
    session.once('error', reject);
    const method = body === '' ? 'GET' : 'POST';
    const stream = session.request({ ':path': '/a//b?c=d', ':method': method, ':authority': host });
    let text = '';
    let status = 0;
    stream.once('error', reject);
    stream.on('response', (headers) => (status = headers[':status'] ?? 0));
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    stream.on('close', () => {
      session.close();
      if (status === 0) reject(new Error('no answer'));
      else resolve({ status, text });
    });
    if (body !== '') stream.end(body);
  });

const overHttp1: Ask = ({ port, host, body = '' }) =>
  new Promise((resolve, reject) => {
    const method = body === '' ? 'GET' : 'POST';
    const address = `https://127.0.0.1:${port}/a//b?c=d`;
    const options = { method, headers: { host }, rejectUnauthorized: false };
    const sent = httpsRequest(address, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

let served: Served;
beforeAll(async () => {
  const tls = await makeCertificate();
  const handlers = new Map<string, Handler>([
    ['one.example', echo],
    ['broken.example', broken],
  ]);
  served = await serveHosts({ tls, handlerOf: (authority) => handlers.get(authority) });
});
afterAll(async () => served.close());

describe.each([
  ['HTTP/2', overHttp2],
  ['HTTP/1.1', overHttp1],
])('over %s', (_, ask) => {
  test('a host is answered by its own handler, the path as it was sent', async () => {
    const { status, text } = await ask({ port: served.port, host: 'one.example' });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      url: 'https://one.example/a//b?c=d',
      method: 'GET',
      body: '',
    });
  });

  test('a body arrives whole', async () => {
    const body = 'ü'.repeat(70_000);
    const { text } = await ask({ port: served.port, host: 'one.example', body });
    expect(JSON.parse(text)).toMatchObject({ method: 'POST', body });
  });

  test('a host without a role is refused', async () => {
    const { status } = await ask({ port: served.port, host: 'two.example' });
    expect(status).toBe(421);
  });

  test('a handler that fails breaks the connection', async () => {
    await expect(ask({ port: served.port, host: 'broken.example' })).rejects.toThrow(
      /no answer|socket hang up|closed|ECONNRESET/,
    );
  });
});

test('without HTTP/2 a browser that offers both gets HTTP/1.1', async () => {
  const tls = await makeCertificate();
  const old = await serveHosts({ tls, handlerOf: () => echo, hasHttp2: false });
  const offered = { ALPNProtocols: ['h2', 'http/1.1'], rejectUnauthorized: false };
  const socket = connectTls({ port: old.port, host: '127.0.0.1', ...offered });
  await once(socket, 'secureConnect');
  expect(socket.alpnProtocol).toBe('http/1.1');
  socket.destroy();
  await old.close();
});

test('a handler that fails ends the requests beside it, too', async () => {
  const session = connect(`https://127.0.0.1:${served.port}`, { rejectUnauthorized: false });
  session.request({ ':path': '/', ':authority': 'broken.example' }).on('error', () => undefined);
  await once(session, 'close');
  expect(session.destroyed).toBe(true);
});

describe('a proxy', () => {
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
      const connecting = httpRequest({ port: proxy.port, method: 'CONNECT', path: authority });
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
    expect(await reach('one.example:443', 'a greeting')).toEqual({
      status: 200,
      text: 'a greeting',
    });
  });

  test('any other host is refused, and remembered', async () => {
    expect(await reach('two.example:443', 'a greeting')).toMatchObject({ status: 403, text: '' });
    expect(proxy.refused()).toContain('two.example:443');
  });

  test('a request without TLS is refused', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const connecting = httpRequest(
        { port: proxy.port, path: 'http://one.example/' },
        ({ statusCode = 0 }) => resolve(statusCode),
      );
      connecting.once('error', reject);
      connecting.end();
    });
    expect(status).toBe(403);
  });
});
