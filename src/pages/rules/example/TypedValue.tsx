import { listText } from '#src/lib/wording.ts';
import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isFact } from '#src/rules/known.ts';
import { readWords, ruleExample as words } from '#src/strings/constraints.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
});

type TypedKind = 'number' | 'names' | 'text';

export interface TypedValueProps {
  /** As the rules name it: `vm.zone`, `c.option`. */
  readonly name: string;
  readonly kind: TypedKind;
  /** A value of `undefined` is not known. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** A number, a text, or names with commas between; a fact may be not known besides. */
export function TypedValue({ name, kind, value, onChange }: TypedValueProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(textOf(value));
  const { label } = readWords(name);
  const isKnown = value !== undefined;
  const read = (text: string) => readTyped(kind, text, isFact(name));
  return (
    <div className={styles.root}>
      <Field label={label} hint={kind === 'names' ? words.namesHint : undefined}>
        <Input
          type={kind === 'number' ? 'number' : 'text'}
          value={isKnown ? typed : ''}
          disabled={!isKnown}
          onChange={(_, data) => {
            setTyped(data.value);
            onChange(read(data.value));
          }}
        />
      </Field>
      {isFact(name) && (
        <Checkbox
          label={words.notKnown}
          aria-label={words.isNotKnown(label)}
          checked={!isKnown}
          onChange={(_, { checked }) => onChange(checked === true ? undefined : read(typed))}
        />
      )}
    </div>
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return listText(value.map(String));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What was typed, as a value; an emptied choice is none. */
function readTyped(kind: TypedKind, text: string, isOfFact: boolean): unknown {
  switch (kind) {
    case 'number':
      return Number(text);
    case 'names':
      return text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    case 'text':
      return text === '' && !isOfFact ? null : text;
  }
}
