import * as z from 'zod/mini';
import { storedValues } from '#src/lib/stored-values.ts';
import {
  type DeployValues,
  NO_VALUES,
  READERS,
  templateIn,
} from '#src/datasources/azure-vm/deploy/form-values.ts';
import { onNewVisit } from '#src/lib/page-state.ts';

const valuesShape: z.ZodMiniType<DeployValues> = z.object({
  reader: z.enum(READERS),
  text: z.nullable(z.string()),
  group: z.nullable(z.string()),
  typed: z.array(z.tuple([z.string(), z.string()])),
});

/** Characters of a template that are stored: a longer one would take the room of drafts. */
export const MOST_STORED = 400_000;

const stored = storedValues('deploy.', valuesShape);

/** Names of secure parameters that a job’s template has or had: it may be unreadable between two key presses. */
const secureNames = new Map<string, ReadonlySet<string>>();
onNewVisit(() => secureNames.clear());

/** What was typed for a job's template, also before a reload. The same object until it changes. */
export const formOf = (jobId: string): DeployValues =>
  stored.read(jobId.toLowerCase()) ?? NO_VALUES;

/** Changes it, and stores what may be stored. */
export function changeForm(jobId: string, change: Partial<DeployValues>): void {
  const name = jobId.toLowerCase();
  const values = { ...formOf(jobId), ...change };
  const secure = new Set([...(secureNames.get(name) ?? []), ...secureIn(values)]);
  secureNames.set(name, secure);
  stored.write(name, values, storable(values, secure));
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export const onForms = stored.listen;

/** Names of the secure parameters of a template, in lower case. */
const secureIn = (values: DeployValues): readonly string[] =>
  templateIn(values)
    .parameters.filter(({ type }) => type.startsWith('secure'))
    .map(({ name }) => name.toLowerCase());

/** What is stored: no value of a secure parameter, and no text that is too long. */
const storable = (values: DeployValues, secure: ReadonlySet<string>): DeployValues => ({
  ...values,
  text: isTooLong(values.text) ? null : values.text,
  typed: values.typed.filter(([name]) => !secure.has(name.toLowerCase())),
});

/** Whether a template is gone after a reload. */
export const isTooLong = (text: string | null): boolean => (text?.length ?? 0) > MOST_STORED;
