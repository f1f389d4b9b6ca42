import { now } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import {
  entryNames,
  onForeignEntry,
  readEntry,
  removeEntry,
  type StorageTrouble,
  writeEntry,
} from '#src/lib/storage.ts';
import {
  type DraftChange,
  type Draft,
  DRAFT_VERSION,
  draftSchema,
  isSent,
  migrated,
  OLDER_VERSIONS,
} from '#src/wizard/draft/schema.ts';
import {
  applied,
  type Transitions,
  withoutStaleSuggestions,
} from '#src/wizard/draft/transitions.ts';

/** Why a draft cannot be opened. */
export type DraftTrouble =
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly text: string }
  | { readonly kind: 'otherVersion'; readonly version: number; readonly text: string }
  /** This build has no datasource with the draft's. */
  | { readonly kind: 'noDatasource'; readonly datasource: string; readonly text: string };

/** A draft, or why there is none; `trouble` is set while it can only be kept in this tab. */
export interface DraftState {
  readonly draft: Result<Draft, DraftTrouble>;
  readonly trouble: StorageTrouble | null;
  /**
   * What it was before the keys that made it what it is: more may follow at once, and what depends on
   * them can wait. Not there where something else has changed it.
   */
  readonly beforeKeys?: DraftState;
}

const PREFIX = 'draft.';

/** Today's version, and those that are brought into it: a draft of one that cannot be read is damaged. */
const KNOWN_VERSIONS: readonly unknown[] = [...OLDER_VERSIONS, DRAFT_VERSION];

/** What this tab has read or, where storage fails, all there is. */
const states = new Map<string, DraftState>();
/** The stored text that a state was read from or written as: the same text is not read twice. */
const texts = new WeakMap<DraftState, string>();
const listeners = newListeners();
let changes = 0;
onNewVisit(() => {
  states.clear();
});

/** The state of a draft; the same object until it changes. */
export function draftState(id: string): DraftState {
  const known = states.get(id);
  if (known !== undefined) return known;
  const state = readState(id);
  states.set(id, state);
  return state;
}

/** A draft of which a link makes another one at any time holds nothing that could be lost. */
const UNTOUCHED_FOR_MS = 24 * 60 * 60_000;

/**
 * Stores a new draft, created for the given ID and time, and returns its ID. Removes drafts that were never
 * changed.
 */
export function createDraft(made: (id: string, at: number) => Draft): string {
  const at = now();
  for (const draft of draftsHere()) {
    if (at - draft.createdAt > UNTOUCHED_FOR_MS && isOfLink(draft)) discardDraft(draft.id);
  }
  const id = crypto.randomUUID();
  storeDraft(made(id, at));
  return id;
}

/**
 * Applies a change by the operator and stores the result. Once Restore was pressed nothing can be
 * changed, by no tab, until nothing came of it.
 */
export function changeChoices(
  transitions: Transitions,
  id: string,
  change: DraftChange,
  how: Typing = {},
): void {
  const changed = (draft: Draft): Draft =>
    isSent(draft.submission)
      ? draft
      : withoutStaleSuggestions(draft, applied(transitions, draft, change, now()));
  changeDraft(id, changed, how);
}

interface Typing {
  /** Whether a key has made the change. */
  readonly isTyping?: boolean;
}

/**
 * Applies a change to what is stored now (another tab may have written) and stores the result.
 * Where storage fails the change is kept in this tab, and the state says so.
 */
export function changeDraft(
  id: string,
  change: (draft: Draft) => Draft,
  { isTyping = false }: Typing = {},
): void {
  const fresh = freshState(id);
  const { draft } = fresh;
  if (!draft.ok) return;
  const changed = change(draft.value);
  // Written again as it is, it would undo what another tab writes in this moment.
  if (changed !== draft.value) storeDraft(changed, isTyping);
  else if (fresh !== states.get(id)) readDraftAgain(id);
}

/** The state of a draft as it is stored now; if storage fails or was cleared, what this tab has. */
export function freshState(id: string): DraftState {
  const known = draftState(id);
  if (known.trouble !== null) return known;
  const stored = readState(id);
  return isMissing(stored) && known.draft.ok ? known : stored;
}

/** Reads a draft anew that turned out to be another than its page shows, so that it says so. */
export function readDraftAgain(id: string): void {
  states.set(id, freshState(id));
  notify();
}

const isMissing = ({ draft }: DraftState): boolean => !draft.ok && draft.reason.kind === 'missing';

/** Throws a stored draft away: broken ones and those no longer wanted. */
export function discardDraft(id: string): void {
  removeEntry(PREFIX + id);
  states.delete(id);
  notify();
}

