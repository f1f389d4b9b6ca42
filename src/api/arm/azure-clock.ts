import { now } from '#src/lib/clock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { type Instant, instant } from '#src/lib/time.ts';

/** How far Azure's clock is ahead of this machine's, in milliseconds, as its answers tell it. */
let aheadMs = 0;
onNewVisit(() => {
  aheadMs = 0;
});

/** Takes Azure's time from the `Date` of an answer; an answer that hides it, or has none, says nothing. */
export function noteDate(date: string | undefined): void {
  const azureMs = Date.parse(date ?? '');
  if (!Number.isNaN(azureMs)) aheadMs = azureMs - now();
}

/** The time by Azure's clock, as well as it is known: this machine's until an answer has told it. */
export function azureNow(): Instant {
  return instant(now() + aheadMs);
}
