import { doc000, doc004, rules, service } from '../rule.ts';

/** What every kind of restore asks of the restore point step (3c). */
export const pointRequiredRules = rules('restore-point', [
  {
    id: 'point.required',
    kind: 'require-field',
    field: 'point',
    when: (_, c) => c.recoveryPointId === null,
    say: 'Select a restore point.',
    by: service('The address and body of every restore include the restore point.'),
    source: [doc000('Select a restore point'), doc004('Select Recovery point')],
  },
]);