/** The id of the draft that an entry holds; null for an entry of something else. */
export function draftIdOf(name: string): string | null {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null;
}

/** The ids of the drafts that are stored, and of those that only this tab has. */
export function draftIds(): string[] {
  const stored = entryNames(PREFIX).map((name) => name.slice(PREFIX.length));
  const inTabOnly = [...states].filter(([, { draft }]) => draft.ok).map(([id]) => id);
  return [...new Set([...stored, ...inTabOnly])];
}

/** All drafts that can be read. */
export function draftsHere(): Draft[] {
  return draftIds().flatMap((id) => {
    const { draft } = draftState(id);
    return draft.ok ? [draft.value] : [];
  });
}

/** What names a target: no link holds it. */
const OF_TARGET = ['rg', 'vmName', 'diskName', 'vnet', 'staging'] as const;

/** Whether a draft is unchanged and names no target: everything in it is from a link or a suggestion. */
function isOfLink(draft: Draft): boolean {
  const { changedAt, createdAt, choices, suggested, submission, earlier } = draft;
  const isBare = OF_TARGET.every(
    (field) => (choices[field] ?? null) === (suggested?.[field] ?? null),
  );
  const isUnsent = submission.state === 'none' && earlier === undefined;
  return changedAt === createdAt && isUnsent && isBare;
}

/** Grows with every change: tells whether a list of drafts has to be made again. */
export function draftsVersion(): number {
  return changes;
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export function onDraftChange(listener: () => void): () => void {
  const leave = listeners.listen(listener);
  const stop = onForeignEntry((name) => {
    if (name === null) writeBack();
    else if (name.startsWith(PREFIX)) forget(name.slice(PREFIX.length));
    else return;
    changes += 1;
    listener();
  });
  return () => {
    leave();
    stop();
  };
}

/** What could not be stored lives in this tab alone: another tab's words do not replace it. */
function forget(id: string): void {
  if (states.get(id)?.trouble === null) states.delete(id);
}

/** Restores the drafts of this tab after the storage was cleared. */
function writeBack(): void {
  for (const [id, { draft, trouble }] of states) {
    if (draft.ok && trouble === null) writeEntry(PREFIX + id, JSON.stringify(draft.value));
  }
}

function storeDraft(draft: Draft, isTyping = false): void {
  const text = JSON.stringify(draft);
  let written = writeEntry(PREFIX + draft.id, text);
  if (!written.ok && draft.submission.state !== 'none') {
    // What is stored says "not sent": after a reload it would be sent again. Better none than that,
    // and the room it leaves is often enough.
    removeEntry(PREFIX + draft.id);
    written = writeEntry(PREFIX + draft.id, text);
  }
  const trouble = written.ok ? null : written.reason;
  const before = states.get(draft.id);
  const beforeKeys = isTyping ? (before?.beforeKeys ?? before) : undefined;
  const state: DraftState = { draft: ok(draft), trouble, ...(beforeKeys && { beforeKeys }) };
  if (trouble === null) texts.set(state, text);
  states.set(draft.id, state);
  notify();
}

function notify(): void {
  changes += 1;
  listeners.tell();
}

function readState(id: string): DraftState {
  const entry = readEntry(PREFIX + id);
  if (!entry.ok) return { draft: fail({ kind: 'missing' }), trouble: entry.reason };
  if (entry.value === null) return { draft: fail({ kind: 'missing' }), trouble: null };
  const known = states.get(id);
  if (known !== undefined && texts.get(known) === entry.value) return known;
  const state: DraftState = { draft: parseDraft(entry.value), trouble: null };
  texts.set(state, entry.value);
  return state;
}

/** Replaces the text of a draft that this version cannot read. */
export function rewriteDraft(id: string, text: string): void {
  writeEntry(PREFIX + id, text);
  readDraftAgain(id);
}

/** Reads a stored draft; the text of one that cannot be read is kept for the person to copy. */
export function parseDraft(text: string): Result<Draft, DraftTrouble> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail({ kind: 'broken', text });
  }
  const draft = draftSchema.safeParse(json);
  if (draft.success) return ok(draft.data);
  const older = typeof json === 'object' && json !== null ? migrated(json) : null;
  const brought = draftSchema.safeParse(older);
  if (brought.success) return ok(brought.data);
  const version = versionOf(json);
  return version === null || KNOWN_VERSIONS.includes(version)
    ? fail({ kind: 'broken', text })
    : fail({ kind: 'otherVersion', version, text });
}

function versionOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('version' in json)) return null;
  return typeof json.version === 'number' ? json.version : null;
}
