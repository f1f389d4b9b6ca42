import * as z from 'zod/mini';
import { boxNamed } from '#src/api/toy/id.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { isOther, type Transitions } from '#src/wizard/draft/transitions.ts';
import { taskFields } from '#src/wizard/draft/typed.ts';

/** What a restore of a box asks for; null is "not selected". */
const schema = z.object({
  datasource: z.nullable(z.string()),
  /** Id of the box. */
  instance: z.nullable(z.string()),
  /** Name of the restore point. */
  point: z.nullable(z.string()),
});

/** The fields of a box's restore. */
export const toyFields = taskFields(schema, z.partial(schema), {
  datasource: 'toy',
  instance: null,
  point: null,
});

export const { choicesOf: toyChoices, newDraft: newToyDraft } = toyFields;

/** What follows from a change: a point is of one box. */
export const transitions: Transitions = {
  completed: (_, change) => change,
  lostFields: (before, after) =>
    isOther(before.instance, after.instance) ? [['point', 'instance']] : [],
  nameOf: ({ instance }) => (instance === null ? null : boxNamed(instance)),
};

/** What a restore changes: the box itself, whatever the point. */
export const targetOf = (choices: DraftChoices): string | null => toyChoices(choices).instance;
