import { expect, type Page } from 'playwright/test';
import { allRead } from './page.ts';

/** What may scroll sideways inside itself: code, and the strip of points (look.md §1). */
const SIDEWAYS = 'pre, code, [data-sideways]';

/** Whatever a person can press, type in or stop at. */
const CONTROLS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, ' +
  '[role=option], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=tab], [tabindex="0"]';

/**
 * A page as it stands: no control leaves what it is in, meets another one or is covered when it is
 * brought into view; nothing scrolls sideways but code and the strip; no text is cut where its whole
 * cannot be reached; and no moment in a list, a card or a fact is cut, or broken within its day or its hour.
 * `spared`: faults that aren't looked at.
 */
export async function expectInPlace(page: Page, what: string, spared?: RegExp): Promise<void> {
  await atRest(page);
  const faults = await faultsOf(page);
  expect
    .soft(
      faults.filter((fault) => spared?.test(fault) !== true),
      what,
    )
    .toEqual([]);
}

/** Two looks between which what was read late has been drawn, and rows have their own heights. */
const BETWEEN_LOOKS = { intervals: [100] };

/** What slides in has come to its place, and what was drawn late moves nothing any more. */
export async function atRest(page: Page): Promise<void> {
  await nothingSlides(page);
  let before: string | null = null;
  const standsStill = async (): Promise<boolean> => {
    const now = await rowsOf(page);
    const isSame = now === before;
    before = now;
    return isSame;
  };
  await expect.poll(standsStill, BETWEEN_LOOKS).toBe(true);
}

/** Where rows and items are, and how much there is to scroll. */
async function rowsOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify(
      [...document.querySelectorAll('main, main [role=row], main li, main section')].map(
        (element) => {
          const { top, height } = element.getBoundingClientRect();
          return [Math.round(top), Math.round(height), element.scrollHeight];
        },
      ),
    ),
  );
}

async function nothingSlides(page: Page): Promise<void> {
  await expect
    .poll(async () =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(
              ({ effect, playState }) =>
                playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
            ).length,
      ),
    )
    .toBe(0);
}

async function faultsOf(page: Page): Promise<string[]> {
  const looks = await page.evaluateHandle(looksInPage);
  const given = { looks, sideways: SIDEWAYS, controls: CONTROLS };
  // Looking at what is covered scrolls: what comes before it sees the page as it stood.
  const faults = [
    ...(await page.evaluate(outsideOf, given)),
    ...(await page.evaluate(meetingIn, given)),
    ...(await page.evaluate(coveredIn, given)),
    ...(await page.evaluate(wideIn, given)),
    ...(await page.evaluate(brokenTimesIn, given)),
  ];
  await looks.dispose();
  return faults.slice(0, 12);
}

// What follows runs in the page, where nothing else of this file is.

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What each of the looks below needs. */
interface Given {
  looks: ReturnType<typeof looksInPage>;
  sideways: string;
  controls: string;
}

function looksInPage() {
  const textOf = (element: Element): string => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const name = element.getAttribute('aria-label') ?? element.textContent;
    const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
    const place = [left, top, width, height].map((value) => Math.round(value)).join(' ');
    return `${role} "${name.trim().slice(0, 40)}" (${place})`;
  };
  // A modal dialog puts the rest of the page out of reach.
  const reachable = document.querySelector('dialog:modal') ?? document.documentElement;
  const isUnseen = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clipPath === 'inset(50%)' || isUnseen(element.parentElement));
  const isShown = (element: Element): boolean => {
    const { width, height, bottom } = element.getBoundingClientRect();
    return (
      reachable.contains(element) &&
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      element.closest('[inert], [aria-hidden="true"], [data-tabster-dummy]') === null &&
      // What only a screen reader has is cut on purpose.
      !isUnseen(element) &&
      width > 1 &&
      height > 1 &&
      // What waits above the page until it has the focus.
      bottom + scrollY > 0
    );
  };
  /** Whatever cuts an element off, from the inside out. */
  const clipsOf = (element: Element): Element[] => {
    const clips: Element[] = [];
    let inner = element;
    let outer = element.parentElement;
    while (outer !== null && getComputedStyle(inner).position !== 'fixed') {
      const { overflowX, overflowY } = getComputedStyle(outer);
      if (overflowX !== 'visible' || overflowY !== 'visible') clips.push(outer);
      inner = outer;
      outer = outer.parentElement;
    }
    return clips;
  };
  const boxOf = (element: Element): Box => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const boxesOf = (element: Element): Box[] => {
    const clips = clipsOf(element).map(boxOf);
    return [...element.getClientRects()]
      .map(({ left, right, top, bottom }) =>
        clips.reduce<Box>(
          (box, clip) => ({
            left: Math.max(box.left, clip.left),
            right: Math.min(box.right, clip.right),
            top: Math.max(box.top, clip.top),
            bottom: Math.min(box.bottom, clip.bottom),
          }),
          { left, right, top, bottom },
        ),
      )
      .filter(({ left, right, top, bottom }) => right - left > 1 && bottom - top > 1);
  };
  return { textOf, isShown, clipsOf, boxOf, boxesOf };
}

