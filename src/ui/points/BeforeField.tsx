import { Button, Input } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import type { Instant } from '#src/lib/time.ts';
import { instance } from '#src/strings/instance.ts';
import { keepEnter, useFilterFieldStyles } from '#src/ui/points/filter-field.ts';
import { Status } from '#src/ui/Status.tsx';
import { useTypedTime } from '#src/ui/use-typed-time.ts';

const words = instance.points;

export interface BeforeFieldProps {
  readonly before: Instant | null;
  readonly onChange: (before?: string) => void;
}

/** The moment before which the restore points are wanted: taken on Enter or on leaving the field. */
export function BeforeField({ before, onChange }: BeforeFieldProps) {
  const styles = useFilterFieldStyles();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, error, both, change, take } = useTypedTime(before, onChange);
  const errorId = `${id}-error`;
  return (
    <span className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {words.before}
      </label>
      <Input
        ref={input}
        id={id}
        className={styles.input}
        placeholder={words.beforeExample}
        value={text}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        onChange={(_, { value }) => change(value)}
        onKeyDown={(event) => {
          if (keepEnter(event)) take();
        }}
        onBlur={take}
      />
      <span id={errorId} role="alert">
        {error !== null && <Status tone="failed">{error}</Status>}
      </span>
      {both.map((one) => (
        <Button
          key={one.text}
          size="small"
          onClick={() => {
            one.choose();
            input.current?.focus();
          }}
        >
          {one.text}
        </Button>
      ))}
    </span>
  );
}
