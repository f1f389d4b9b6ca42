import { makeStyles, tokens } from '@fluentui/react-components';
import { ValueField } from '#src/pages/rules/example/ValueField.tsx';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { namesRead } from '#src/rules/examples.ts';
import { type Example, valueAt } from '#src/rules/baseline.ts';
import { ruleExample as words } from '#src/strings/constraints.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface ExampleFieldsProps {
  readonly rule: CatalogueRule;
  readonly example: Example;
  readonly onChange: (name: string, value: unknown) => void;
}

/** A field for each fact and choice that a constraint looks at. */
export function ExampleFields({ rule, example, onChange }: ExampleFieldsProps) {
  const styles = useStyles();
  const names = namesRead(rule, example).filter((name) => isThere(name, example));
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{words.change}</legend>
      {names.map((name) => (
        <ValueField
          key={name}
          name={name}
          value={valueAt(example, name)}
          onChange={(value) => onChange(name, value)}
        />
      ))}
    </fieldset>
  );
}

/** Of an account or network that is not chosen there is nothing to tell. */
function isThere(name: string, example: Example): boolean {
  const chosen = /^c\.[a-z]+(?=\.)/.exec(name)?.[0];
  return chosen === undefined || valueAt(example, chosen) !== null;
}
