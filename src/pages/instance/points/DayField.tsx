import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { type Day, parseDay } from '#src/lib/day.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  input: { width: '148px' },
});

/** Azure Backup is younger; an earlier year is one that is still being typed. */
const EARLIEST: Day = '2000-01-01';

export interface DayFieldProps {
  readonly label: string;
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
}

/** A day to choose or to type. What is typed stays as typed until it is a day. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const styles = useStyles();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Input
        id={id}
        type="date"
        className={styles.input}
        value={typed ?? value ?? ''}
        onChange={(_, { value: text }) => {
          setTyped(text);
          const day = parseDay(text);
          if (text === '' || (day !== null && day >= EARLIEST)) onChange(day);
        }}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
