/** What a key does to a list that is shown or not: `at` is the entry that it leads to. */
export type SelectStep =
  | { readonly step: 'open' | 'move'; readonly at: number }
  /** Chooses the current entry; `goesOn` where the key moves the focus besides. */
  | { readonly step: 'choose'; readonly goesOn: boolean }
  | { readonly step: 'close' }
  /** The browser does with the key what it always does. */
  | { readonly step: 'none' };

/** The list as it stands when a key comes. */
export interface SelectNow {
  readonly isOpen: boolean;
  /** The current entry; -1: none. */
  readonly at: number;
  readonly count: number;
}

interface Key {
  readonly key: string;
  readonly altKey: boolean;
}

const NONE: SelectStep = { step: 'none' };
const PAGE = 10;

/** What a key does, as the pattern of a select-only combobox has it (WAI-ARIA Authoring Practices). */
export function selectStep({ key, altKey }: Key, now: SelectNow): SelectStep {
  return now.isOpen ? whileOpen({ key, altKey }, now) : whileClosed(key, now);
}

function whileClosed(key: string, { at, count }: SelectNow): SelectStep {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
    case 'Enter':
    case ' ':
      return { step: 'open', at: Math.max(at, 0) };
    case 'Home':
      return { step: 'open', at: 0 };
    case 'End':
      return { step: 'open', at: count - 1 };
    default:
      return NONE;
  }
}

function whileOpen({ key, altKey }: Key, { at, count }: SelectNow): SelectStep {
  const to = (wanted: number): SelectStep => ({
    step: 'move',
    at: Math.max(0, Math.min(wanted, count - 1)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return altKey ? { step: 'choose', goesOn: false } : to(at - 1);
    case 'PageDown':
      return to(at + PAGE);
    case 'PageUp':
      return to(at - PAGE);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    case 'Enter':
    case ' ':
      return { step: 'choose', goesOn: false };
    case 'Tab':
      return { step: 'choose', goesOn: true };
    case 'Escape':
      return { step: 'close' };
    default:
      return NONE;
  }
}

/** The letters typed one after the other, and when the latest came, in milliseconds of the page. */
export interface Letters {
  readonly text: string;
  readonly at: number;
}

export const NO_LETTERS: Letters = { text: '', at: 0 };

/** A pause that starts a new word, in milliseconds. */
const PAUSE_MS = 500;

/** The letters with one more; null where the key is no letter. */
export function typedOn(
  letters: Letters,
  event: { readonly key: string; readonly timeStamp: number } & ModifierKeys,
): Letters | null {
  const { key, timeStamp } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || key.length !== 1) return null;
  const text = timeStamp - letters.at > PAUSE_MS ? '' : letters.text;
  return key === ' ' && text === '' ? null : { text: text + key, at: timeStamp };
}

interface ModifierKeys {
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What letters do: they lead to an entry, and show the list. */
export function letterStep(
  text: string,
  labels: readonly string[],
  { isOpen, at }: SelectNow,
): SelectStep {
  const found = entryWith(text, labels, at);
  return { step: isOpen ? 'move' : 'open', at: Math.max(found === -1 ? at : found, 0) };
}

/**
 * The next entry that starts with some letters, in any letter case, from the current one on; one letter
 * again and again goes through those that start with it. -1: none does.
 */
export function entryWith(text: string, labels: readonly string[], at: number): number {
  const first = text.charAt(0);
  const isSame = text === first.repeat(text.length);
  const wanted = (isSame ? first : text).toLowerCase();
  // The current entry may be meant by more letters, and not by the same one again.
  const from = isSame ? at + 1 : Math.max(at, 0);
  const found = labels.findIndex(
    (_, index) => labels[(from + index) % labels.length]?.toLowerCase().startsWith(wanted) === true,
  );
  return found === -1 ? -1 : (from + found) % labels.length;
}
