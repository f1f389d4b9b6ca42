import { threadId } from 'node:worker_threads';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';

// Unit tests store for one account. A test that loads modules anew names it again.
setOwner(TEST_OWNER);
// Files share the modules of their worker: no file waits by the clock of another.
installClock(machineClock);

// A thread has an environment of its own.
process.env['TEST_PAGE'] = String(performance.now());

/** Channels reach other workers and files, too: tokens of one file are none of another's. */
class WorkerChannel extends BroadcastChannel {
  constructor(name: string) {
    super(`${String(threadId)}/${process.env['TEST_PAGE'] ?? ''}/${name}`);
  }
}
if (globalThis.BroadcastChannel.name !== WorkerChannel.name) {
  globalThis.BroadcastChannel = WorkerChannel;
}
