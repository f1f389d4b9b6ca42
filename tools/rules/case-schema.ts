import * as z from 'zod/mini';

import { catalogue } from '#src/rules/catalogue.ts';
import type { Given } from '#src/rules/cases/case.ts';
import type { ListName } from '#src/rules/engine.ts';

import { choices, staging, vnet } from './choice-schema.ts';
import { factGroups } from './fact-schema.ts';
import { text } from './vocabulary.ts';

const given: z.ZodMiniType<Given> = z.partial(z.strictObject(factGroups));

/** Every fact that can be marked as not known; a choice is always known, but not what depends on it. */
export const FACT_NAMES: readonly string[] = [
  ...Object.entries(factGroups).flatMap(([group, { shape }]) =>
    Object.keys(shape).map((name) => `${group}.${name}`),
  ),
  ...Object.keys(staging.shape).map((name) => `c.staging.${name}`),
  ...Object.keys(vnet.shape).map((name) => `c.vnet.${name}`),
  'c.subscriptionTenant',
];

const ids = z.optional(z.array(z.enum(catalogue.map(({ id }) => id))));

const then: z.ZodMiniType<Partial<Record<ListName, string[]>>> = z.strictObject({
  blocked: ids,
  warned: ids,
  hidden: ids,
  required: ids,
  defaulted: ids,
  info: ids,
  checklist: ids,
});

/**
 * One case of a file: what differs from the documents' own example, and what is not known. What is
 * expected of it is read, so that a wrong id is found, and compared with nothing.
 */
export const caseSchema = z.strictObject({
  id: z.string().check(z.minLength(1)),
  given: z.optional(given),
  when: z.optional(choices),
  unknown: z.optional(z.array(z.enum(FACT_NAMES))),
  // oxlint-disable-next-line unicorn/no-thenable -- the file's own word
  then: z.optional(then),
  absent: ids,
  source: text,
});
export type FileCase = z.infer<typeof caseSchema>;
