import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The rules about colors: nothing else depends on them. */
const ofColors = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page as it stands, one line each. */
async function violations(
  page: Page,
  { isListOpen = false, hasOtherColors = false }: Scan,
): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page, ...(await axeOf(page)) })
    // All in the page itself, which has no frames; else axe opens a tab to put results together.
    .setLegacyMode()
    // Fluent's focus traps have a stop at each end that hands the focus on and is never rested on.
    .exclude('[data-tabster-dummy]')
    // What passes is not described, which is most of the work.
    .options({
      runOnly: hasOtherColors ? ofColors : tags,
      resultTypes: ['violations'],
      ...(hasOtherColors ? {} : { rules: { region: { enabled: !isListOpen } } }),
    })
    .analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) =>
      [id, help, html, failureSummary?.replaceAll('\n', ' ')].join(' | '),
    ),
  );
}

/** Half a megabyte of script, a third of a scan: given to a page that has it already, it is nothing. */
async function axeOf(page: Page): Promise<{ readonly axeSource?: string }> {
  return (await page.evaluate(() => 'axe' in window)) ? { axeSource: 'void 0' } : {};
}

interface Scan {
  /** A list or menu is open: it hangs from the end of the page, outside of all landmarks. */
  readonly isListOpen?: boolean;
  /** The same page was scanned in other colors before. */
  readonly hasOtherColors?: boolean;
}

const MEDIA = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'own colors': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/**
 * Expects that axe finds nothing wrong with a page: in the light, in the dark, and in the colors of a
 * person's own choice.
 */
export async function expectAccessible(page: Page, what: string, scan: Scan = {}): Promise<void> {
  for (const [colors, media] of Object.entries(MEDIA)) {
    // Without motion every color is at rest as soon as it changes.
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    if (media.forcedColors === 'none')
      await expect.poll(async () => isTextLight(page)).toBe(media.colorScheme === 'dark');
    await atRest(page);
    const found = await violations(page, { ...scan, hasOtherColors: colors !== 'light' });
    expect.soft(found, `${what}, ${colors}`).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: 'none' });
}

/**
 * Waits until fades and changes of color are over, as halfway no contrast is final, and until no more
 * answers arrive: two looks one after the other find the same page.
 */
async function atRest(page: Page): Promise<void> {
  let before = '';
  const isAtRest = async (): Promise<boolean> => {
    const isMoving = (await movingIn(page)) > 0;
    const seen = await page.evaluate(() => document.body.innerHTML);
    const isSame = seen === before;
    before = seen;
    return isSame && !isMoving;
  };
  await expect.poll(isAtRest, { intervals: [50, 100, 200] }).toBe(true);
}

async function movingIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document.getAnimations().filter(
        ({ effect, playState }) =>
          playState === 'running' &&
          effect?.getComputedTiming().iterations !== Infinity &&
          // What counts the time of a notice draws nothing.
          !(effect instanceof KeyframeEffect && effect.target?.hasAttribute('data-timer')),
      ).length,
  );
}

async function isTextLight(page: Page): Promise<boolean> {
  // While a dialog has the focus the rest of the page is hidden from readers.
  const main = page.getByRole('main', { includeHidden: true });
  const color = await main.evaluate((element) => getComputedStyle(element).color);
  return Number(/\d+/.exec(color)?.[0]) > 127;
}

/** Expects that the page fits its window, so that no sideways scrolling is needed. */
export async function expectNoSidewaysScroll(page: Page, what = 'this screen'): Promise<void> {
  // While a dialog has the focus the rest of the page is hidden from readers.
  const width = await page.getByRole('main', { includeHidden: true }).evaluate((main) => ({
    page: document.documentElement.scrollWidth,
    main: main.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect.soft(width.page, `${what}: width of the page`).toBeLessThanOrEqual(width.window);
  expect.soft(width.main, `${what}: width of its content`).toBeLessThanOrEqual(width.window);
}

/** The window has one thing that scrolls: its content, inside the frame. */
export async function expectFrameStays(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return scrollHeight - clientHeight;
  });
  expect.soft(beyond, 'height of the page beyond its window').toBe(0);
}
