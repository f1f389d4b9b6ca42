import { useState, useSyncExternalStore } from 'react';
import { onServiceClock, serviceClock } from '#src/lib/clock.ts';
import { readEntry, writeEntry } from '#src/lib/storage.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';

// Most clocks are right.
const ClockNotice = lazyPart(
  () => import('#src/app/ClockNotice.tsx'),
  (code) => code.ClockNotice,
);

const NAME = 'clockNotice';
const MINUTE_MS = 60_000;

export interface ClockPlaceProps {
  /** Where the focus goes once it is dismissed. */
  readonly onDismissed: () => void;
}

/** The place of the notice that this computer's clock is wrong, by more than a minute: shown until it is dismissed once. */
export function ClockPlace({ onDismissed }: ClockPlaceProps) {
  const { aheadMs } = useSyncExternalStore(onServiceClock, serviceClock);
  const [dismissed, setDismissed] = useState(dismissedAt);
  const minutes = Math.round(aheadMs / MINUTE_MS);
  const isKnown = dismissed !== null && Math.abs(dismissed - minutes) <= 1;
  if (Math.abs(aheadMs) <= MINUTE_MS || isKnown) return null;
  const dismiss = () => {
    writeEntry(NAME, String(minutes));
    setDismissed(minutes);
    onDismissed();
  };
  return (
    <Part what={shell.clock.notice}>
      <ClockNotice aheadMs={minutes * MINUTE_MS} onDismiss={dismiss} />
    </Part>
  );
}

/** How wrong the clock was when a person last dismissed the notice, in minutes; null: it never was dismissed. */
function dismissedAt(): number | null {
  const entry = readEntry(NAME);
  const minutes = entry.ok && entry.value !== null ? Number(entry.value) : Number.NaN;
  return Number.isSafeInteger(minutes) ? minutes : null;
}
