import type { FileView } from '#src/datasources/azure-vm/files/view.ts';

/** The warnings of a step, as rules. Pure. */
export const warningsIn = ({ settled, model }: FileView, step: string) =>
  settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'warn' && model.stepOf(rule) === step ? [rule] : [],
  );

/** Whether a rule warns. Pure. */
export const isWarned = ({ settled }: FileView, id: string): boolean =>
  settled.verdicts.some(({ rule, state }) => state === 'speaks' && rule.id === id);
