import { useState, useSyncExternalStore } from 'react';
import { onServiceClock, serviceClock } from '#src/lib/clock.ts';
import { readEntry, writeEntry } from '#src/lib/storage.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';

// Most clocks are right.
const ClockNotice = lazyPart(() => import('#src/app/ClockNotice.tsx'), 'ClockNotice');

const NAME = 'clockTold';
const MINUTE_MS = 60_000;

export interface ClockPlaceProps {
  /** Where the focus goes once it is dismissed. */
  readonly onDismissed: () => void;
}

/** The place of the notice that this computer's clock is wrong, by more than a minute: shown until it is dismissed once. */
export function ClockPlace({ onDismissed }: ClockPlaceProps) {
  const { aheadMs } = useSyncExternalStore(onServiceClock, serviceClock);
  const [told, setTold] = useState(toldMinutes);
  const minutes = Math.round(aheadMs / MINUTE_MS);
  const isKnown = told !== null && Math.abs(told - minutes) <= 1;
  if (Math.abs(aheadMs) <= MINUTE_MS || isKnown) return null;
  const dismiss = () => {
    writeEntry(NAME, String(minutes));
    setTold(minutes);
    onDismissed();
  };
  return (
    <Part what={shell.clock.notice}>
      <ClockNotice aheadMs={minutes * MINUTE_MS} onDismiss={dismiss} />
    </Part>
  );
}

/** By how many minutes the clock was wrong when a person dismissed the notice; null: nobody did. */
function toldMinutes(): number | null {
  const entry = readEntry(NAME);
  const minutes = entry.ok && entry.value !== null ? Number(entry.value) : Number.NaN;
  return Number.isSafeInteger(minutes) ? minutes : null;
}
