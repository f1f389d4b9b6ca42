import { boxNamed } from '#src/api/toy/id.ts';
import { FIELDS } from '#src/datasources/toy/fields.ts';
import type { TargetPart } from '#src/model/running-restore.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { isOther, isOtherDatasource, type Transitions } from '#src/wizard/draft/transitions.ts';
import { taskFields } from '#src/wizard/fields/task-fields.ts';
import { type Cause, cause, lostFields } from '#src/wizard/fields/lost-fields.ts';

/** The fields of a box's restore. */
export const toyFields = taskFields(FIELDS);

export const { choicesOf: toyChoices, newDraft: newToyDraft } = toyFields;

/** What follows from a change: a point is of one box. */
export const transitions: Transitions = {
  completed: (_, change) => change,
  lostFields: (before, after) => lostFields(FIELDS, causesOf(before, after), after),
  nameOf: ({ instance }) => (instance === null ? null : boxNamed(instance)),
};

const causesOf = (before: DraftChoices, after: DraftChoices): Cause[] => [
  cause('instance', isOther(before.instance, after.instance)),
  cause('datasource', isOtherDatasource(before, after)),
];

/** What a restore changes: the box itself, whatever the point. */
export function targetOf(choices: DraftChoices): TargetPart[] {
  const { instance } = toyChoices(choices);
  if (instance === null) return [];
  return [{ kind: 'other', name: instance, group: null, subscriptionId: null }];
}
