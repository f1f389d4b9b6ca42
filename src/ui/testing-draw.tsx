import { FluentProvider, type Theme, webLightTheme } from '@fluentui/react-components';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import type { Locator } from 'vitest/browser';
import type { Explanation } from '#src/ui/explanation.tsx';
import type { Blocked } from '#src/ui/fields/option.tsx';

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

/** Without rules about colors, which are at rest only after a while, and about the landmarks of a whole page. */
const AXE: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  rules: Object.fromEntries(
    ['color-contrast', 'link-in-text-block', 'region', 'page-has-heading-one', 'heading-order'].map(
      (rule) => [rule, { enabled: false }],
    ),
  ),
  resultTypes: ['violations'],
};

/** What axe finds wrong with what a test has drawn, one line each. */
async function violations(): Promise<string[]> {
  // Fluent's focus traps have a stop at each end that hands the focus on.
  const { violations: found } = await axe.run({ exclude: '[data-tabster-dummy]' }, AXE);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} | ${help} | ${html}`),
  );
}

/**
 * For every test: nothing is left of the one before, as files share a page. What React or Fluent complains of in the
 * console fails the test, and so does what axe finds in what is drawn at its end.
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
  afterEach(async () => {
    vi.restoreAllMocks();
    expect(complaints).toEqual([]);
    expect(await violations()).toEqual([]);
  });
}

/** An explanation by one rule, with a way out if there is one. */
export const explained = (
  rule: string,
  instead: Explanation['instead'] = null,
): (() => Explanation) => {
  const facts = [{ text: 'The region is down', from: 'Read from Azure, 3 min ago.', way: null }];
  const reason = { id: null, rule, facts, sources: ['Restore Azure VMs, 30 Nov 2024'] };
  return () => ({ reasons: [reason], instead });
};

/** An entry that can't be chosen, by one rule. */
export const blockedBy = (rule: string, instead: Explanation['instead'] = null): Blocked => ({
  short: 'Not supported',
  explain: explained(rule, instead),
});
