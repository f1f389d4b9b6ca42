import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { useTypedTime } from '#src/ui/use-typed-time.ts';
import { now } from '#src/lib/clock.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
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
  readonly isRequired: boolean;
  readonly onChoose: (address?: string) => void;
}

/** Until when the machine was good: typed in any of a few ways, and taken on Enter or on leaving the field. */
export function TimeField({ before, isRequired, onChoose }: TimeFieldProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const input = useRef<HTMLInputElement>(null);
  const { text, error, both, change, take } = useTypedTime(before, onChoose);
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
        required={isRequired}
        hint={isRequired ? words.hint : words.optionalHint}
        validationState={error === null ? 'none' : 'error'}
        validationMessage={error}
      >
        <Input
          ref={input}
          className={styles.input}
          value={text}
          onChange={(_, { value }) => change(value)}
          onBlur={take}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit">{words.use}</Button>
        {both.map((one) => (
          <Button
            key={one.text}
            onClick={() => {
              one.choose();
              input.current?.focus();
            }}
          >
            {one.text}
          </Button>
        ))}
        {isRequired && before === null && (
          <Button appearance="subtle" onClick={() => onChoose(timeAddress(now()))}>
            {words.newest}
          </Button>
        )}
      </div>
    </form>
  );
}
