import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { typedTime } from '#src/lib/typed-time.ts';
import { timeAddress } from '#src/datasources/azure-vm/what-happened/address.ts';
import { whatHappened } from '#src/strings/what-happened.ts';

const words = whatHappened.time;

const useStyles = makeStyles({
  field: { width: '100%' },
  input: { width: '100%', maxWidth: '340px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export interface TimeFieldProps {
  readonly before: Instant | null;
  /** Whether this scenario needs a time. */
  readonly isAsked: boolean;
  readonly onChoose: (address: string | undefined) => void;
}

/** Until when the machine was good: typed in any of a few ways, and taken on Enter or on leaving the field. */
export function TimeField({ before, isAsked, onChoose }: TimeFieldProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  // Null while the field shows the time of the address.
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const take = () => {
    if (typed === null) return;
    if (typed.trim() === '') {
      setTyped(null);
      setError(null);
      onChoose(undefined);
      return;
    }
    const time = typedTime(typed, now());
    const wrong = time === null ? words.unreadable(typed) : time > now() ? words.future : null;
    setError(
      wrong === null || before === null ? wrong : words.stillUsed(wrong, dateTimeText(before)),
    );
    if (time === null || wrong !== null) return;
    setTyped(null);
    onChoose(timeAddress(time));
  };
  return (
    <form
      className={shared.column}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Field
        className={styles.field}
        label={words.label}
        required={isAsked}
        hint={isAsked ? words.hint : words.optionalHint}
        validationState={error === null ? 'none' : 'error'}
        validationMessage={error}
      >
        <Input
          className={styles.input}
          value={typed ?? (before === null ? '' : dateTimeText(before))}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={take}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit">{words.use}</Button>
        {isAsked && before === null && (
          <Button appearance="subtle" onClick={() => onChoose(timeAddress(now()))}>
            {words.newest}
          </Button>
        )}
      </div>
    </form>
  );
}
