import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useId, useState } from 'react';
import { now } from '#src/lib/clock.ts';
import { dayText } from '#src/lib/format.ts';
import { type Day, dayOf } from '#src/lib/time.ts';
import { typedDay } from '#src/lib/typed-time.ts';
import { common } from '#src/strings/common.ts';
import { filters } from '#src/strings/filters.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Popover } from '#src/ui/Popover.tsx';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  input: { width: '128px', paddingInlineEnd: '2px' },
  open: { minWidth: '24px', '@media (max-width: 639px)': { minWidth: '44px', minHeight: '44px' } },
  // As large as the calendar in it, so that nothing moves when that is there.
  calendar: { minWidth: '222px', minHeight: '248px', padding: tokens.spacingHorizontalS },
});

const DayCalendar = lazyPart(
  () => import('#src/ui/fields/DayCalendar.tsx'),
  (code) => code.DayCalendar,
);

/** Azure Backup is younger; an earlier year is one that is still being typed. */
const EARLIEST: Day = '2000-01-01';

/** A text that has its year needs no key to be taken. */
const HAS_YEAR = /\d{4}/;

const words = filters.day;

interface DateFieldProps {
  readonly label: string;
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
}

/**
 * A day to type or to choose from a calendar, which is loaded when it is opened. What is typed stays as typed until it is
 * a day; one without a year is taken on Enter or on leaving the field.
 */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const styles = useStyles();
  const id = useId();
  const errorId = `${id}-error`;
  const calendar = `${id}-calendar`;
  // Null while the field shows the day that applies.
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const read = (text: string): Day | null => {
    const day = typedDay(text, dayOf(now()));
    return day !== null && day >= EARLIEST ? day : null;
  };
  const change = (text: string): void => {
    setTyped(text);
    setError(null);
    const day = read(text);
    if (text === '' || (day !== null && HAS_YEAR.test(text))) onChange(day);
  };
  const take = (): void => {
    if (typed === null) return;
    const day = read(typed);
    if (day === null && typed.trim() !== '') {
      setError(words.unreadable(typed));
      return;
    }
    setTyped(null);
    if (day !== value) onChange(day);
  };
  return (
    <span className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Input
        id={id}
        className={styles.input}
        placeholder={words.example}
        value={typed ?? (value === null ? '' : dayText(value))}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        onChange={(_, { value: text }) => change(text)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // In a form Enter would submit it, and a filter is no part of what is submitted.
          event.preventDefault();
          take();
        }}
        onBlur={take}
        contentAfter={
          <Button
            appearance="transparent"
            size="small"
            className={styles.open}
            icon={<CalendarLtr20Regular />}
            aria-label={words.open(label)}
            popoverTarget={calendar}
          />
        }
      />
      <Popover id={calendar} label={words.open(label)} className={styles.calendar}>
        {(close) => (
          <Part what={words.what} waiting={<span role="status">{common.reading(words.what)}</span>}>
            <DayCalendar
              chosen={value}
              onChoose={(day) => {
                setTyped(null);
                setError(null);
                onChange(day);
                close();
              }}
              onDismiss={close}
            />
          </Part>
        )}
      </Popover>
      <span id={errorId} role="alert">
        {error !== null && <Status tone="failed">{error}</Status>}
      </span>
    </span>
  );
}
