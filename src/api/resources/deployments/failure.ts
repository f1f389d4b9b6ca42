import type { DeploymentReason } from '#src/model/deployment.ts';

/**
 * Reasons inside reasons: details within an error, and whole errors that are written as text into a
 * message, sometimes several deep (aftercare §1.6).
 */

/** How deep Azure nests at most; what lies deeper is shown as it is. */
const DEEPEST = 12;
/** More reasons than a person reads. */
const MOST = 50;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A value by a key in any letter case. */
function at(value: unknown, key: string): unknown {
  if (!isObject(value)) return undefined;
  return Object.entries(value).find(([name]) => name.toLowerCase() === key)?.[1];
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** The JSON that a message is; undefined for a message that is a sentence. */
function jsonIn(message: string): unknown {
  if (!/^\s*[{[]/.test(message)) return undefined;
  try {
    const value: unknown = JSON.parse(message);
    return value;
  } catch {
    return undefined;
  }
}

function reasonsAt(value: unknown, depth: number): readonly DeploymentReason[] {
  if (depth > DEEPEST || value === null || value === undefined) return [];
  if (typeof value === 'string') {
    const parsed = jsonIn(value);
    if (parsed !== undefined) return reasonsAt(parsed, depth + 1);
    return value.trim() === '' ? [] : [{ code: null, message: value, target: null }];
  }
  if (Array.isArray(value)) return value.flatMap((one: unknown) => reasonsAt(one, depth + 1));
  const wrapped = at(value, 'error');
  if (wrapped !== undefined && wrapped !== null) return reasonsAt(wrapped, depth + 1);
  return [...insideOf(value, depth), ...ownOf(value)];
}

/** What is within an error: its details, and its message where that is an error itself. */
function insideOf(value: object, depth: number): readonly DeploymentReason[] {
  const message = text(at(value, 'message'));
  const written = message === null ? undefined : jsonIn(message);
  const details = at(value, 'details');
  return [
    ...(Array.isArray(details) ? reasonsAt(details, depth + 1) : []),
    ...(written === undefined ? [] : reasonsAt(written, depth + 1)),
  ];
}

/** An error's own words; where its message is an error in text, that one has said more. */
function ownOf(value: object): readonly DeploymentReason[] {
  const [code, message, target] = ['code', 'message', 'target'].map((key) => text(at(value, key)));
  if (message === null || message === undefined) {
    return code === null || code === undefined
      ? []
      : [{ code, message: code, target: target ?? null }];
  }
  if (jsonIn(message) !== undefined) return [];
  return [{ code: code ?? null, message, target: target ?? null }];
}

/**
 * All reasons of a failure in one list, the innermost first: what really went wrong comes before what only
 * says that something did. Never throws; an error of unknown form gives no reason.
 */
export function reasonsIn(error: unknown): readonly DeploymentReason[] {
  const all = reasonsAt(error, 0);
  const keys = all.map(({ code, message, target }) => JSON.stringify([code, message, target]));
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index).slice(0, MOST);
}
