import { installClock, machineClock } from '#src/lib/clock.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';

// Unit tests store for one account. A test that loads modules anew names it again.
setOwner(TEST_OWNER);
// Files share the modules of their worker: no file waits by the clock of another.
installClock(machineClock);
