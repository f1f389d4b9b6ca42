import { bringSignedUpToDate } from '../live/signed-build.ts';
import { bringUpToDate, testedDemo } from '../test/demo-build.ts';
import { serveDemo } from '../test/demo-server.ts';

/** Before the first test: both builds as new as their sources, and the demo served. Returns how to end that. */
export async function setup(): Promise<() => Promise<void>> {
  const demo = testedDemo(process.env);
  await bringUpToDate(demo);
  await bringSignedUpToDate();
  return serveDemo(demo);
}
