import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { Differences } from '#src/pages/rules/example/Differences.tsx';
import { ExampleFields } from '#src/pages/rules/example/ExampleFields.tsx';
import { ExampleVerdict } from '#src/pages/rules/example/ExampleVerdict.tsx';
import { silentExample, speakingExample } from '#src/rules/examples.ts';
import { type Example, withValueAt } from '#src/rules/baseline.ts';
import { ruleExample as words } from '#src/strings/constraints.ts';
import { SectionHeading } from '#src/ui/page.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '100%',
    '@media print': { display: 'none' },
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A constraint tried on a worked example that anybody can change. */
export function RuleExample({ entry }: { readonly entry: RuleEntry }) {
  const start = speakingExample(entry.rule);
  return start === null ? null : <Tried entry={entry} start={start} />;
}

interface TriedProps {
  readonly entry: RuleEntry;
  readonly start: Example;
}

function Tried({ entry, start }: TriedProps) {
  const styles = useStyles();
  const [example, setExample] = useState(start);
  // What was typed in the fields counts until another example is put in as a whole.
  const [generation, setGeneration] = useState(0);
  const put = (other: Example) => {
    setExample(other);
    setGeneration(generation + 1);
  };
  const silent = silentExample(entry.rule);
  return (
    <section className={styles.root} aria-label={words.title}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <p className={styles.lead}>{words.lead}</p>
      <ExampleVerdict entry={entry} example={example} onInstead={put} />
      <ExampleFields
        key={generation}
        rule={entry.rule}
        example={example}
        onChange={(name, value) => setExample(withValueAt(example, name, value))}
      />
      <Differences example={example} />
      <div className={styles.commands}>
        <Button onClick={() => put(start)}>{words.speakingCase}</Button>
        {silent !== null && <Button onClick={() => put(silent)}>{words.silentCase}</Button>}
      </div>
    </section>
  );
}
