import { FluentProvider, type Theme, webLightTheme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import type { Locator } from 'vitest/browser';

/** Draws a component alone, as the application would: with a theme, in the content of a page. */
export async function draw(component: ReactNode, theme: Theme = webLightTheme) {
  return render(component, {
    wrapper: ({ children }) => (
      <FluentProvider theme={theme}>
        <main>{children}</main>
      </FluentProvider>
    ),
  });
}

/** Presses what can't be chosen, for which Playwright would wait; or presses several times before anything is drawn. */
export function pressAnyway(locator: Locator, times = 1): void {
  const element = locator.element();
  if (!(element instanceof HTMLElement))
    throw new TypeError('Only an HTML element can be pressed.');
  for (let press = 0; press < times; press += 1) element.click();
}

/**
 * For every test: nothing is left of the one before, as files share a page, and what React or Fluent complains of in
 * the console fails the test.
 */
export function aroundEachTest(): void {
  const complaints: unknown[][] = [];
  beforeEach(async () => {
    await cleanup();
    complaints.length = 0;
    for (const level of ['error', 'warn'] as const) {
      vi.spyOn(console, level).mockImplementation(
        (...words: unknown[]) => void complaints.push(words),
      );
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
    expect(complaints).toEqual([]);
  });
}
