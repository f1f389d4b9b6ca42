import type { Page } from 'playwright/test';

/**
 * Measures inside the page, on the page's own clock, from the moment the browser took the input.
 * The test program's own delays are not part of any number.
 */
export interface Probe {
  /** Milliseconds from input to focus on a heading, one for each time it happened. */
  focus(): Promise<number[]>;
  /** Milliseconds from key press to the next painted frame, one for each key. */
  keystrokes(): Promise<number[]>;
  /** Forgets what was measured so far. */
  clear(): Promise<void>;
}

/** Puts the probe into a page before it loads anything. */
export async function probe(page: Page): Promise<Probe> {
  await page.addInitScript(() => {
    let input = 0;
    const note = (event: Event): void => {
      input = event.timeStamp;
    };
    addEventListener('click', note, true);
    addEventListener('keydown', note, true);
    addEventListener(
      'focusin',
      ({ target, timeStamp }) => {
        const isHeading = target instanceof Element && target.matches('h1, h2, h3, [role=heading]');
        if (isHeading && input > 0) performance.measure('focus', { start: input, end: timeStamp });
        if (isHeading) input = 0;
      },
      true,
    );
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // The task after a frame's callbacks runs when that frame has been handed to the screen.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          const done = (): void => void performance.measure('keystroke', { start: timeStamp });
          port1.addEventListener('message', done, { once: true });
          port1.start();
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  const durations = async (name: string): Promise<number[]> =>
    page.evaluate(
      (wanted) => performance.getEntriesByName(wanted).map(({ duration }) => duration),
      name,
    );
  return {
    focus: async () => durations('focus'),
    keystrokes: async () => durations('keystroke'),
    clear: async () => page.evaluate(() => performance.clearMeasures()),
  };
}
