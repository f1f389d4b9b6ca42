import { expect, type Page } from 'playwright/test';

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
