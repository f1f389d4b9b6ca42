import { createServer } from 'node:net';

import { preview } from 'vite';

import { root } from '../program.ts';
import type { TestedBuild } from './tested-build.ts';

/** Both addresses that `localhost` can mean. */
const hosts = ['127.0.0.1', '::1'];

async function isFreeAt(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    // A machine without this kind of address is no reason to look further.
    server.once('error', (error) => {
      done(!('code' in error && error.code === 'EADDRINUSE'));
    });
    server.listen(port, host, () => server.close(() => done(true)));
  });
}

/** Whether no program on this machine listens at a port. Throws when it is none (`E2E_PORT`). */
export async function isFree(port: number): Promise<boolean> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error('E2E_PORT must be a number from 1 to 65535.');
  for (const host of hosts) if (!(await isFreeAt(port, host))) return false;
  return true;
}

/** `E2E_PORT` for a run of browser tests: the first free port from the one that is set. */
export async function freePort(): Promise<{ readonly E2E_PORT: string }> {
  let port = Number(process.env['E2E_PORT'] ?? '4199');
  while (!(await isFree(port))) port += 1;
  return { E2E_PORT: String(port) };
}

/** Serves a demo with the headers of a real deployment; gives what ends that. */
export async function serveBuild({
  mode,
  folder,
  port,
}: TestedBuild): Promise<() => Promise<void>> {
  if (!(await isFree(port)))
    throw new Error(`Port ${port} is taken: end what uses it, or set E2E_PORT to another one.`);
  const server = await preview({
    root,
    mode,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port, strictPort: true },
  });
  return async () => server.close();
}
