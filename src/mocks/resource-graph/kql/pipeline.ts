import {
  type Expression,
  KqlError,
  parseExpression,
  Reader,
  tokenize,
} from '#src/mocks/resource-graph/kql/expression.ts';

export interface Named {
  readonly name: string;
  readonly value: Expression;
  /** False: the name was made from the expression, or from its place. */
  readonly isNamed: boolean;
}

export interface SortKey {
  readonly value: Expression;
  readonly isDescending: boolean;
  readonly nullsFirst: boolean;
}

/** `count()`, `countif(…)`, `max(…)` or `min(…)` under the name of its column. */
export type Aggregate =
  | { readonly kind: 'count'; readonly name: string }
  | { readonly kind: 'countif' | 'max' | 'min'; readonly name: string; readonly of: Expression };

export type Step =
  | { readonly kind: 'where'; readonly condition: Expression }
  | { readonly kind: 'extend' | 'project' | 'distinct'; readonly columns: readonly Named[] }
  | { readonly kind: 'project-away'; readonly names: readonly string[] }
  | { readonly kind: 'order'; readonly keys: readonly SortKey[] }
  | { readonly kind: 'take'; readonly count: number }
  | { readonly kind: 'count' }
  | {
      readonly kind: 'summarize';
      readonly aggregates: readonly Aggregate[];
      readonly by: readonly Named[];
    }
  | {
      readonly kind: 'join';
      readonly isInner: boolean;
      readonly right: Query;
      /** The column of both sides. */
      readonly on: string;
    };

export interface Query {
  readonly table: string;
  readonly steps: readonly Step[];
}

/** Reads a query of the simulated subset (azure-contract §1); throws {@link KqlError} for the rest. */
export function parseQuery(text: string): Query {
  const reader = new Reader(tokenize(text));
  const query = parsePipeline(reader);
  if (reader.peek().kind !== 'end') reader.fail("expected '|'");
  return query;
}

/** Reads what stands after `order by`. */
export function parseOrder(text: string): readonly SortKey[] {
  return parseSortKeys(new Reader(tokenize(text)));
}

function parsePipeline(reader: Reader): Query {
  const table = reader.name();
  const steps: Step[] = [];
  while (reader.take('|')) {
    if (reader.take('top')) steps.push(...parseTop(reader));
    else steps.push(parseStep(reader));
  }
  return { table, steps };
}

/** `top 3 by count_` is `order by count_ | take 3`. */
function parseTop(reader: Reader): readonly Step[] {
  const count = parseCount(reader);
  reader.expect('by');
  return [
    { kind: 'order', keys: parseSortKeys(reader) },
    { kind: 'take', count },
  ];
}

function parseStep(reader: Reader): Step {
  const operator = reader.name();
  switch (operator) {
    case 'where':
      return { kind: 'where', condition: parseExpression(reader) };
    case 'extend':
    case 'project':
    case 'distinct':
      return { kind: operator, columns: parseNamedList(reader) };
    case 'project-away':
      return { kind: 'project-away', names: parseNamedList(reader).map(({ name }) => name) };
    case 'order':
    case 'sort':
      reader.expect('by');
      return { kind: 'order', keys: parseSortKeys(reader) };
    case 'take':
    case 'limit':
      return { kind: 'take', count: parseCount(reader) };
    case 'count':
      return { kind: 'count' };
    case 'summarize':
      return parseSummarize(reader);
    case 'join':
      return parseJoin(reader);
    default:
      throw new KqlError('ParserFailure', `The operator '${operator}' is not supported.`);
  }
}

function parseNamedList(reader: Reader): readonly Named[] {
  const columns: Named[] = [];
  do columns.push(parseNamed(reader, columns.length));
  while (reader.take(','));
  return columns;
}

function parseNamed(reader: Reader, index: number): Named {
  if (reader.peek().kind === 'name' && reader.peek(1).text === '=') {
    const name = reader.name();
    reader.expect('=');
    return { name, value: parseExpression(reader), isNamed: true };
  }
  const value = parseExpression(reader);
  return { name: nameOfExpression(value) ?? `Column${index + 1}`, value, isNamed: false };
}

/** `properties.a.b` without a name becomes the column `properties_a_b` (S). */
function nameOfExpression(value: Expression): string | null {
  if (value.kind === 'column') return value.name;
  if (value.kind !== 'member') return null;
  const owner = nameOfExpression(value.of);
  return owner === null ? null : `${owner}_${value.name}`;
}

