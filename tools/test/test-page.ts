import { threadId } from 'node:worker_threads';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';

// Unit tests store for one account. A test that loads modules anew names it again.
setOwner(TEST_OWNER);
// Files share the modules of their worker: no file waits by the clock of another.
installClock(machineClock);

/** Channels reach other workers, too: tokens of one test are none of another's that runs beside it. */
class WorkerChannel extends BroadcastChannel {
  constructor(name: string) {
    super(`${String(threadId)}/${name}`);
  }
}
if (globalThis.BroadcastChannel.name !== WorkerChannel.name) {
  globalThis.BroadcastChannel = WorkerChannel;
}
