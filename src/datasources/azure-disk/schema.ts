import * as z from 'zod/mini';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { taskFields } from '#src/wizard/draft/typed.ts';

export const diskChoicesSchema = z.object({
  datasource: z.nullable(z.string()),
  /** Id of the backup instance. */
  instance: z.nullable(z.string()),
  /** Name of the recovery point. */
  point: z.nullable(z.string()),
  subscription: z.nullable(z.string()),
  /** Name of the resource group. */
  rg: z.nullable(z.string()),
  /** To another place, or over its source, which Azure does not do. */
  diskMode: z.enum(['ALR', 'OLR']),
  /** The name of the disk that the restore creates. */
  diskName: z.nullable(z.string()),
  /** Selected at Review; any other change clears these. */
  consequenceRead: z.boolean(),
  warningsRead: z.boolean(),
});
export type DiskChoices = z.infer<typeof diskChoicesSchema>;

/** Nothing chosen yet. */
const NOTHING: DiskChoices = {
  datasource: 'azure-disk',
  instance: null,
  point: null,
  subscription: null,
  rg: null,
  diskMode: 'ALR',
  diskName: null,
  consequenceRead: false,
  warningsRead: false,
};

/** The fields of a disk's restore. */
export const diskFields = taskFields(diskChoicesSchema, z.partial(diskChoicesSchema), NOTHING);

/** A draft of a disk's restore. */
export type DiskDraft = Draft<DiskChoices>;

export const {
  choicesOf: diskChoicesOf,
  draftOf: diskDraft,
  changeOf: diskChange,
  newDraft,
} = diskFields;
