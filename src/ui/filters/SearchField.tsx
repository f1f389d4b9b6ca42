import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { settler } from '#src/lib/settle.ts';

const useStyles = makeStyles({
  // As wide as the longest label in it.
  root: { minWidth: 'min(244px, 100%)' },
  // High and wide enough to be hit.
  clear: { minWidth: '24px', minHeight: '24px', justifyContent: 'center', alignItems: 'center' },
});

interface SearchFieldProps {
  readonly label: string;
  /** What is searched for now, from the address. */
  readonly value: string;
  /** Told when typing has paused, and at Enter. */
  readonly onSearch: (text: string) => void;
}

/** Real milliseconds: Azure allows 15 queries in 5 s, and a list isn't read while typing. */
const PAUSE = { quietMs: 250, longestMs: 2000 };

/** A box to search in. What is typed stays as typed while the address catches up with it. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const [isFocused, setIsFocused] = useState(false);
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    if (!isFocused) setTyped(null);
  }
  const [pause] = useState(() => settler<string>(PAUSE));
  const tell = useEffectEvent((text: string) => onSearch(text.trim()));
  // Timers lie outside of React: they end with the field.
  useEffect(() => pause.listen((text) => tell(text)), [pause]);
  return (
    <SearchBox
      className={styles.root}
      dismiss={{ className: styles.clear }}
      aria-label={label}
      placeholder={label}
      value={typed ?? value}
      onChange={(_, { value: text }) => {
        setTyped(text);
        pause.offer(text);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // In a form Enter would go on to the next step.
        event.preventDefault();
        pause.flush();
      }}
      onFocus={() => setIsFocused(true)}
      onBlur={() => {
        // Not told sooner for being left: the list would change under the pointer that presses in it.
        setIsFocused(false);
        if (typed?.trim() === value) setTyped(null);
      }}
    />
  );
}
