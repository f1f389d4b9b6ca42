import { expect, type Locator, type Page } from 'playwright/test';
import { allRead } from './page.ts';

/** Rows under a pointer, and where they stand. */

/** What becomes of a row that is pressed. */
type Effect = 'selects' | 'opens' | 'nothing';

/** What a row does under a pointer. */
export interface RowManners {
  /** It changes its ground under the pointer. */
  readonly lights: boolean;
  /** A press where there is no text and no control. */
  readonly press: Effect;
  /** The same with Ctrl held. */
  readonly ctrlPress: Effect;
  /** The pointer is drawn over its text. */
  readonly drag: `marks, ${Effect}`;
  /** Ctrl and a press on its first link. */
  readonly ctrlLink: 'a tab' | 'no link';
}

/** The tables in view, by their labels. */
export async function tablesOf(page: Page): Promise<readonly string[]> {
  await allRead(page);
  const main = page.getByRole('main');
  return main
    .getByRole('table')
    .or(main.getByRole('grid'))
    .evaluateAll((tables) => {
      // What is only for screen readers is cut to nothing.
      const isCut = (element: Element): boolean =>
        getComputedStyle(element).clipPath === 'inset(50%)' ||
        (element.parentElement !== null && isCut(element.parentElement));
      return tables
        .filter((table) => table.checkVisibility() && !isCut(table))
        .map((table) => table.getAttribute('aria-label') ?? '');
    });
}

export const tableOf = (page: Page, label: string): Locator =>
  page
    .getByRole('table', { name: label, exact: true })
    .or(page.getByRole('grid', { name: label, exact: true }));

/** The rows of a table without its heads. */
export const rowsOf = (table: Locator): Locator =>
  table.getByRole('row').filter({
    has: table.page().getByRole('cell').or(table.page().getByRole('gridcell')),
  });

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Spots {
  /** Neither text nor control. */
  readonly empty: Spot;
  /** From one end of a text, which is no control, to the other. */
  readonly text: readonly [Spot, Spot];
}

/** Where to press in a row. */
async function spotsOf(row: Locator): Promise<Spots> {
  await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  return row.evaluate((element) => {
    const controls = 'a, button, input, label, summary';
    const box = element.getBoundingClientRect();
    const isFree = (x: number, y: number): boolean => {
      const seen = document.elementFromPoint(x, y);
      return seen !== null && element.contains(seen) && seen.closest(controls) === null;
    };
    const rects: DOMRect[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      rects.push(...range.getClientRects());
    }
    const isText = (x: number, y: number): boolean =>
      rects.some(
        ({ left, right, top, bottom }) =>
          x > left - 3 && x < right + 3 && y > top - 1 && y < bottom + 1,
      );
    const empty: Spot[] = [];
    for (let x = box.right - 3; x > box.left + 2; x -= 3)
      for (let y = box.top + 3; y < box.bottom - 2; y += 4)
        if (isFree(x, y) && !isText(x, y)) empty.push({ x, y });
    const text = rects.find(
      ({ left, right, top, height }) =>
        right - left > 12 && isFree((left + right) / 2, top + height / 2),
    );
    const [spot] = empty;
    if (spot === undefined || text === undefined)
      throw new Error(`Nowhere to press in ${element.textContent}.`);
    const y = text.top + text.height / 2;
    return {
      empty: spot,
      text: [
        { x: text.left + 1, y },
        { x: text.right - 1, y },
      ] as const,
    };
  });
}

interface State {
  readonly path: string;
  readonly chosen: string;
}

/** Where the page is, and what is chosen in the row. */
async function stateOf(row: Locator): Promise<State> {
  const chosen = await row.evaluateAll((rows) =>
    rows.map((one) =>
      [one.ariaSelected, one.querySelector('input')?.checked, one.textContent.length].join(),
    ),
  );
  return { path: new URL(row.page().url()).pathname, chosen: chosen.join() };
}

function effectOf(before: State, after: State): Effect {
  if (before.path !== after.path) return 'opens';
  return before.chosen === after.chosen ? 'nothing' : 'selects';
}

