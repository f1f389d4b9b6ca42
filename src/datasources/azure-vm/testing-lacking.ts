import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { fieldGroupsIn } from '#src/datasources/azure-vm/facts.ts';
import type { FactSource } from '#src/wizard/explain/view.ts';
import { lackingReads } from '#src/wizard/explain/unknown.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/** Of each way that could tell a fact, the read that it lacks; null for a way that has all it needs. */
export const lackingOf = (
  source: FactSource,
  isSecondary: boolean,
  stateOf: (read: string) => Read<unknown>['state'],
): (string | null)[] => lackingReads(fieldGroupsIn(source, isSecondary), vmModel.after, stateOf);