/** Controls that leave what they are in, or the window. */
function outsideOf({ looks, sideways, controls }: Given): string[] {
  const { textOf, isShown, clipsOf, boxOf } = looks;
  const all = [...document.querySelectorAll(controls)].filter(isShown);
  return all.flatMap((element) => {
    const { left, right } = boxOf(element);
    let { top, bottom } = boxOf(element);
    for (const clip of clipsOf(element)) {
      if (clip.matches(sideways)) return [];
      const { overflowY, textOverflow } = getComputedStyle(clip);
      if (textOverflow === 'ellipsis') return [];
      const edge = boxOf(clip);
      if (left < edge.left - 1 || right > edge.right + 1)
        return [`${textOf(element)} leaves ${textOf(clip)} sideways`];
      const isCut = top < edge.top - 1 || bottom > edge.bottom + 1;
      if (isCut && (overflowY === 'hidden' || overflowY === 'clip'))
        return [`${textOf(element)} is cut by ${textOf(clip)}`];
      // What scrolls brings it into its own box.
      top = Math.max(top, edge.top);
      bottom = Math.min(bottom, edge.bottom);
    }
    const isIn = left >= -1 && right <= document.documentElement.clientWidth + 1;
    return isIn ? [] : [`${textOf(element)} leaves the window`];
  });
}

/** Controls that lie over each other. */
function meetingIn({ looks, controls }: Given): string[] {
  const { textOf, isShown, boxesOf } = looks;
  const all = [...document.querySelectorAll(controls)].filter(isShown);
  /** What stays in view, or lies over the page, is a layer of its own. */
  const layerOf = (element: Element): Element | null => {
    let layer: Element | null = element;
    while (layer !== null) {
      const { position, zIndex } = getComputedStyle(layer);
      if (position === 'fixed' || position === 'sticky' || zIndex !== 'auto') return layer;
      layer = layer.parentElement;
    }
    return null;
  };
  const placed = all.map((element) => ({
    element,
    layer: layerOf(element),
    boxes: boxesOf(element),
  }));
  return placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter(
        (other) =>
          one.layer === other.layer &&
          !one.element.contains(other.element) &&
          !other.element.contains(one.element) &&
          one.boxes.some((a) =>
            other.boxes.some(
              (b) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
            ),
          ),
      )
      .map((other) => `${textOf(one.element)} meets ${textOf(other.element)}`),
  );
}

