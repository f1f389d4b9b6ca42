import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { originOf } from '#src/mocks/scenarios.ts';
import type { ServeProblem } from '#src/mocks/serve.ts';

import { root, runNode } from '../program.ts';
import { problemText, readOptions } from './options.ts';

const folder = mkdtempSync(join(tmpdir(), 'azure-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The program, and what it has printed so far. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ['tools/azure.ts', ...args], { cwd: root });
  const printed = { output: '', errors: '' };
  child.stdout.on('data', (text) => (printed.output += String(text)));
  child.stderr.on('data', (text) => (printed.errors += String(text)));
  return { child, printed };
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill(signal);
  return (await ended)[0];
}

function statusOver(address: string, ca?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request(`${address}/subscriptions?api-version=2022-12-01`, { ca }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

const listening = { timeout: 30_000, interval: 50 };

test('serves by TLS to those who trust its certificate, and ends cleanly on a signal', async () => {
  const certFile = join(folder, 'cert.pem');
  const { child, printed } = start('--cert-file', certFile);
  await expect
    .poll(() => printed.output, listening)
    .toMatch(/^listening on https:\/\/127\.0\.0\.1:\d+\n$/);
  const address = printed.output.slice('listening on '.length).trim();
  expect(await statusOver(address, readFileSync(certFile, 'utf8'))).toBe(401);
  await expect(statusOver(address)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });

  const port = new URL(address).port;
  const second = await runNode('tools/azure.ts', ['--port', port]);
  expect(second).toMatchObject({ code: 3, output: `Port ${port} is taken.\n` });

  expect(await endOf(child, 'SIGTERM')).toBe(0);
  expect(printed.output).toBe(`listening on ${address}\n`);
  expect(printed.errors).toMatch(/^A client made no secure connection: does it trust .*\n$/);
});

test('serves plain http when asked to, and ends at Ctrl+C', async () => {
  const { child, printed } = start('--http');
  await expect
    .poll(() => printed.output, listening)
    .toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(await endOf(child, 'SIGINT')).toBe(0);
  expect(printed.errors).toBe('');
});

test('a client that hangs up is a line, and the next one is answered', async () => {
  const { child, printed } = start('--http');
  await expect.poll(() => printed.output, listening).toContain('listening on');
  const address = printed.output.slice('listening on '.length).trim();
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.write('PUT /subscriptions HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{', () =>
    socket.destroy(),
  );
  await expect
    .poll(() => printed.errors, listening)
    .toBe('A client hung up before it was answered: PUT /subscriptions\n');
  const next = await fetch(`${address}/subscriptions?api-version=2022-12-01`);
  expect(next.status).toBe(401);
  expect(await endOf(child, 'SIGTERM')).toBe(0);
});

test.each([
  [['--speed', 'fast'], 2, "--speed is a number from 0.001 to 1000000; 'fast' is not.\n"],
  [['--scenario', 'nowhere'], 2, "There is no scenario 'nowhere'; see --help.\n"],
  [['--fast'], 2, "Unknown option '--fast'\n"],
  [['--cert-file', join(folder, 'none', 'cert.pem')], 1, 'no such file or directory'],
])('%j ends with %i and a line', async (args, code, line) => {
  const ended = await runNode('tools/azure.ts', args);
  expect(ended.code).toBe(code);
  expect(ended.output).toContain(line);
  expect(ended.output.trimEnd()).not.toContain('\n');
});

test('help tells the exit codes', async () => {
  const help = await runNode('tools/azure.ts', ['--help']);
  expect(help.code).toBe(0);
  expect(help.output).toContain('1 it failed, 2 wrong usage, 3 the port is taken');
});

test('what is not named is as in the demo, at the pace of real time', () => {
  expect(readOptions([])).toEqual({
    kind: 'serve',
    command: {
      port: 0,
      speed: 1,
      scenario: { ...originOf('default'), graphLagSeconds: 0 },
      isSecure: true,
      certFile: null,
    },
  });
});

test('every option is taken', () => {
  const line = '--port 8080 --scenario document --speed 3600 --cert-file a.pem --page-size 5';
  expect(readOptions([...line.split(' '), '--graph-lag=90'])).toEqual({
    kind: 'serve',
    command: {
      port: 8080,
      speed: 3600,
      scenario: { ...originOf('document'), pageSize: 5, graphLagSeconds: 90 },
      isSecure: true,
      certFile: 'a.pem',
    },
  });
  const faulty = readOptions(['--fault', 'offline', '--fault=restore-html-after:413']);
  expect(faulty).toMatchObject({
    command: { scenario: { faults: [{ id: 'offline' }, { effect: { status: 413 } }] } },
  });
  expect(readOptions(['--http'])).toMatchObject({ command: { isSecure: false } });
  expect(readOptions(['--help'])).toEqual({ kind: 'help' });
});

test.each([
  [['--speed', 'fast'], "--speed is a number from 0.001 to 1000000; 'fast' is not."],
  [['--speed='], "--speed is a number from 0.001 to 1000000; '' is not."],
  [['--speed', 'Infinity'], "--speed is a number from 0.001 to 1000000; 'Infinity' is not."],
  [['--port', '65536'], "--port is a whole number from 0 to 65535; '65536' is not."],
  [['--port', '80.5'], "--port is a whole number from 0 to 65535; '80.5' is not."],
  [['--page-size', '0'], "--page-size is a whole number of at least 1; '0' is not."],
  [['--scenario', 'nowhere'], "There is no scenario 'nowhere'; see --help."],
  [
    ['--fault', 'restore-html-after:204'],
    "There is no fault 'restore-html-after:204'; docs/simulated-azure.md has all.",
  ],
  [['--fast'], "Unknown option '--fast'"],
  [['--speed', '-1'], "Option '--speed' argument is ambiguous."],
  [
    ['--http', '--cert-file', 'a.pem'],
    'With --http there is no certificate to write to --cert-file.',
  ],
])('%j is wrong, and one line says why', (args, reason) => {
  expect(readOptions(args)).toEqual({ kind: 'wrong', reason });
});

test.each<[ServeProblem, string]>([
  [
    { kind: 'hung-up', method: 'PUT', path: '/subscriptions' },
    'A client hung up before it was answered: PUT /subscriptions',
  ],
  [
    { kind: 'no-tls', reason: 'ERR_SSL_HTTP_REQUEST' },
    'A client made no secure connection: it spoke plain http.',
  ],
  [
    { kind: 'no-tls', reason: 'ECONNRESET' },
    'A client made no secure connection: does it trust the certificate (--cert-file)? ECONNRESET',
  ],
  [{ kind: 'no-tls', reason: 'ETIMEDOUT' }, 'A client made no secure connection: ETIMEDOUT'],
])('%o is one line', (problem, line) => {
  expect(problemText(problem)).toBe(line);
});
