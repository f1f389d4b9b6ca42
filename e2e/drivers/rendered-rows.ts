import type { Page } from 'playwright/test';

/** Which rows of a list React rendered since it was last looked; each by its text, once for each time. */
export interface RenderedRows {
  /** Rows that were rendered whole: all that they say. */
  readonly whole: readonly string[];
  /** Rows in which anything was rendered, if only one cell. */
  readonly touched: readonly string[];
}

/** What React keeps of a component or an element; as much of it as its developer tools read. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly stateNode: unknown;
  readonly memoizedProps: unknown;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

declare global {
  interface Window {
    renderedRows?: { whole: string[]; touched: string[] };
  }
}

/**
 * Notes the rows that React renders, by what React tells its developer tools of each commit: nothing of
 * the product is changed for it. For the pages that this one loads from now on.
 */
export async function watchRenderedRows(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // As React's developer tools know them: functions, classes, forwarded and memoised ones.
    const components = new Set([0, 1, 11, 14, 15]);
    const performedWork = 1;
    const noted: NonNullable<Window['renderedRows']> = { whole: [], touched: [] };
    window.renderedRows = noted;
    const visit = (fiber: Fiber, row: string | null, found: Map<string, boolean>): void => {
      const element = fiber.stateNode instanceof HTMLElement ? fiber.stateNode : null;
      const isRow = element?.dataset['index'] !== undefined;
      const inRow = isRow ? [...element.children].map((cell) => cell.textContent).join(' | ') : row;
      const before = fiber.alternate;
      if (row !== null) {
        const isCell =
          element?.role === 'gridcell' && before?.memoizedProps !== fiber.memoizedProps;
        const isWork = components.has(fiber.tag) && (fiber.flags & performedWork) !== 0;
        if (isCell || isWork) found.set(row, isCell || found.get(row) === true);
      }
      // The same child as before: nothing below was rendered.
      if (before !== null && before.child === fiber.child) return;
      for (let child = fiber.child; child !== null; child = child.sibling)
        visit(child, inRow, found);
    };
    const hook = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => {
        const found = new Map<string, boolean>();
        visit(root.current, null, found);
        for (const [text, isWhole] of found) {
          noted.touched.push(text);
          if (isWhole) noted.whole.push(text);
        }
      },
    };
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
  });
}

/** The rows that were rendered since the last look. */
export async function takeRenderedRows(page: Page): Promise<RenderedRows> {
  return page.evaluate(() => {
    const noted = window.renderedRows;
    if (noted === undefined) throw new Error('Nobody watches which rows are rendered.');
    return { whole: noted.whole.splice(0), touched: noted.touched.splice(0) };
  });
}