/** Controls that something covers when they are brought into view. */
function coveredIn({ looks, controls }: Given): string[] {
  const { textOf, isShown, boxOf, boxesOf } = looks;
  const all = [...document.querySelectorAll(controls)].filter(isShown);
  /** A list or dialog that a person has opened lies over whatever is there. */
  const isOpened = (hit: Element | null): boolean =>
    hit?.closest('header [role=search], [role=listbox], [role=menu], [role=dialog]') instanceof
    Element;
  return all.flatMap((element) => {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    // A head that sticks in a list counts as in view where only the list around it has to move.
    if (boxesOf(element).length === 0)
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    if (boxesOf(element).length === 0) return [`${textOf(element)} cannot be brought into view`];
    const pointAt = (share: number): { x: number; y: number } => {
      const { left, right, ...box } = boxesOf(element)[0] ?? boxOf(element);
      // What is higher than the window is looked at where it is in it.
      const top = Math.max(box.top, 0);
      const bottom = Math.min(box.bottom, document.documentElement.clientHeight);
      return { x: left + (right - left) * share, y: top + (bottom - top) * share };
    };
    const isHit = ({ x, y }: { x: number; y: number }): boolean => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    };
    const over = [0.5, 0.2, 0.8].map(pointAt).find((point) => {
      const { clientHeight } = document.documentElement;
      const { top, bottom } = boxOf(element);
      if (isHit(point) || bottom - top < clientHeight / 2) return !isHit(point);
      // What is higher than half of the window shows when that part of it is scrolled there.
      const quarter = clientHeight / 4;
      scrollBy({ top: point.y - quarter, behavior: 'instant' });
      return !isHit({ x: point.x, y: quarter });
    });
    if (over === undefined) return [];
    const hit = document.elementFromPoint(over.x, over.y);
    if (isOpened(hit) && !isOpened(element)) return [];
    return [`${textOf(element)} is covered by ${hit === null ? 'nothing' : textOf(hit)}`];
  });
}

/** What scrolls sideways, and text that is cut. */
function wideIn({ looks, sideways }: Given): string[] {
  const { textOf } = looks;
  return [document.documentElement, ...document.querySelectorAll('body *')].flatMap((element) => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isWider = element.scrollWidth > element.clientWidth + 1;
    if (!isWider || element.clientWidth <= 1 || !element.checkVisibility()) return [];
    if (element === document.documentElement) return ['The page scrolls sideways'];
    if (overflowX === 'visible' || element.matches(sideways)) return [];
    if (element.closest('input, textarea') !== null) return [];
    if (overflowX === 'auto' || overflowX === 'scroll') {
      const edge = element.getBoundingClientRect().left + element.clientWidth + 1;
      const beyond = [...element.querySelectorAll('*')].findLast(
        (inner) => inner.getBoundingClientRect().right > edge,
      );
      return [`${textOf(element)} scrolls sideways for ${beyond ? textOf(beyond) : 'nothing'}`];
    }
    const isReached = element.closest('a, button, [role=row], [role=option]') !== null;
    if (textOverflow === 'ellipsis' && isReached) return [];
    return [`${textOf(element)} is cut at its side`];
  });
}

/** Moments that are cut, or broken within their day or their hour. */
function brokenTimesIn({ looks }: Given): string[] {
  const { textOf, isShown, clipsOf } = looks;
  /** The lines that a part of a text stands in. */
  const linesOf = (text: Text, from: number, to: number): DOMRect[] => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    const tops = new Map<number, DOMRect>();
    for (const rect of range.getClientRects()) tops.set(Math.round(rect.top), rect);
    return [...tops.values()];
  };
  const DAY = String.raw`(?:\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3} \d{1,2}, \d{4}),`;
  const HOUR = String.raw`\d{1,2}:\d{2}(?:\s[AP]M)?`;
  const parts = new RegExp(`${DAY}|(?<=^|\\s)${HOUR}`, 'gu');
  const holders = 'time, dd, [role=cell], [role=gridcell], [role=option]';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const times: string[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const holder = node.parentElement?.closest(holders);
    const { parentElement: parent } = node;
    if (!(node instanceof Text) || !parent || !holder || !isShown(parent)) continue;
    for (const { 0: part, index } of node.data.matchAll(parts)) {
      const lines = linesOf(node, index, index + part.length);
      const isClipped = [parent, ...clipsOf(parent)].some((clip) => {
        const { overflowX } = getComputedStyle(clip);
        if (overflowX !== 'hidden' && overflowX !== 'clip') return false;
        const { right } = clip.getBoundingClientRect();
        return lines.some((line) => line.right > right + 1);
      });
      if (lines.length > 1) times.push(`${part} is broken in ${textOf(holder)}`);
      if (isClipped) times.push(`${part} is cut in ${textOf(holder)}`);
    }
    // Each line of a text has a box of its own.
    const boxes = [...(parent.closest('time')?.getClientRects() ?? [])];
    const lineCount = new Set(boxes.map(({ top }) => Math.round(top))).size;
    if (innerWidth >= 1024 && lineCount > 1)
      times.push(`${textOf(parent)} is broken between its day and its hour`);
  }
  return [...new Set(times)];
}

