import { join } from 'node:path';

import { build, preview } from 'vite';

import { root } from '../program.ts';

const source = join(root, 'tools', 'bench', 'bare');
const outDir = join(root, '.cache', 'bench-bare');

/** Builds and serves a page with one field of the component library, for as long as it is measured. */
export async function servedBare<Result>(
  measure: (address: string) => Promise<Result>,
): Promise<Result> {
  const shared = { root: source, configFile: false, logLevel: 'warn' } as const;
  await build({ ...shared, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 4298 } });
  try {
    return await measure(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
  }
}
