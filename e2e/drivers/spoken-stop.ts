import type { CDPSession, Page } from 'playwright/test';
import { type AxNode, nodesAt, property, textOf } from './spoken-node.ts';

/** What a screen reader speaks of the place that has the focus, from Chromium's accessibility tree. */
export interface Stop {
  /** The element itself, to tell one stop from the next. */
  readonly element: number;
  /** Name, role, states, value and description, as spoken. */
  readonly item: string;
  /** What the place lies in, outermost first, each with its element. */
  readonly around: readonly Around[];
  /** The other cells of its row; empty outside of rows. */
  readonly row: string;
}

interface Around {
  readonly element: number;
  readonly text: string;
}

/** Parts of a page that are spoken as one comes into them; the second list only with a name. */
const PARTS: Readonly<Record<string, string>> = {
  banner: 'banner',
  navigation: 'navigation',
  main: 'main',
  complementary: 'complementary',
  search: 'search',
  dialog: 'dialog',
  alertdialog: 'alert dialog',
  radiogroup: 'radio group',
};
const NAMED_PARTS: Readonly<Record<string, string>> = {
  region: 'region',
  group: 'group',
  form: 'form',
  table: 'table',
  grid: 'grid',
  listbox: 'list box',
};

const ROLES: Readonly<Record<string, string>> = {
  combobox: 'combo box',
  searchbox: 'search box',
  textbox: 'edit',
  radio: 'radio button',
  checkbox: 'check box',
  DisclosureTriangle: 'disclosure',
};

/** Controls that are of no use without a name. */
const CONTROLS = /button|link|radio|check|combo|edit|box|option|tab|switch|slider|disclosure/;

const ACTIVE = 'document.activeElement === document.body ? null : document.activeElement';
const ENTRY =
  "document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')";

/** What has the focus now, an entry of an open list before the list's own field; null: nothing has. */
export async function stopOf(page: Page, session: CDPSession): Promise<Stop | null> {
  const [around, [entry], { current, valueText, row }] = await Promise.all([
    nodesAt(session, ACTIVE),
    nodesAt(session, ENTRY),
    page.evaluate(inPage),
  ]);
  const [field] = around;
  if (field === undefined) return null;
  const spoken = entry ?? field;
  return {
    element: spoken.backendDOMNodeId ?? 0,
    item: itemText(spoken, current, valueText),
    around: partsAround(field, around),
    row: entry === undefined ? row : '',
  };
}

/** What the tree does not say, or not in every version: `aria-current`, a slider's text, and the other cells of the row. */
function inPage(): { readonly current: string; readonly valueText: string; readonly row: string } {
  const active = document.activeElement;
  const cells = active?.closest('[role="row"]')?.querySelectorAll('[role="cell"]') ?? [];
  const row = Array.from(cells)
    .filter((cell) => !cell.contains(active))
    .map((cell) => (cell instanceof HTMLElement ? cell.innerText.replaceAll(/\s+/g, ' ') : ''))
    .filter((text) => text !== '')
    .join(' · ');
  const of = (name: string): string => active?.getAttribute(name) ?? '';
  return { current: of('aria-current'), valueText: of('aria-valuetext'), row };
}

function itemText(node: AxNode, current: string, valueText: string): string {
  const name = textOf(node.name);
  const role = roleOf(node);
  if (name === '' && CONTROLS.test(role)) throw new Error(`${role} without a name has the focus`);
  // A slider says its text in place of its number.
  const value = valueText || textOf(node.value);
  const spoken = [
    name,
    role,
    current === '' ? '' : `current ${current}`,
    ...statesOf(node, role),
    value === '' || value === name ? '' : `“${value}”`,
  ];
  return joined([joined(spoken, ', '), textOf(node.description)], '. ');
}

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== '').join(between);
}

function roleOf(node: AxNode): string {
  const role = textOf(node.role);
  if (role === 'heading') return `heading level ${property(node, 'level')}`;
  return ROLES[role] ?? PARTS[role] ?? role;
}

function statesOf(node: AxNode, role: string): string[] {
  const checked = property(node, 'checked');
  const expanded = property(node, 'expanded');
  const is = (name: string, word: string): string[] =>
    property(node, name) === 'true' ? [word] : [];
  return [
    ...(checked === '' ? [] : [checked === 'true' ? 'checked' : 'not checked']),
    ...(expanded === '' ? [] : [expanded === 'true' ? 'expanded' : 'collapsed']),
    ...(role === 'option' || role === 'row' ? is('selected', 'selected') : []),
    ...is('pressed', 'pressed'),
    ...is('disabled', 'unavailable'),
    ...is('required', 'required'),
    ...is('invalid', 'invalid'),
  ];
}

function partsAround(node: AxNode, nodes: readonly AxNode[]): Around[] {
  const parent = nodes.find(({ nodeId }) => nodeId === node.parentId);
  if (parent === undefined) return [];
  const outside = partsAround(parent, nodes);
  const text = parent.ignored ? '' : partText(parent);
  return text === '' ? outside : [...outside, { element: parent.backendDOMNodeId ?? 0, text }];
}

function partText(node: AxNode): string {
  const role = textOf(node.role);
  const name = textOf(node.name);
  const word = PARTS[role] ?? (name === '' ? undefined : NAMED_PARTS[role]);
  if (word === undefined) return '';
  const required = property(node, 'required') === 'true' ? 'required' : '';
  return joined([name, word, required, textOf(node.description)], ' ');
}
