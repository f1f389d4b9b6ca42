import type { CDPSession, Page } from 'playwright/test';

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
  const name = asText(node.name);
  const role = roleOf(node);
  if (name === '' && CONTROLS.test(role)) throw new Error(`${role} without a name has the focus`);
  // A slider says its text in place of its number.
  const value = valueText || asText(node.value);
  const spoken = [
    name,
    role,
    current === '' ? '' : `current ${current}`,
    ...statesOf(node, role),
    value === '' || value === name ? '' : `“${value}”`,
  ];
  return joined([joined(spoken, ', '), asText(node.description)], '. ');
}

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== '').join(between);
}

function roleOf(node: AxNode): string {
  const role = asText(node.role);
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
  const role = asText(node.role);
  const name = asText(node.name);
  const word = PARTS[role] ?? (name === '' ? undefined : NAMED_PARTS[role]);
  if (word === undefined) return '';
  const required = property(node, 'required') === 'true' ? 'required' : '';
  return joined([name, word, required, asText(node.description)], ' ');
}

type Value = { readonly value?: unknown } | undefined;

/** A node of Chromium's accessibility tree, as its debugger describes it. */
export interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** The node of an element, and after it all that it lies in; nothing where there is no such element. */
async function nodesAt(session: CDPSession, expression: string): Promise<readonly AxNode[]> {
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (result.objectId === undefined) return [];
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: true,
  });
  return nodes;
}

/** A state or property as text; empty where the node has none. */
function property({ properties = [] }: AxNode, wanted: string): string {
  return asText(properties.find(({ name }) => name === wanted)?.value);
}

function asText(value: Value): string {
  const content = value?.value;
  switch (typeof content) {
    case 'string':
      return content.trim();
    case 'number':
    case 'boolean':
      return String(content);
    default:
      return '';
  }
}

export interface Announcement {
  readonly kind: 'alert' | 'status';
  readonly text: string;
}

/**
 * Starts to note the text of live regions as a reader speaks it: polite and assertive, the whole region
 * where it is atomic, else the new part; nothing hidden, and no text twice in a row. Returns a function
 * for the text since its last call, in the order of the page: which of two reads ends first is chance.
 */
