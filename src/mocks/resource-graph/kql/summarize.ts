import { compile, type Compute, type Scope } from '#src/mocks/resource-graph/kql/compile.ts';
import type { Aggregate, Named } from '#src/mocks/resource-graph/kql/pipeline.ts';
import { compareValues, type Row } from '#src/mocks/resource-graph/kql/values.ts';

/** The different values of some columns, in the order in which they come. */
export function distinct<From>(
  rows: readonly From[],
  columns: readonly Named[],
  scope: Scope<From>,
): readonly Row[] {
  return [...groupsOf(rows, columns, scope).values()].map(({ key }) => key);
}

/** One row for each group, first what it has in common, then its aggregates. */
export function summarized<From>(
  rows: readonly From[],
  { by, aggregates }: { readonly by: readonly Named[]; readonly aggregates: readonly Aggregate[] },
  scope: Scope<From>,
): readonly Row[] {
  const groups = groupsOf(rows, by, scope);
  // Without `by` there is one group, also of no rows.
  if (by.length === 0 && groups.size === 0) groups.set('', { key: {}, rows: [] });
  const computed = aggregates.map((one) => ({ name: one.name, compute: aggregateOf(one, scope) }));
  return [...groups.values()].map((group) => ({
    ...group.key,
    ...Object.fromEntries(computed.map(({ name, compute }) => [name, compute(group.rows)])),
  }));
}

interface Group<From> {
  readonly key: Row;
  readonly rows: From[];
}

function groupsOf<From>(
  rows: readonly From[],
  by: readonly Named[],
  scope: Scope<From>,
): Map<string, Group<From>> {
  const names = by.map(({ name }) => name);
  const computes = by.map(({ value }) => compile(value, scope));
  const groups = new Map<string, Group<From>>();
  for (const row of rows) {
    const values = computes.map((compute) => compute(row) ?? null);
    const text = JSON.stringify(values);
    const group = groups.get(text);
    if (group === undefined) {
      const key = Object.fromEntries(names.map((name, index) => [name, values[index]]));
      groups.set(text, { key, rows: [row] });
    } else {
      group.rows.push(row);
    }
  }
  return groups;
}

function aggregateOf<From>(
  aggregate: Aggregate,
  scope: Scope<From>,
): (rows: readonly From[]) => unknown {
  if (aggregate.kind === 'count') return (rows) => rows.length;
  const value = compile(aggregate.of, scope);
  switch (aggregate.kind) {
    case 'countif':
      return (rows) => rows.reduce((total, row) => total + (value(row) === true ? 1 : 0), 0);
    case 'max':
      return (rows) => extreme(rows, value, 1);
    case 'min':
      return (rows) => extreme(rows, value, -1);
  }
}

/** The greatest value (sign 1) or the least (-1); nothing does not count. */
function extreme<From>(rows: readonly From[], value: Compute<From>, sign: 1 | -1): unknown {
  let found: unknown = null;
  for (const row of rows) {
    const next = value(row) ?? null;
    if (found === null || (compareValues(next, found) ?? 0) * sign > 0) found = next;
  }
  return found;
}
