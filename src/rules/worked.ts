import { cases } from './cases.ts';
import type { RuleCase } from './cases/case.ts';
import { spoken } from './cases/spoken.ts';

/** In what an example is another than the baseline. */
export type Worked = Pick<RuleCase, 'given' | 'when'>;

/** The baseline and every worked example, those that differ least from it first. */
export const worked: readonly Worked[] = [
  {},
  ...cases,
  ...Object.values(spoken).map(([given, when]) => ({ given, when })),
].toSorted((a, b) => differences(a) - differences(b));

function differences({ given = {}, when = {} }: Worked): number {
  const groups = [...Object.values(given), when];
  return groups.reduce((sum, group) => sum + Object.keys(group).length, 0);
}