function parseSortKeys(reader: Reader): readonly SortKey[] {
  const keys: SortKey[] = [];
  do {
    const value = parseExpression(reader);
    // KQL sorts downwards unless told otherwise, and then nulls come last.
    const isAscending = reader.take('asc');
    if (!isAscending) reader.take('desc');
    const nullsFirst = reader.take('nulls') ? parseNulls(reader) : isAscending;
    keys.push({ value, isDescending: !isAscending, nullsFirst });
  } while (reader.take(','));
  return keys;
}

function parseNulls(reader: Reader): boolean {
  const where = reader.name();
  if (where !== 'first' && where !== 'last') reader.fail("expected 'first' or 'last'");
  return where === 'first';
}

function parseCount(reader: Reader): number {
  const token = reader.next();
  if (token.kind !== 'number') reader.fail('a number is expected');
  return Number(token.text);
}

/** `summarize by location` gives each different value once. */
function parseSummarize(reader: Reader): Step {
  const aggregates = reader.sees('by') ? [] : parseNamedList(reader).map(aggregateOf);
  const by = reader.take('by') ? parseNamedList(reader) : [];
  return { kind: 'summarize', aggregates, by };
}

const AGGREGATES = 'count(), countif(), max() and min()';

function aggregateOf({ name, value, isNamed }: Named): Aggregate {
  const call = value.kind === 'call' ? value : null;
  const [of, ...others] = call?.args ?? [];
  switch (call?.name) {
    case 'count':
      if (of === undefined) return { kind: 'count', name: isNamed ? name : 'count_' };
      break;
    case 'countif':
    case 'max':
    case 'min':
      if (of !== undefined && others.length === 0) {
        const what = call.name === 'countif' ? '' : (nameOfExpression(of) ?? '');
        return { kind: call.name, name: isNamed ? name : `${call.name}_${what}`, of };
      }
      break;
    default:
  }
  throw new KqlError('ParserFailure', `Only ${AGGREGATES} can be summarized.`);
}

/** Without a kind KQL joins `innerunique`, which is not simulated. */
function parseJoin(reader: Reader): Step {
  let kind = 'innerunique';
  if (reader.take('kind')) {
    reader.expect('=');
    kind = reader.name();
  }
  if (kind !== 'leftouter' && kind !== 'inner') {
    throw new KqlError('ParserFailure', `The join kind '${kind}' is not supported.`);
  }
  reader.expect('(');
  const right = parsePipeline(reader);
  reader.expect(')');
  reader.expect('on');
  return { kind: 'join', isInner: kind === 'inner', right, on: reader.name() };
}

/** What an expression is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'column':
      return [];
    case 'member':
      return [expression.of];
    case 'element':
      return [expression.of, expression.at];
    case 'call':
      return expression.args;
    case 'binary':
      return [expression.left, expression.right];
    case 'in':
      return [expression.left, ...expression.list];
    case 'logical':
      return expression.parts;
  }
}

/** The conditions that must all hold for a condition to hold. */
export function conjunctsOf(condition: Expression): readonly Expression[] {
  return condition.kind === 'logical' && condition.op === 'and'
    ? condition.parts.flatMap(conjunctsOf)
    : [condition];
}

function expressionsOf(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'where':
      return [step.condition];
    case 'extend':
    case 'project':
    case 'distinct':
      return step.columns.map(({ value }) => value);
    case 'order':
      return step.keys.map(({ value }) => value);
    case 'summarize':
      return [
        ...step.by.map(({ value }) => value),
        ...step.aggregates.flatMap((one) => (one.kind === 'count' ? [] : [one.of])),
      ];
    case 'project-away':
    case 'take':
    case 'count':
    case 'join':
      return [];
  }
}

/** Whether an expression is the clock itself. */
export const isClock = (expression: Expression): boolean =>
  expression.kind === 'call' && ['now', 'ago'].includes(expression.name);

const hasClock = (expression: Expression): boolean =>
  isClock(expression) || partsOf(expression).some(hasClock);

/** Whether a query reads the clock, in itself or in a query that it joins. */
export function readsClock({ steps }: Query): boolean {
  return steps.some(
    (step) =>
      (step.kind === 'join' && readsClock(step.right)) || expressionsOf(step).some(hasClock),
  );
}
