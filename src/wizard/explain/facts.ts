import type { ChoiceField } from '#src/rules/fields.ts';
import type { FactName, Facts, FactValue, FullFacts } from '#src/rules/facts.ts';
import type { FactWords } from '#src/rules/facts/words.ts';
import type { ReadSource } from '#src/wizard/reads/read-table.ts';

/** A field of a read's answer, by its path on the wire. */
export type WireField<ReadName extends string = string> = readonly [read: ReadName, field: string];

/** Fields that report a fact together. */
export type FieldGroup<ReadName extends string = string> = readonly [
  WireField<ReadName>,
  ...WireField<ReadName>[],
];

type FieldGroups<ReadName extends string> = readonly [
  FieldGroup<ReadName>,
  ...FieldGroup<ReadName>[],
];

/** Why nothing reports a fact; the words are in `strings`. */
export type Unknowable = 'diskHistory';

/** A flow that is not the restore of an Azure VM. */
export type Flow = 'disks' | 'job' | 'commvault' | 'files';

/** From Azure: the first group that reports it counts. */
export interface FromAzure<ReadName extends string = string> {
  readonly from: 'azure';
  readonly fieldGroups: FieldGroups<ReadName>;
  /** What every group needs besides in the secondary region. */
  readonly inSecondary?: FieldGroup<ReadName>;
  /** What it is called in this flow, where that differs. */
  readonly words?: FactWords;
}

/** From an answer of the operator; not asked where one of these fields reports it. */
interface FromOperator<ReadName extends string, Question extends string> {
  readonly from: 'operator';
  readonly question: Question;
  readonly unless?: readonly WireField<ReadName>[];
}

/** A setting or a count of the product's own. */
interface FromProduct {
  readonly from: 'product';
}

/** What has no value here: nothing reports it, or it is read by rules of another flow alone. */
type Without =
  | { readonly from: 'nobody'; readonly because: Unknowable }
  | { readonly from: 'elsewhere'; readonly flow: Flow };

/** Where a fact comes from. */
export type FactSource<ReadName extends string = string, Question extends string = string> =
  | FromAzure<ReadName>
  | FromOperator<ReadName, Question>
  | FromProduct
  | Without;

type ValueFrom<Given, Value> = (given: Given) => Value | undefined;

interface Valued<Given, Value> {
  readonly value: ValueFrom<Given, Value>;
}

/** What a task knows of a fact: where it comes from, and its value of what was read and chosen. */
type FactEntry<ReadName extends string, Question extends string, Given, Value> =
  | (FromAzure<ReadName> & Valued<Given, Value>)
  | (FromOperator<ReadName, Question> & Valued<Given, Value>)
  | (FromProduct & Valued<Given, Value>)
  | Without;

/** The facts of a task, each in one entry. Those of what is chosen have their values in the choices. */
export type FactTable<
  Names extends FactName,
  ReadName extends string,
  Question extends string,
  Given,
> = {
  readonly [Name in Names]: Name extends `c.${string}`
    ? FactSource<ReadName, Question>
    : FactEntry<ReadName, Question, Given, FactValue<Name>>;
};

/** A fact that Azure reports in one field. */
export const from = <ReadName extends string, Given, Value>(
  read: ReadName,
  field: string,
  value: ValueFrom<Given, Value>,
): FromAzure<ReadName> & Valued<Given, Value> => fromAll([[read, field]], value);

/** A fact that Azure reports in several fields together. */
export const fromAll = <ReadName extends string, Given, Value>(
  group: FieldGroup<ReadName>,
  value: ValueFrom<Given, Value>,
): FromAzure<ReadName> & Valued<Given, Value> => fromOneOf([group], value);

/** A fact that the first of several groups of fields reports. */
export const fromOneOf = <ReadName extends string, Given, Value>(
  fieldGroups: FieldGroups<ReadName>,
  value: ValueFrom<Given, Value>,
): FromAzure<ReadName> & Valued<Given, Value> => ({ from: 'azure', fieldGroups, value });

/** A fact about what is chosen, from the list that it is chosen in. */
export const ofChosen = <ReadName extends string>(
  read: ReadName,
  field: string,
): FromAzure<ReadName> => ({ from: 'azure', fieldGroups: [[[read, field]]] });

/** A fact that the operator answers. */
export const answered = <Question extends string, Given, Value>(
  question: Question,
  value: ValueFrom<Given, Value>,
): FromOperator<never, Question> & Valued<Given, Value> => ({ from: 'operator', question, value });

/** A setting or a count of the product's own. */
export const product = <Given, Value>(
  value: ValueFrom<Given, Value>,
): FromProduct & Valued<Given, Value> => ({ from: 'product', value });

/** A fact that the product counts when Restore is selected. */
export const counted: FromProduct & Valued<unknown, never> = {
  from: 'product',
  value: () => undefined,
};

/** A fact that only rules of another flow read. */
export const elsewhere = (flow: Flow) => ({ from: 'elsewhere', flow }) as const;

type Entry<Given> = FactSource & Partial<Valued<Given, unknown>>;

/** Gives the facts of a table. `absent` are the groups that are known not to exist here. */
// "These are facts" holds because a table has for each name a value of its fact.
export function factReader<Given>(
  table: Readonly<Partial<Record<FactName, Entry<Given>>>>,
  absent: { readonly [Group in keyof FullFacts]?: null },
): (given: Given) => Facts;
export function factReader<Given>(
  table: Readonly<Record<string, Entry<Given>>>,
  absent: object,
): (given: Given) => object {
  const entries = Object.entries(table).flatMap(([name, { value }]) => {
    const [group = '', property = ''] = name.split('.');
    return value === undefined ? [] : [{ group, property, value }];
  });
  const groups = [...Map.groupBy(entries, ({ group }) => group)];
  return (given) => {
    const facts: Record<string, unknown> = { ...absent };
    for (const [group, all] of groups) {
      const own: Record<string, unknown> = {};
      for (const { property, value } of all) own[property] = value(given);
      facts[group] = own;
    }
    return facts;
  };
}

/** What a table says of a read, as facts are explained by it. */
export interface FactRead extends ReadSource {
  readonly chosenIn?: ChoiceField;
}
