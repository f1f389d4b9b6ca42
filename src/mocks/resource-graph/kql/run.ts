import { evaluate, type Row } from '#src/mocks/resource-graph/kql/evaluate.ts';
import type { Named, Query, SortKey, Step } from '#src/mocks/resource-graph/kql/pipeline.ts';
import { compareValues, textOf } from '#src/mocks/resource-graph/kql/values.ts';

/** The rows that a query makes of a table's rows. */
export function runQuery(query: Query, rows: readonly Row[], now: number): readonly Row[] {
  return query.steps.reduce((current, step) => runStep(step, current, now), rows);
}

function runStep(step: Step, rows: readonly Row[], now: number): readonly Row[] {
  switch (step.kind) {
    case 'where':
      return rows.filter((row) => evaluate(step.condition, row, now) === true);
    case 'extend':
      return rows.map((row) => extended(row, step.columns, now));
    case 'project':
      return rows.map((row) => projected(row, step.columns, now));
    case 'project-away':
      return rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !step.names.includes(name))),
      );
    case 'distinct':
      return [...groupsOf(rows, step.columns, now).values()].map(({ key }) => key);
    case 'order':
      return sorted(rows, step.keys, now);
    case 'take':
      return rows.slice(0, step.count);
    case 'count':
      return [{ Count: rows.length }];
    case 'summarize':
      return [...groupsOf(rows, step.by, now).values()].map(({ key, count }) => ({
        ...key,
        [step.countName]: count,
      }));
  }
}

/** Later columns of one `extend` see the earlier ones. */
function extended(row: Row, columns: readonly Named[], now: number): Row {
  const result: Record<string, unknown> = { ...row };
  for (const { name, value } of columns) result[name] = evaluate(value, result, now);
  return result;
}

function projected(row: Row, columns: readonly Named[], now: number): Row {
  return Object.fromEntries(columns.map(({ name, value }) => [name, evaluate(value, row, now)]));
}

interface Group {
  readonly key: Row;
  readonly count: number;
}

function groupsOf(rows: readonly Row[], by: readonly Named[], now: number): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = projected(row, by, now);
    const name = JSON.stringify(key);
    groups.set(name, { key, count: (groups.get(name)?.count ?? 0) + 1 });
  }
  return groups;
}

function sorted(rows: readonly Row[], keys: readonly SortKey[], now: number): readonly Row[] {
  const keyed = rows.map((row) => ({
    row,
    values: keys.map(({ value }) => evaluate(value, row, now)),
  }));
  return keyed
    .toSorted((a, b) => {
      for (const [index, key] of keys.entries()) {
        const order = compareKeys(a.values[index], b.values[index], key);
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ row }) => row);
}

function compareKeys(a: unknown, b: unknown, { isDescending, nullsFirst }: SortKey): number {
  const [isNoA, isNoB] = [a === null || a === undefined, b === null || b === undefined];
  if (isNoA || isNoB) return isNoA === isNoB ? 0 : isNoA === nullsFirst ? -1 : 1;
  const order = compareValues(a, b) ?? textOf(a).localeCompare(textOf(b));
  return isDescending ? -order : order;
}
