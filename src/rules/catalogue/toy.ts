import { rules } from '../rule.ts';
import { ours } from '../sources.ts';

const DAY_HOURS = 24;
const WORN_HOURS = 14 * DAY_HOURS;
const shelf = 'The toy shelf, which only tests have';

/** The rules of the toy shelf, which are in no catalogue: its datasource brings them. */
export const toyRules = rules('restore-point', [
  {
    id: 'toy.box.required',
    kind: 'require-field',
    field: 'instance',
    when: (_, c) => c.instance === null,
    source: [ours(shelf)],
  },
  {
    id: 'toy.point.required',
    kind: 'require-field',
    field: 'point',
    when: (_, c) => c.instance !== null && c.recoveryPointId === null,
    source: [ours(shelf)],
  },
  {
    id: 'toy.point.worn',
    kind: 'block',
    field: 'point',
    when: ({ point }) => point.ageHours > WORN_HOURS,
    source: [ours(shelf)],
  },
  {
    id: 'toy.point.old',
    kind: 'warn',
    field: 'point',
    when: ({ point }) => point.ageHours > DAY_HOURS,
    source: [ours(shelf)],
  },
]);
