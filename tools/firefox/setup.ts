import { bringUpToDate, testedBuild } from '../test/tested-build.ts';
import { serveBuild } from '../test/server.ts';

/** Before the first test: both builds as new as their sources, and the demo served. Returns how to end that. */
export async function setup(): Promise<() => Promise<void>> {
  const demo = testedBuild(process.env);
  await bringUpToDate(demo);
  await bringUpToDate(testedBuild({ E2E_MODE: 'live' }));
  return serveBuild(demo);
}
