import type { Page } from 'playwright/test';

/**
 * What somebody hears who goes on line by line through the content of a page: headings, sentences,
 * pictures, tables by their rows. Controls are left out with their labels and hints: those are spoken
 * where the focus meets them; and so is what was announced.
 */
export async function linesOf(page: Page, announced: readonly string[]): Promise<string[]> {
  return page.evaluate((said) => {
    const MOST_ROWS = 8;
    const lines: string[] = [];
    let line = '';
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
    const BULLET = '•';
    const end = (): void => {
      // A bullet waits for the words of its entry.
      if (flat(line) === BULLET) return;
      if (flat(line) !== '') lines.push(flat(line));
      line = '';
    };
    const tell = (text: string): void => {
      end();
      lines.push(text);
    };
    const CONTROL =
      'input, textarea, select, summary, [role="combobox"], [role="option"], [role="radio"]';
    const PRESSED = 'a, button, [role="button"]';
    const spokenElsewhere = new Set(
      Array.from(document.querySelectorAll(`${CONTROL}, ${PRESSED}, [role="radiogroup"]`)).flatMap(
        (control) =>
          `${control.getAttribute('aria-labelledby') ?? ''} ${control.getAttribute('aria-describedby') ?? ''}`.split(
            ' ',
          ),
      ),
    );
    const isWithoutBox = (element: HTMLElement): boolean =>
      getComputedStyle(element).display === 'contents';
    const isLeftOut = (element: HTMLElement): boolean =>
      element.matches(`${CONTROL}, label, [aria-hidden="true"], [inert], nav`) ||
      (element.id !== '' && spokenElsewhere.has(element.id)) ||
      (!element.checkVisibility({ visibilityProperty: true }) && !isWithoutBox(element)) ||
      (element.matches('[role="status"], [role="alert"], [aria-live]') &&
        said.includes(flat(element.innerText)));
    // A link in a sentence is read with it; one that stands alone is met by Tab.
    const isAlone = (element: HTMLElement): boolean =>
      element.matches(PRESSED) &&
      !Array.from(element.parentElement?.childNodes ?? []).some(
        (node) => node instanceof Text && node.data.trim() !== '',
      );
    const readTable = (table: HTMLElement): void => {
      const rows = Array.from(table.querySelectorAll<HTMLElement>('[role="row"]'));
      const name = table.getAttribute('aria-label') ?? '';
      tell(`table ${name}, ${String(Math.max(0, rows.length - 1))} rows`);
      if (rows.length > MOST_ROWS + 1) return;
      for (const row of rows) tell(`${BULLET} ${flat(row.innerText.replaceAll('\n', ' · '))}`);
    };
    const readAsOne = (element: HTMLElement): boolean => {
      const name = element.getAttribute('aria-label') ?? '';
      if (element.matches('h1, h2, h3, h4, h5, h6'))
        tell(`${element.localName} ${flat(element.innerText)}`);
      else if (element.matches('[role="table"], [role="grid"]')) readTable(element);
      else if (element.matches('[role="img"]')) tell(`picture ${name}`);
      else if (element.matches('[role="progressbar"]'))
        tell(`progress bar ${name} ${element.getAttribute('aria-valuenow') ?? ''}`.trim());
      else return false;
      return true;
    };
    const visit = (element: HTMLElement): void => {
      if (isLeftOut(element) || isAlone(element) || readAsOne(element)) return;
      const isInLine = /^inline|contents/.test(getComputedStyle(element).display);
      // What a term means is read in its line.
      if (!isInLine && !element.matches('dd')) end();
      if (element.matches('aside'))
        tell(`${element.getAttribute('aria-label') ?? ''} complementary`);
      if (element.matches('li')) line += `${BULLET} `;
      for (const node of element.childNodes) {
        if (node instanceof Text) line += node.data;
        else if (node instanceof HTMLElement) visit(node);
      }
      if (element.matches('li') && flat(line) === BULLET) line = '';
      if (element.matches('dt')) line += ': ';
      else if (!isInLine) end();
    };
    for (const main of document.querySelectorAll<HTMLElement>('main')) visit(main);
    end();
    return lines;
  }, announced);
}
