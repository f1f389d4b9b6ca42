import { preview } from 'vite';

import { root } from '../program.ts';
import type { TestedBuild } from './tested-build.ts';
import { isFree } from './port.ts';

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
