import { listText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';
import { searchField, shell } from '#src/strings/shell.ts';

/** Texts of the page Settings. */
export const settings = sentences({
  title: shell.settings,
  timeZone: {
    title: 'Time zone',
    local: (name: string, offset: string) => `Local: ${name} (${offset})`,
    utc: 'UTC',
  },
  keyboard: 'Keyboard',
  none: 'Azure is the only service in this deployment.',
  /** Of the file that a deployment may have beside the page. */
  config: {
    title: 'config.json isn’t used',
    unread: (detail: string) => `Couldn’t be read: ${detail}.`,
    wrong: (places: readonly string[]) => `These entries aren’t valid: ${listText(places)}.`,
    without:
      'Azure works without it. Ask the administrator of this deployment to correct the file, then reload the page.',
  },
} as const);

const keys = { up: '↑', down: '↓', left: '←', right: '→' };
const upDown = `${keys.up} ${keys.down}`;
const leftRight = `${keys.left} ${keys.right}`;

/** Keys of a part of the product: what they do, and the keys. */
interface ShortcutPart {
  readonly title: string;
  readonly keys: readonly (readonly [does: string, keys: string])[];
}

/** Texts of the list of keyboard shortcuts. */
export const shortcuts = sentences({
  title: 'Keyboard shortcuts',
  show: 'Show keyboard shortcuts',
  close: 'Close',
  /** WCAG 2.1.4: a shortcut of one character can be turned off. */
  turn: 'Open keyboard shortcuts with ?',
  /** Of each part of the product; `shortcut` opens the search. */
  parts: (shortcut: string): readonly ShortcutPart[] => [
    {
      title: 'Every page',
      keys: [
        ['Search', shortcut],
        ['Show keyboard shortcuts', '?'],
        ['Close a dialog, a list or a panel', 'Esc'],
      ],
    },
    {
      title: searchField.results,
      keys: [
        ['Previous or next result', upDown],
        ['First or last result', 'Home End'],
        ['Go to Restore beside a result, or back', `${keys.right} ${keys.left}`],
        ['Open', 'Enter'],
      ],
    },
    {
      title: 'Tables',
      keys: [
        ['Previous or next row', upDown],
        ['Page up or down', 'Page Up, Page Down'],
        ['First or last row', 'Home End'],
        ['Open the row', 'Enter'],
        ['Select the row', 'Space'],
      ],
    },
    {
      title: 'Restore wizard',
      keys: [['Go to the next step', 'Enter in a text field, Ctrl+Enter']],
    },
    {
      title: 'Lists of options',
      keys: [
        ['Open', `Enter, Space, ${upDown}`],
        ['Find an option', 'Type its first letters'],
        ['Select the option', 'Enter, Space'],
        ['Select the option and go to the next field', 'Tab'],
        ['Close without selecting', 'Esc'],
      ],
    },
    {
      title: 'Days with restore points',
      keys: [
        ['Previous or next day', leftRight],
        ['First or last day shown', 'Home End'],
        ['Earlier or later days', 'Page Up, Page Down'],
      ],
    },
    {
      title: 'Notifications',
      keys: [
        ['Previous or next notification', upDown],
        ['Dismiss', 'Delete'],
        ['Dismiss all', 'Esc'],
      ],
    },
  ],
} as const);