/** WCAG 2.5.8: what can be pressed is at least this wide and high, in CSS pixels. */
const LEAST_PX = 24;

/** What can be pressed on a page, each with its size, that is too small; links in a sentence aside. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets =
      'a[href], button, summary, input, select, textarea, [role="button"], [role="tab"], [role="option"], [role="menuitem"]';
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[inert], [data-tabster-dummy]') === null &&
      Math.min(element.getBoundingClientRect().width, element.getBoundingClientRect().height) > 1;
    // A word in a sentence is as high as its line.
    const isInSentence = (element: Element): boolean =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
    // The label of a radio or a checkbox can be pressed as well as the box.
    const boxes = (element: Element): DOMRect[] => [
      element.getBoundingClientRect(),
      ...(element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []).map((label) =>
        label.getBoundingClientRect(),
      ),
    ];
    return [...document.querySelectorAll(targets)]
      .filter((element) => isSeen(element) && !isInSentence(element))
      .flatMap((element) => {
        const all = boxes(element);
        const width = Math.max(...all.map((box) => box.width));
        const height = Math.max(...all.map((box) => box.height));
        // Half a pixel is lost where boxes stand between pixels.
        if (width > least - 0.5 && height > least - 0.5) return [];
        const name = element.getAttribute('aria-label') ?? element.textContent.trim();
        return [`${element.tagName} ${name} ${width.toFixed(1)} × ${height.toFixed(1)}`];
      });
  }, LEAST_PX);
}

/** Whatever can be pressed on the page as it stands can be hit. */
export async function expectTargets(page: Page, what: string): Promise<void> {
  const found = await tooSmall(page);
  expect.soft([...new Set(found)], what).toEqual([]);
}

/** What WCAG 1.4.12 lets a person set. */
const STYLE = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

export async function widenText(page: Page): Promise<void> {
  await page.evaluate((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
  }, STYLE);
}

/** No line of text is cut at its top or foot by a box that hides what is over its edge. */
export async function expectNothingCut(page: Page, what: string): Promise<void> {
  const cut = await page.evaluate(() => {
    const SLACK = 2;
    // What is cut after so many lines ends with an ellipsis, as one line does.
    const hides = (element: Element): boolean => {
      const { overflowY, webkitLineClamp } = getComputedStyle(element);
      return (
        /hidden|clip/.test(overflowY) && webkitLineClamp === 'none' && element.clientHeight > 1
      );
    };
    const scrolls = (element: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(element).overflowY);
    const isUnseen = (element: Element): boolean =>
      element.closest('[aria-hidden="true"]') !== null || element.clientWidth === 1;
    const boxesAround = (element: Element | null): Element[] =>
      element === null || scrolls(element)
        ? []
        : [...(hides(element) ? [element] : []), ...boxesAround(element.parentElement)];
    const isCut = (text: Text): boolean => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { top, bottom, height } = range.getBoundingClientRect();
      return (
        height > 0 &&
        boxesAround(text.parentElement).some((box) => {
          const edge = box.getBoundingClientRect();
          return top < edge.top - SLACK || bottom > edge.bottom + SLACK;
        })
      );
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.data.trim() === '') continue;
      if (node.parentElement !== null && isUnseen(node.parentElement)) continue;
      if (isCut(node)) found.push(node.data);
    }
    return found;
  });
  expect.soft(cut, `${what}: cut text`).toEqual([]);
}

/**
 * The windows in which every page is walked, by width and height. 720×450 is 1440×900 at 200%; 320×256 is
 * 1280×1024 at 400%.
 */
export const sizes = [
  [320, 800],
  [320, 256],
  [400, 800],
  [640, 800],
  [720, 450],
  [768, 1024],
  [900, 800],
  [1024, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const;

/** As titles and messages name a size. */
export const sizeName = (width: number, height: number): string =>
  `at ${String(width)}×${String(height)}`;

/** Looks at what a page shows in each window, without loading it again. */
export async function atSizes(
  page: Page,
  windows: readonly (readonly [number, number])[],
  look: (at: string) => Promise<void>,
): Promise<void> {
  for (const [width, height] of windows) {
    await page.setViewportSize({ width, height });
    await allRead(page);
    await look(sizeName(width, height));
  }
}
