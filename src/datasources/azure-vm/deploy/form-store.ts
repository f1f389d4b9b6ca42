import * as z from 'zod/mini';
import {
  type DeployValues,
  NO_VALUES,
  READERS,
  templateIn,
} from '#src/datasources/azure-vm/deploy/form-values.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { onForeignEntry, readEntry, writeEntry } from '#src/lib/storage.ts';

const valuesShape = z.object({
  reader: z.enum(READERS),
  text: z.nullable(z.string()),
  group: z.nullable(z.string()),
  typed: z.array(z.tuple([z.string(), z.string()])),
});

/** Characters of a template that are stored: a longer one would take the room of drafts. */
export const MOST_STORED = 400_000;

const PREFIX = 'deploy.';
const entryOf = (jobId: string): string => PREFIX + jobId.toLowerCase();

const listeners = newListeners();
const known = new Map<string, DeployValues>();
/** Names of secure parameters that a job’s template has or had: it may be unreadable between two key presses. */
const secureNames = new Map<string, ReadonlySet<string>>();
onNewVisit(() => {
  known.clear();
  secureNames.clear();
});

/** What was typed for a job's template, also before a reload. The same object until it changes. */
export function formOf(jobId: string): DeployValues {
  const name = entryOf(jobId);
  const values = known.get(name) ?? stored(name);
  known.set(name, values);
  return values;
}

/** Changes it, and stores what may be stored. */
export function changeForm(jobId: string, change: Partial<DeployValues>): void {
  const name = entryOf(jobId);
  const values = { ...formOf(jobId), ...change };
  const secure = new Set([...(secureNames.get(name) ?? []), ...secureIn(values)]);
  secureNames.set(name, secure);
  known.set(name, values);
  writeEntry(name, JSON.stringify(storable(values, secure)));
  listeners.tell();
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export function onForms(listener: () => void): () => void {
  const stopOwn = listeners.listen(listener);
  const stopForeign = onForeignEntry((name) => {
    if (name !== null && !name.startsWith(PREFIX)) return;
    if (name === null) known.clear();
    else known.delete(name);
    listener();
  });
  return () => {
    stopOwn();
    stopForeign();
  };
}

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

function stored(name: string): DeployValues {
  const entry = readEntry(name);
  if (!entry.ok || entry.value === null) return NO_VALUES;
  try {
    const read = z.safeParse(valuesShape, JSON.parse(entry.value));
    return read.success ? read.data : NO_VALUES;
  } catch {
    return NO_VALUES;
  }
}
