import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { listText } from '#src/lib/wording.ts';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import {
  baseline,
  differingNames,
  type Example,
  valueAt,
  vocabularyOf,
  withValueAt,
} from '#src/rules/baseline.ts';
import { type CatalogueRule, catalogueSet } from '#src/rules/catalogue.ts';
import {
  type ExampleResult,
  namesRead,
  resultIn,
  silentExample,
  speakingExample,
} from '#src/rules/examples.ts';
import { isFact } from '#src/rules/known.ts';
import { alternativeOf, withAlternative } from '#src/rules/options.ts';
import type { RuleKind } from '#src/rules/rule.ts';
import { settleChoices } from '#src/rules/settle.ts';
import { readWords, ruleExample as words } from '#src/strings/constraints.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { Select } from '#src/ui/fields/Select.tsx';
import { SectionHeading } from '#src/ui/page.tsx';

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

type TypedKind = 'number' | 'names' | 'text';

interface TypedValueProps {
  /** As the rules name it: `vm.zone`, `c.option`. */
  readonly name: string;
  readonly kind: TypedKind;
  /** A value of `undefined` is not known. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** A number, a text, or names with commas between; a fact may be not known besides. */
function TypedValue({ name, kind, value, onChange }: TypedValueProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(textOf(value));
  const { label } = readWords(name);
  const isKnown = value !== undefined;
  const read = (text: string) => readTyped(kind, text, isFact(name));
  return (
    <div className={styles.typedValueRoot}>
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

type ValueFieldProps = Omit<TypedValueProps, 'kind'>;

/** One fact or choice of the example, to be changed: from its few values, or typed. */
function ValueField({ name, value, onChange }: ValueFieldProps) {
  const styles = useStyles();
  const id = useId();
  const vocabulary = vocabularyOf(name);
  if (vocabulary.kind !== 'values')
    return <TypedValue name={name} kind={vocabulary.kind} value={value} onChange={onChange} />;
  const { label, option } = readWords(name);
  const offered = withKnown(vocabulary.values, name, value);
  const textOfOne = (one: unknown): string => (one === undefined ? words.notKnown : option(one));
  const chosen = offered.findIndex((one) => isSame(one, value));
  return (
    <Field label={label} className={styles.valueFieldRoot}>
      {(control) => (
        <Select
          {...control}
          id={id}
          chosen={
            chosen === -1 ? null : { value: String(chosen), label: textOfOne(offered[chosen]) }
          }
          entries={() =>
            offered.map((one, index) => ({
              value: String(index),
              label: textOfOne(one),
              isRefused: false,
              content: textOfOne(one),
            }))
          }
          onChoose={(index) => onChange(offered[Number(index)])}
        />
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

interface ExampleFieldsProps {
  readonly rule: CatalogueRule;
  readonly example: Example;
  readonly onChange: (name: string, value: unknown) => void;
}

/** A field for each fact and choice that a constraint looks at. */
function ExampleFields({ rule, example, onChange }: ExampleFieldsProps) {
  const styles = useStyles();
  const names = namesRead(rule, example).filter((name) => isThere(name, example));
  return (
    <fieldset className={styles.exampleFieldsRoot}>
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

interface ExampleVerdictProps {
  readonly entry: RuleEntry;
  readonly example: Example;
  /** Takes the example in which the alternative was chosen. */
  readonly onInstead: (example: Example) => void;
}

/** What a constraint answers about an example, read out whenever that changes, and the way out. */
function ExampleVerdict({ entry, example, onInstead }: ExampleVerdictProps) {
  const styles = useStyles();
  const verdict = useRef<HTMLDivElement>(null);
  const { rule, say } = entry;
  const status = resultIn(rule, example);
  const instead = status.state === 'speaks' ? insteadIn(entry, example) : null;
  return (
    <div className={styles.exampleVerdictRoot}>
      <div role="status" tabIndex={-1} ref={verdict}>
        <span className={styles.state}>
          <Status tone={toneOf(status, rule.kind)}>{words.verdict[status.state]}</Status>
        </span>
        <p className={styles.say}>{verdictText(status, say)}</p>
      </div>
      {instead !== null && rule.instead !== undefined && (
        <Button
          onClick={() => {
            onInstead(instead);
            // The button disappears with the error, so focus moves to the new verdict.
            verdict.current?.focus();
          }}
        >
          {wizard.explain.doInstead(rule.instead.label)}
        </Button>
      )}
    </div>
  );
}

/** The example with the alternative chosen, and with what the form does of itself then. */
function insteadIn({ rule }: RuleEntry, { facts, choices }: Example): Example | null {
  const alternative = alternativeOf(rule, facts, choices, catalogueSet);
  if (alternative === null) return null;
  const chosen = withAlternative(alternative, { facts, choices });
  return { ...chosen, choices: settleChoices(chosen.facts, chosen.choices, catalogueSet).choices };
}

function verdictText(status: ExampleResult, say: string): string {
  if (status.state === 'speaks') return say;
  if (status.state === 'silent') return words.silentBody;
  return readWords(status.fact).sentence(undefined);
}

function toneOf({ state }: ExampleResult, kind: RuleKind): Tone {
  if (state === 'silent') return 'waiting';
  if (state === 'not checked') return 'unknown';
  if (kind === 'warn') return 'warning';
  return kind === 'block' || kind === 'require-field' ? 'impossible' : 'done';
}

const useStyles = makeStyles({
  root: { overflowWrap: 'anywhere' },
  typedValueRoot: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  // The longest value in a list isn’t how wide it has to be.
  valueFieldRoot: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  exampleFieldsRoot: {
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
  exampleVerdictRoot: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
    // Only forced colors draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  state: { fontWeight: tokens.fontWeightSemibold },
  say: { margin: `${tokens.spacingVerticalXS} 0 0` },
  ruleExampleRoot: {
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
    <section className={styles.ruleExampleRoot} aria-label={words.title}>
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
