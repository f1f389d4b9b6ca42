import * as z from 'zod/mini';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { onForeignEntry, readEntry, removeEntry, writeEntry } from '#src/lib/storage.ts';
import { STEP_STATES } from '#src/model/action.ts';

/** What became of one request. */
const stepRecord = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(STEP_STATES),
  /** Epoch milliseconds of the state. */
  at: z.number(),
  /** Of one that is done: its result was there before, and nothing was sent. */
  wasSo: z.optional(z.boolean()),
  code: z.optional(z.nullable(z.string())),
  message: z.optional(z.string()),
  requestId: z.optional(z.nullable(z.string())),
});
export type StepRecord = z.infer<typeof stepRecord>;

const actionRecord = z.object({
  /** Epoch milliseconds of the confirmation. */
  startedAt: z.number(),
  sentence: z.string(),
  steps: z.array(stepRecord),
});
/** What became of an action that was confirmed. */
export type ActionRecord = z.infer<typeof actionRecord>;

const PREFIX = 'action.';

const listeners = newListeners();
/** What this tab has read, or, where storage fails, all there is. */
const records = new Map<string, ActionRecord | null>();
onNewVisit(() => {
  records.clear();
});

/** The record of an action; null: it was never confirmed. The same object until it changes. */
export function recordOf(id: string): ActionRecord | null {
  const known = records.get(id);
  if (known !== undefined) return known;
  const record = stored(id);
  records.set(id, record);
  return record;
}

/** Writes a record. Where storage fails it is kept in this tab. */
export function keepRecord(id: string, record: ActionRecord): void {
  records.set(id, record);
  writeEntry(PREFIX + id, JSON.stringify(record));
  listeners.tell();
}

/** Changes the record of one request; does nothing where there is none. */
export function changeStep(id: string, stepId: string, change: Partial<StepRecord>): void {
  const record = recordOf(id);
  if (record === null) return;
  const steps = record.steps.map((one) => (one.id === stepId ? { ...one, ...change } : one));
  keepRecord(id, { ...record, steps });
}

/** Forgets an action, so that it can be planned anew. */
export function forgetRecord(id: string): void {
  records.set(id, null);
  removeEntry(PREFIX + id);
  listeners.tell();
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export function onRecords(listener: () => void): () => void {
  const stopOwn = listeners.listen(listener);
  const stopForeign = onForeignEntry((name) => {
    if (name !== null && !name.startsWith(PREFIX)) return;
    if (name === null) records.clear();
    else records.delete(name.slice(PREFIX.length));
    listener();
  });
  return () => {
    stopOwn();
    stopForeign();
  };
}

/** What cannot be read is as if it were not there: each request is read back before it is sent. */
function stored(id: string): ActionRecord | null {
  const entry = readEntry(PREFIX + id);
  if (!entry.ok || entry.value === null) return null;
  const record = z.safeParse(actionRecord, parsed(entry.value));
  return record.success ? record.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
