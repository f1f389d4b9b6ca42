import { build, preview } from 'vite';

import { root } from '../program.ts';
import {
  bringUpToDate as bringDemoUpToDate,
  freshness,
  testedBuild,
} from '../test/tested-build.ts';

export type Build = 'live' | 'demo';

/** Builds what is missing or older than its sources; `E2E_BUILD` names a demo that is taken as it is. */
export async function bringUpToDate(wanted: readonly Build[]): Promise<void> {
  if (wanted.includes('live') && freshness('dist') !== 'fresh')
    await build({ root, mode: 'production', logLevel: 'warn' });
  if (wanted.includes('demo')) await bringDemoUpToDate(testedBuild(process.env));
}

/** Serves the demo for as long as something is measured on it. */
export async function served<Result>(
  measure: (address: string) => Promise<Result>,
): Promise<Result> {
  const server = await preview({
    root,
    mode: 'demo',
    logLevel: 'warn',
    build: { outDir: testedBuild(process.env).folder },
    preview: { port: 4299 },
  });
  try {
    return await measure(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
  }
}
