import { coverage } from '#src/strings/coverage.ts';
import type { Reviewed } from '#src/wizard/draft/schema.ts';

/** What could reject a restore or make it fail. */
export type RefuserId = keyof typeof coverage.refuser;

/**
 * What could refuse, in each kind of restore that it could refuse: the check that looks at it, or null where nothing
 * here does.
 */
export type Coverage<Kind extends string, Check extends string> = Readonly<
  Partial<Record<RefuserId, { readonly by: Check | null; readonly in: readonly Kind[] }>>
>;

/** What nothing here looks at in a kind of restore, by name; empty while none is chosen. */
export function notLookedAt<Kind extends string>(
  table: Coverage<Kind, string>,
  kind: Kind | null,
): string[] {
  return kind === null
    ? []
    : refusersOf(table).flatMap(([id, { by, in: kinds }]) =>
        by === null && kinds.includes(kind) ? [coverage.refuser[id]] : [],
      );
}

/** The entries of a table. */
export function refusersOf<Kind extends string, Check extends string>(
  table: Coverage<Kind, Check>,
) {
  const ids = Object.keys(coverage.refuser).filter(isRefuser);
  return ids.flatMap((id) => {
    const entry = table[id];
    return entry === undefined ? [] : [[id, entry] as const];
  });
}

const isRefuser = (id: string): id is RefuserId => id in coverage.refuser;

/** What wasn’t looked at, as lines of a record beside its checks. */
export const notLookedAtLines = (names: readonly string[]): Reviewed['checks'] =>
  names.map((name) => ({ name, state: coverage.state, found: '', at: null }));
