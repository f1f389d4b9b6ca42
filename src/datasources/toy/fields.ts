import * as z from 'zod/mini';
import { shelf } from '#src/strings/toy/shelf.ts';
import { always, type ChoicesOf, type Field, type FieldTable } from '#src/wizard/fields/field.ts';
import type { ToyReads } from '#src/datasources/toy/reads.ts';

/** What a field of a box's restore may read. */
interface ToyGiven {
  readonly choices: object;
  readonly reads: ToyReads;
}

const text = z.nullable(z.string());

type TextField = Field<string | null, ToyGiven, never>;

const field = (nothing: string | null, rest: Omit<TextField, 'schema' | 'nothing'>): TextField => ({
  schema: text,
  nothing,
  ...rest,
});

const TABLE = {
  datasource: field('toy', { step: 'datasource', label: shelf.steps.datasource }),
  /** Id of the box. */
  instance: field(null, {
    step: 'box',
    label: shelf.box.label,
    clearedBy: { datasource: always },
    forRules: (instance) => ({ instance }),
  }),
  /** Name of the restore point. */
  point: field(null, {
    step: 'box',
    label: shelf.box.point,
    clearedBy: { instance: always, datasource: always },
    forRules: (point) => ({ recoveryPointId: point }),
  }),
};

/** What a restore of a box needs; null is "not selected". */
export type ToyChoices = ChoicesOf<typeof TABLE>;

/** The fields of a box's restore, one entry each. */
export const FIELDS: FieldTable<ToyChoices, ToyGiven, never> = TABLE;