/** What a hand does to a row has come to. */
async function effect(row: Locator, act: () => Promise<void>): Promise<Effect> {
  const before = await stateOf(row);
  await act();
  await row.page().evaluate(
    async () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  return effectOf(before, await stateOf(row));
}

/** Tries a row with all that a pointer can do; each time the page is opened anew, as the row may lead away. */
export async function mannersOf(row: Locator, again: () => Promise<void>): Promise<RowManners> {
  const page = row.page();
  const { mouse, keyboard } = page;
  const ground = async (): Promise<string> =>
    row.evaluate((element) => getComputedStyle(element).backgroundColor);

  const spots = await spotsOf(row);
  await mouse.move(1, 1);
  const atRest = await ground();
  await mouse.move(spots.empty.x, spots.empty.y);
  const lights = (await ground()) !== atRest;

  const dragged = await effect(row, async () => {
    const [from, to] = spots.text;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 5 });
    await mouse.up();
  });
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).not.toBe('');

  const ctrlPress = await effect(row, async () => {
    await keyboard.down('Control');
    await mouse.click(spots.empty.x, spots.empty.y);
    await keyboard.up('Control');
  });
  const ctrlLink = await ctrlPressOnLink(row);

  await again();
  const { empty } = await spotsOf(row);
  const press = await effect(row, async () => mouse.click(empty.x, empty.y));
  return { lights, press, ctrlPress, drag: `marks, ${dragged}`, ctrlLink };
}

/** Presses the first link of a row with Ctrl, where there is one: it is left to the browser, which opens a tab. */
async function ctrlPressOnLink(row: Locator): Promise<RowManners['ctrlLink']> {
  const [link] = await row.getByRole('link').all();
  if (link === undefined) return 'no link';
  const isLeft = row.page().evaluate(
    async () =>
      new Promise((resolve) => {
        const look = (event: Event): void => {
          resolve(!event.defaultPrevented);
          event.preventDefault();
        };
        addEventListener('click', look, { once: true });
      }),
  );
  const pressed = await effect(row, async () => link.click({ modifiers: ['Control'] }));
  expect([await isLeft, pressed]).toEqual([true, 'nothing']);
  return 'a tab';
}

/** What has a place on the page, with its measures in pixels, wherever the page has scrolled to. */
interface Box {
  readonly what: string;
  readonly sides: readonly number[];
}

/** Where a table stands, and where its rows and cells stand in it. */
export async function boxesOf(table: Locator): Promise<readonly Box[]> {
  return table.evaluate((element) => {
    const scrolled = (inside: Element | null): number =>
      inside === null ? 0 : inside.scrollTop + scrolled(inside.parentElement);
    const boxOf = (what: string, shown: Element): Box => {
      const { left, width, height } = shown.getBoundingClientRect();
      return { what, sides: [left, width, height] };
    };
    const { left, top, width } = element.getBoundingClientRect();
    const rows = [...element.querySelectorAll('[role="row"]')].filter(
      (row) => row.getBoundingClientRect().height > 1,
    );
    return [
      { what: 'the table', sides: [left, top + scrolled(element.parentElement), width] },
      ...rows.flatMap((row) => {
        const like = rows.filter(({ ariaLabel }) => ariaLabel === row.ariaLabel);
        const name = `${row.ariaLabel ?? 'heads'} ${String(like.indexOf(row) + 1)}`;
        return [
          boxOf(name, row),
          ...[...row.querySelectorAll('[role$="cell"], [role="columnheader"]')]
            .filter((cell) => cell.getBoundingClientRect().height > 0)
            .map((cell, column) => boxOf(`${name}, column ${String(column + 1)}`, cell)),
        ];
      }),
    ];
  });
}

/** What of it stands elsewhere than before, or has another size, by more than a pixel. Rows that came or left don't count. */
export const moved = (before: readonly Box[], after: readonly Box[]): readonly string[] =>
  before.flatMap(({ what, sides }) => {
    const now = after.find((one) => one.what === what)?.sides ?? sides;
    const isSame = sides.every((side, index) => Math.abs(side - (now[index] ?? NaN)) <= 1);
    return isSame ? [] : [`${what}: ${rounded(sides)} → ${rounded(now)}`];
  });

const rounded = (sides: readonly number[]): string =>
  sides.map((side) => side.toFixed(1)).join(' ');

/** Table, scrolling place or page that is wider inside than it is. */
export async function scrolledSideways(table: Locator): Promise<readonly string[]> {
  return table.evaluate((element) => {
    const around = (inside: Element | null): Element[] =>
      inside === null ? [] : [inside, ...around(inside.parentElement)];
    const scrolls = (one: Element): boolean =>
      one === element ||
      one === document.documentElement ||
      /auto|scroll/.test(getComputedStyle(one).overflowX);
    return around(element)
      .filter((one) => scrolls(one) && one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName} ${one.getAttribute('aria-label') ?? one.className}`);
  });
}