export async function liveIn(page: Page): Promise<() => Promise<Announcement[]>> {
  const notes = await page.evaluateHandle(() => {
    const heard: { region: Element; announcement: Announcement }[] = [];
    const last = new WeakMap<Element, string>();
    const LIVE =
      '[role="alert"], [role="status"], [role="log"], [aria-live="polite"], [aria-live="assertive"], output';
    const textOf = (element: HTMLElement): string =>
      element.innerText.replaceAll(/\s+/g, ' ').trim();
    const isHidden = (element: Element): boolean =>
      element.closest('[aria-hidden="true"], [inert], [aria-busy="true"], [aria-live="off"]') !==
        null || !element.checkVisibility({ visibilityProperty: true });
    const isAtomic = (region: Element): boolean =>
      region.getAttribute('aria-atomic') === 'true' ||
      (region.matches('[role="alert"], [role="status"], output') &&
        region.getAttribute('aria-atomic') !== 'false');
    const say = (region: HTMLElement, text: string): void => {
      if (text === '' || isHidden(region) || last.get(region) === text) return;
      last.set(region, text);
      const isUrgent =
        region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive';
      heard.push({ region, announcement: { kind: isUrgent ? 'alert' : 'status', text } });
    };
    const regionOf = (target: Node): Element | null =>
      (target instanceof Element ? target : target.parentElement)?.closest(LIVE) ?? null;
    const partOf = (target: Node): HTMLElement | null =>
      target instanceof HTMLElement ? target : target.parentElement;
    const regionsIn = (added: Node): Element[] =>
      added instanceof Element ? Array.from(added.querySelectorAll(LIVE)) : [];
    new MutationObserver((changes) => {
      const regions = new Map<HTMLElement, Set<HTMLElement>>();
      const note = (node: Node): void => {
        const region = regionOf(node);
        const part = partOf(node);
        if (!(region instanceof HTMLElement) || part === null) return;
        regions.set(region, (regions.get(region) ?? new Set()).add(part));
      };
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') note(target);
        // A region that is added together with its words speaks them, too.
        for (const added of addedNodes) [added, ...regionsIn(added)].forEach(note);
      }
      for (const [region, parts] of regions)
        for (const part of isAtomic(region) ? [region] : parts)
          if (part.isConnected) say(region, textOf(part));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return heard;
  });
  return async () =>
    notes.evaluate((heard) =>
      heard
        .splice(0)
        .toSorted((a, b) => {
          const place = a.region.compareDocumentPosition(b.region);
          return (
            (place & Node.DOCUMENT_POSITION_PRECEDING) - (place & Node.DOCUMENT_POSITION_FOLLOWING)
          );
        })
        .map(({ announcement }) => announcement),
    );
}

export interface Line {
  readonly text: string;
  /** It stands around what a screen is about: in its head, or in the plan beside. */
  readonly isAround: boolean;
}

export interface Reading {
  /** What was announced, and is not read again. */
  readonly announced: readonly string[];
  /** From where the focus is; else all of the page's content. */
  readonly isFromFocus: boolean;
}

/**
 * Text heard line by line in the content of a page: headings, sentences, entries of lists, pictures,
 * tables by their rows. Controls are left out with their labels and hints: those are spoken where the
 * focus meets them.
 */
export async function linesOf(page: Page, reading: Reading): Promise<Line[]> {
  return page.evaluate(({ announced, isFromFocus }) => {
    const MOST_ROWS = 5;
    const CONTROL =
      'input, textarea, select, summary, pre, [role="combobox"], [role="option"], [role="radio"]';
    const PRESSED = 'a, button, [role="button"]';
    const lines: Line[] = [];
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
    const textOf = (element: HTMLElement): string => flat(element.innerText);
    const idsIn = (control: Element): string[] =>
      ['aria-labelledby', 'aria-describedby'].flatMap((attribute) =>
        (control.getAttribute(attribute) ?? '').split(' '),
      );
    const controls = document.querySelectorAll(`${CONTROL}, ${PRESSED}, [role="radiogroup"]`);
    const spokenWithControls = new Set(Array.from(controls).flatMap(idsIn));
    const focus = isFromFocus ? document.activeElement : null;

    const isSeen = (element: HTMLElement): boolean =>
      element.checkVisibility({ visibilityProperty: true }) ||
      getComputedStyle(element).display === 'contents';
    const isLeftOut = (element: HTMLElement): boolean =>
      !isSeen(element) ||
      element.matches(`${CONTROL}, label, nav, [aria-hidden="true"], [inert]`) ||
      // The head of a page is read where one arrives at it.
      (element.matches('header') && !element.contains(document.activeElement)) ||
      (element.id !== '' && spokenWithControls.has(element.id)) ||
      (element.matches('[role="status"], [role="alert"], [aria-live]') &&
        announced.includes(textOf(element)));
    // A link in a sentence or beside its term is read with it; one that stands alone is met by Tab.
    const isAlone = (element: HTMLElement): boolean =>
      element.matches(PRESSED) &&
      element.closest('dd') === null &&
      !Array.from(element.parentElement?.childNodes ?? []).some(
        (node) => node instanceof Text && node.data.trim() !== '',
      );
    const isBeforeFocus = (element: HTMLElement): boolean =>
      focus !== null &&
      !element.contains(focus) &&
      (element.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

    /** The lines of an element as one: an entry of a list, what a term means. */
    const oneLine = (element: HTMLElement): string => {
      let text = '';
      const visit = (node: Node): void => {
        if (node instanceof Text) text += node.data;
        if (!(node instanceof HTMLElement) || isLeftOut(node) || isAlone(node)) return;
        const isInLine = /^inline|contents/.test(getComputedStyle(node).display);
        if (!isInLine) text += '\n';
        node.childNodes.forEach(visit);
        if (!isInLine) text += '\n';
      };
      element.childNodes.forEach(visit);
      return text.split('\n').map(flat).filter(Boolean).join(' · ');
    };
    const percentOf = (bar: HTMLElement): string => {
      const [value, most] = ['aria-valuenow', 'aria-valuemax'].map((name) =>
        Number(bar.getAttribute(name)),
      );
      return bar.hasAttribute('aria-valuenow')
        ? `${String(Math.round(((value ?? 0) / (most ?? 1)) * 100))}%`
        : '';
    };
    const rowsOf = (table: HTMLElement): string[] => {
      const rows = Array.from(table.querySelectorAll<HTMLElement>('[role="row"]'));
      const name = table.getAttribute('aria-label') ?? '';
      const texts = rows.map((row) =>
        row.innerText
          .split(/[\n\t]/)
          .map(flat)
          .filter(Boolean),
      );
      return [
        `table ${name}, ${String(Math.max(0, rows.length - 1))} rows`,
        ...(rows.length > MOST_ROWS + 1 ? [] : texts.map((cells) => `- ${cells.join(' · ')}`)),
      ];
    };
    /** What is read as a whole; null: part by part. */
    const wholeOf = (element: HTMLElement): string[] | null => {
      const name = element.getAttribute('aria-label') ?? '';
      if (element.matches('h1, h2, h3, h4, h5, h6'))
        return [`${element.localName} ${textOf(element)}`];
      if (element.matches('[role="table"], [role="grid"]')) return rowsOf(element);
      if (element.matches('[role="img"]')) return [`picture ${name}`];
      if (element.matches('[role="progressbar"]'))
        return [`progress bar ${name} ${percentOf(element)}`];
      if (element.matches('li:not(:has(li))')) return [`- ${oneLine(element)}`];
      if (element.localName === 'dt') return [];
      const term = element.localName === 'dd' ? element.previousElementSibling : null;
      return term instanceof HTMLElement ? [`${textOf(term)}: ${oneLine(element)}`] : null;
    };
    const read = (element: HTMLElement, isAround: boolean): void => {
      if (isLeftOut(element) || isAlone(element) || isBeforeFocus(element)) return;
      const around = isAround || element.matches('header, aside');
      const whole = wholeOf(element);
      const add = (text: string): void => {
        if (!/^-?$/.test(flat(text))) lines.push({ text: flat(text), isAround: around });
      };
      if (whole !== null) {
        whole.forEach(add);
        return;
      }
      if (element.matches('aside'))
        add(`${element.getAttribute('aria-label') ?? ''} complementary`);
      let line = '';
      const end = (): void => {
        add(line);
        line = '';
      };
      for (const node of element.childNodes) {
        if (node instanceof Text) line += node.data;
        if (!(node instanceof HTMLElement)) continue;
        const isInLine = getComputedStyle(node).display === 'inline';
        if (isInLine && !isLeftOut(node) && !isAlone(node)) line += textOf(node);
        if (isInLine) continue;
        end();
        read(node, around);
      }
      end();
    };
    document.querySelectorAll<HTMLElement>('main').forEach((main) => read(main, false));
    return lines;
  }, reading);
}
