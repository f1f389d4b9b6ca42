import { useCallback, useState, useSyncExternalStore } from 'react';
import { spokenText } from '#src/ui/spoken-text.ts';
import { useUnseenStyles } from '#src/ui/unseen.ts';

export interface SpokenProps {
  /** What stands on the page now, seen elsewhere. */
  readonly text: string;
}

/** Announces a text that changes during typing to screen readers, once it hasn't changed for two seconds. */
export function Spoken({ text }: SpokenProps) {
  const { unseen } = useUnseenStyles();
  const [resting] = useState(() => spokenText(text));
  const announced = useSyncExternalStore(resting.listen, resting.latest);
  // Attached anew with each text: that is when a wait starts.
  const offer = useCallback(() => resting.offer(text), [resting, text]);
  return (
    <div ref={offer} aria-live="polite" aria-atomic className={unseen}>
      {announced}
    </div>
  );
}

export interface SpokenNowProps {
  /** What it tells of. */
  readonly label: string;
  /** The current text of each part of the page; an empty part isn't announced. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Tells screen readers each part of a text as soon as it changes. For one that changes only with news. */
export function SpokenNow({ label, parts }: SpokenNowProps) {
  const { unseen } = useUnseenStyles();
  return (
    <div role="status" aria-label={label} aria-atomic={false} className={unseen}>
      {Object.entries(parts).map(([name, part]) => (
        <span key={name}>{part}</span>
      ))}
    </div>
  );
}
