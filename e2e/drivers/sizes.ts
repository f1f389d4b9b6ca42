import type { Page } from 'playwright/test';
import { allRead } from './in-page.ts';

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
