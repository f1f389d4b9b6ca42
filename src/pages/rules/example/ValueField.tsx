import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { TypedValue, type TypedValueProps } from '#src/pages/rules/example/TypedValue.tsx';
import { isFact } from '#src/rules/known.ts';
import { vocabularyOf } from '#src/rules/baseline.ts';
import { readWords, ruleExample as words } from '#src/strings/constraints.ts';

const useStyles = makeStyles({
  root: { minWidth: 0 },
  // The browser's own list, in the looks of a field: the library's is of use nowhere else.
  list: {
    // As wide as its longest entry by default.
    minWidth: 0,
    width: '100%',
    height: '32px',
    paddingInline: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export type ValueFieldProps = Omit<TypedValueProps, 'kind'>;

/** One fact or choice of the example, to be changed: from its few values, or typed. */
export function ValueField({ name, value, onChange }: ValueFieldProps) {
  const styles = useStyles();
  const vocabulary = vocabularyOf(name);
  if (vocabulary.kind !== 'values')
    return <TypedValue name={name} kind={vocabulary.kind} value={value} onChange={onChange} />;
  const { label, option } = readWords(name);
  const offered = withKnown(vocabulary.values, name, value);
  return (
    <Field label={label} className={styles.root}>
      {(control) => (
        <select
          {...control}
          className={styles.list}
          value={offered.findIndex((one) => isSame(one, value))}
          onChange={({ target }) => onChange(offered[Number(target.value)])}
        >
          {offered.map((one, index) => (
            <option key={JSON.stringify(one) ?? ''} value={index}>
              {one === undefined ? words.notKnown : option(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The values offered: the vocabulary, the value of now where it is another, and for facts none known. */
function withKnown(values: readonly unknown[], name: string, value: unknown): readonly unknown[] {
  const isOdd = value !== undefined && !values.some((one) => isSame(one, value));
  return [...values, ...(isOdd ? [value] : []), ...(isFact(name) ? [undefined] : [])];
}

/** Accounts and networks are the same in being chosen: what they are like has fields of its own. */
function isSame(one: unknown, other: unknown): boolean {
  if (isThing(one) && isThing(other)) return true;
  return JSON.stringify(one) === JSON.stringify(other);
}

function isThing(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
