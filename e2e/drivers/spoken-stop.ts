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

/** Controls that nobody can use without a name. */
const CONTROLS = /button|link|radio|check|combo|edit|box|option|tab|switch|slider|disclosure/;

/** What has the focus now, an entry of an open list before the list's own field; null: nothing has. */
export async function stopOf(page: Page, session: CDPSession): Promise<Stop | null> {
  const active = await nodesAt(session, ACTIVE);
  const [field] = active;
  if (field === undefined) return null;
  const [entry] = await nodesAt(session, ENTRY);
  const spoken = entry ?? field;
  return {
    element: spoken.backendDOMNodeId ?? 0,
    item: await itemOf(page, spoken),
    around: partsAround(field, active),
    row: entry === undefined ? await rowText(page) : '',
  };
}

const ACTIVE = 'document.activeElement === document.body ? null : document.activeElement';
const ENTRY =
  "document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')";

async function itemOf(page: Page, node: AxNode): Promise<string> {
  const name = textOf(node.name);
  const role = roleOf(node);
  if (name === '' && CONTROLS.test(role)) throw new Error(`${role} without a name has the focus`);
  const current = await page.evaluate(() => document.activeElement?.getAttribute('aria-current'));
  const value = textOf(node.value);
  const spoken = [
    name,
    role,
    ...(typeof current === 'string' ? [`current ${current}`] : []),
    ...statesOf(node, role),
    ...(value === '' || value === name ? [] : [`“${value}”`]),
  ];
  const description = textOf(node.description);
  return [spoken.filter((part) => part !== '').join(', '), description]
    .filter((part) => part !== '')
    .join('. ');
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
  return [
    name,
    word,
    ...(property(node, 'required') === 'true' ? ['required'] : []),
    ...(textOf(node.description) === '' ? [] : [textOf(node.description)]),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The cells beside the one that has the focus, in their order. */
async function rowText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const cells = active?.closest('[role="row"]')?.querySelectorAll('[role="cell"]') ?? [];
    return Array.from(cells)
      .filter((cell) => !cell.contains(active))
      .map((cell) => (cell instanceof HTMLElement ? cell.innerText.replaceAll(/\s+/g, ' ') : ''))
      .filter((text) => text !== '')
      .join(' · ');
  });
}
