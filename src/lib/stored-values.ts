import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { parsedJson } from '#src/lib/result.ts';
import {
  entryNames,
  onForeignEntry,
  readEntry,
  removeEntry,
  writeEntry,
} from '#src/lib/storage.ts';

/** Values of one shape that the owner's storage keeps, each under a name. */
interface StoredValues<Value> {
  /** Null: there is none, or it can't be read. The same object until it changes. */
  readonly read: (name: string) => Value | null;
  /** Where storage fails it is kept in this tab. `kept`: what of the value may be stored; else all of it. */
  readonly write: (name: string, value: Value, kept?: Value) => void;
  readonly remove: (name: string) => void;
  /** Calls back after every change, also by another tab. Returns the way to stop. */
  readonly listen: (listener: () => void) => () => void;
}

/** What reads a value of one shape, such as a schema of zod. */
export interface Shape<Value> {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: Value } | { readonly success: false };
}

/** What a person left of how things are shown, by its prefix: filters and order of lists, the age on Overview. */
const VIEWS: readonly string[] = ['list.', 'pointAge'];

const forgotten = newListeners();

/** Forgets how things were shown: what another world had of them would hide what this one has. */
export function forgetViews(): void {
  for (const name of VIEWS.flatMap(entryNames)) removeEntry(name);
  forgotten.tell();
}

/** Values under names with a prefix. */
export function storedValues<Value>(prefix: string, shape: Shape<Value>): StoredValues<Value> {
  const listeners = newListeners();
  const known = new Map<string, Value | null>();
  onNewVisit(() => known.clear());
  // Of another tab, whether or not anyone listens: what is read next is what it wrote.
  onForeignEntry((name) => {
    if (name !== null && !name.startsWith(prefix)) return;
    if (name === null) known.clear();
    else known.delete(name.slice(prefix.length));
    listeners.tell();
  });
  if (VIEWS.includes(prefix)) {
    forgotten.listen(() => {
      known.clear();
      listeners.tell();
    });
  }
  return {
    read: (name) => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const value = storedEntry(prefix + name, shape);
      known.set(name, value);
      return value;
    },
    write: (name, value, kept = value) => {
      known.set(name, value);
      writeEntry(prefix + name, JSON.stringify(kept));
      listeners.tell();
    },
    remove: (name) => {
      known.set(name, null);
      removeEntry(prefix + name);
      listeners.tell();
    },
    listen: listeners.listen,
  };
}

/** What one entry holds; null: there is none, or none that can be read. */
export function storedEntry<Value>(name: string, shape: Shape<Value>): Value | null {
  const entry = readEntry(name);
  if (!entry.ok || entry.value === null) return null;
  const value = shape.safeParse(parsedJson(entry.value));
  return value.success ? value.data : null;
}

/** Whether `?` opens the keyboard shortcuts: the browser keeps that, for people whose speech or hands type by accident. */
const sheetKey = storedValues<boolean>('sheetKey', {
  safeParse: (value) =>
    typeof value === 'boolean' ? { success: true, data: value } : { success: false },
});

/** Whether the key does something; on unless a person turns it off. */
export const isSheetKeyOn = (): boolean => sheetKey.read('') ?? true;

/** Turns the key on or off for all tabs. */
export const turnSheetKey = (isOn: boolean): void => sheetKey.write('', isOn);

/** Calls back after every change, also by another tab. Returns the way to stop. */
export const onSheetKeyChange = sheetKey.listen;
