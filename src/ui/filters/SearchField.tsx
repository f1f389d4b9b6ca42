import { SearchBox } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { settler } from '#src/lib/settle.ts';

export interface SearchFieldProps {
  readonly label: string;
  /** What is searched for now, from the address. */
  readonly value: string;
  /** Told when typing has paused, at Enter, and when the field is left. */
  readonly onSearch: (text: string) => void;
}

/** Real milliseconds: Azure answers 15 questions in 5 s, and nobody reads a list while typing. */
const PAUSE = { quietMs: 250, longestMs: 2000 };

/** A box to search in. What is typed stays as typed while the address catches up with it. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [pause] = useState(() => settler<string>(PAUSE));
  const tell = useEffectEvent((text: string) => onSearch(text.trim()));
  // Timers lie outside of React: they end with the field.
  useEffect(() => pause.listen((text) => tell(text)), [pause]);
  return (
    <SearchBox
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
      onBlur={() => {
        pause.flush();
        setTyped(null);
      }}
    />
  );
}
