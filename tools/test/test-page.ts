import { threadId } from 'node:worker_threads';

import * as fc from 'fast-check';
import { afterAll, vi } from 'vitest';

import { installClock, machineClock } from '#src/lib/clock.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';

// Unit tests store for one account. A test that loads modules anew names it again.
setOwner(TEST_OWNER);
// Files share the modules of their worker: no file waits by the clock of another.
installClock(machineClock);
// One that loads modules anew leaves the last of them, with the account that it named: the next loads its own.
afterAll(async () => {
  const owner = await import('#src/lib/owner.ts');
  if (owner.setOwner !== setOwner) vi.resetModules();
});

// A thread has an environment of its own.
process.env['TEST_PAGE'] = String(performance.now());

/** The name in the file that runs here alone. */
const here = (name: string): string =>
  `${String(threadId)}/${process.env['TEST_PAGE'] ?? ''}/${name}`;

/** Channels reach other workers and files, too: tokens of one file are none of another's. */
class WorkerChannel extends BroadcastChannel {
  constructor(name: string) {
    super(here(name));
  }
}
if (globalThis.BroadcastChannel.name !== WorkerChannel.name) {
  globalThis.BroadcastChannel = WorkerChannel;
  // So do locks: two files may restore to the same target in one moment.
  const { locks } = navigator;
  const request = (name: string, ...rest: readonly unknown[]): unknown =>
    Reflect.apply(locks.request, locks, [here(name), ...rest]);
  Object.defineProperty(navigator, 'locks', { value: { request } });
}

/**
 * Property tests draw the same cases in every `npm test`, so that a run says something about the
 * change and not about chance. `tools/fuzz.ts` draws others: what it finds becomes a case of its own.
 */
const SEED = 20251120;

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? SEED) });
