import { makeStyles } from '@fluentui/react-components';
import { baseline, differingNames, type Example, valueAt } from '#src/rules/baseline.ts';
import { readWords, ruleExample as words } from '#src/strings/constraints.ts';

const useStyles = makeStyles({ root: { overflowWrap: 'anywhere' } });

/** In what an example is another than the documents' own machine. */
export function Differences({ example }: { readonly example: Example }) {
  const styles = useStyles();
  const names = differingNames(example, baseline);
  if (names.length === 0) return <p>{words.asBaseline}</p>;
  return (
    <div className={styles.root}>
      {words.differs}
      <ul aria-label={words.differs}>
        {names.map((name) => (
          <li key={name}>{readWords(name).sentence(valueAt(example, name))}</li>
        ))}
      </ul>
    </div>
  );
}
