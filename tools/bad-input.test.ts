import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';
import * as z from 'zod/mini';

import { type Ended, root, run, runNode } from './program.ts';
import { serveBuild } from './test/server.ts';

/** What the commands say on a machine that lacks something, or about what was typed: one sentence, and no success. */

const folder = mkdtempSync(join(tmpdir(), 'clone-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A clone of a project that needs one package, in which nothing is installed. */
function freshClone(name: string): string {
  const clone = join(folder, name);
  mkdirSync(join(clone, 'tools'), { recursive: true });
  copyFileSync(join(root, 'tools/setup.mjs'), join(clone, 'tools/setup.mjs'));
  const manifest = { name, version: '1.0.0', dependencies: { zod: '1.0.0' } };
  const packages = { '': manifest, 'node_modules/zod': { version: '1.0.0' } };
  writeFileSync(join(clone, 'package.json'), JSON.stringify(manifest));
  const lock = { name, version: '1.0.0', lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lock));
  return clone;
}

const offline = {
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_cache: join(folder, 'cache'),
  npm_config_fetch_retries: '0',
  // As under `npm run --silent`.
  npm_config_loglevel: 'silent',
  npm_execpath: '',
};

const sentences = ({ output }: Ended): string[] =>
  output.split('\n').filter((line) => line !== '' && !line.startsWith('Installing'));

test('an old Node is named, and nothing is installed', async () => {
  const clone = freshClone('old-node');
  const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.8'}})`;
  const ended = await run(process.execPath, ['--import', old, join(clone, 'tools/setup.mjs')]);
  expect(ended).toMatchObject({
    code: 1,
    output:
      'Node 20.19 or later is needed, and this is 18.20.8: install a newer one (https://nodejs.org), then try again.\n',
  });
  expect(existsSync(join(clone, 'node_modules'))).toBe(false);
});

test('without a network one sentence names the registry, and nothing else is run', async () => {
  const setup = join(freshClone('offline'), 'tools/setup.mjs');
  const ended = await runNode(setup, ['-e', 'console.log("run")'], offline);
  expect(ended.code).toBe(1);
  expect(sentences(ended)).toEqual([
    "npm can't reach http://127.0.0.1:9: connect to the network, or set npm's registry or proxy, then try again.",
  ]);
});

test('what npm says for another reason is shown', async () => {
  const clone = freshClone('unreadable');
  writeFileSync(join(clone, 'package.json'), '{');
  const ended = await runNode(join(clone, 'tools/setup.mjs'), [], offline);
  expect(ended.code).toBe(1);
  expect(ended.output).toContain('npm error code EJSONPARSE');
  expect(sentences(ended).at(-1)).toBe('npm ci failed: see above. Nothing else was run.');
});

test.each([
  ['start', ['--port', 'abc'], "--port is a whole number from 0 to 65535; 'abc' is not."],
  ['start', ['--port', '65536'], "--port is a whole number from 0 to 65535; '65536' is not."],
  ['start', ['--speed', '3'], "Unknown option '--speed': use --port."],
  ['live', ['--port', '-1'], "Option '--port' argument is ambiguous: use --port, --scenario."],
  ['bench', ['--beside'], "Option '--beside <value>' argument missing: use --beside."],
  ['live', ['app01'], "Unexpected argument 'app01': use --port, --scenario."],
])('%s says what is wrong with %j', async (program, args, sentence) => {
  const ended = await runNode(`tools/${program}.ts`, args);
  expect(ended).toMatchObject({ code: 2, output: `${sentence}\n` });
});

test('every npm script that is a program of ours answers --help in words, and does nothing else', async () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const programs = new Set(
    Object.values(scripts).flatMap(
      (script) => /tools\/(?!setup)[\w-]+\.ts/.exec(script)?.[0] ?? [],
    ),
  );
  expect(programs.size).toBe(13);
  for (const program of programs) {
    const { code, output } = await runNode(program, ['--help']);
    expect([program, code]).toEqual([program, 0]);
    expect(output).toMatch(/^Usage: npm (?:start|test|run)\b[^]+\.\n/);
  }
});

/** A port at which a program listens while the task runs. */
async function withTakenPort(task: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port was given.');
  await task(address.port).finally(() => server.close());
}

test('a port that was named and is taken stops the live build before it is built', async () => {
  await withTakenPort(async (port) => {
    const ended = await runNode('tools/live.ts', ['--port', String(port)]);
    const output = `Port ${port} is taken: end what uses it, or name another one with --port.\n`;
    expect(ended).toMatchObject({ code: 3, output });
  });
});

test('a taken port stops browser tests before the first of them', async () => {
  await withTakenPort(async (port) => {
    const build = { mode: 'demo', folder: 'dist-demo', port, isNamed: false } as const;
    await expect(serveBuild(build)).rejects.toThrow(
      `Port ${port} is taken: end what uses it, or set E2E_PORT to another one.`,
    );
  });
});

test('a matrix that is to end in no number of minutes does not start', async () => {
  const ended = await runNode(join(root, 'tools/test.ts'), ['matrix', '--minutes', 'soon']);
  expect(ended).toMatchObject({ code: 2, output: '--minutes needs a number.\n' });
});
