import type { Page } from 'playwright/test';

export interface Line {
  readonly text: string;
  /** It stands around what a screen is about: in its head, or in the plan beside. */
  readonly isAround: boolean;
}

export interface Reading {
  /** What was announced, and is not read again. */
  readonly announced: readonly string[];
  /** From where the focus is; else all of the page's content. */
  readonly isFromFocus: boolean;
}

/**
 * Text heard line by line in the content of a page: headings, sentences, entries of lists, pictures,
 * tables by their rows. Controls are left out with their labels and hints: those are spoken where the
 * focus meets them.
 */
export async function linesOf(page: Page, reading: Reading): Promise<Line[]> {
  return page.evaluate(({ announced, isFromFocus }) => {
    const MOST_ROWS = 5;
    const CONTROL =
      'input, textarea, select, summary, pre, [role="combobox"], [role="option"], [role="radio"]';
    const PRESSED = 'a, button, [role="button"]';
    const lines: Line[] = [];
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
    const textOf = (element: HTMLElement): string => flat(element.innerText);
    const idsIn = (control: Element): string[] =>
      ['aria-labelledby', 'aria-describedby'].flatMap((attribute) =>
        (control.getAttribute(attribute) ?? '').split(' '),
      );
    const controls = document.querySelectorAll(`${CONTROL}, ${PRESSED}, [role="radiogroup"]`);
    const spokenWithControls = new Set(Array.from(controls).flatMap(idsIn));
    const focus = isFromFocus ? document.activeElement : null;

    const isSeen = (element: HTMLElement): boolean =>
      element.checkVisibility({ visibilityProperty: true }) ||
      getComputedStyle(element).display === 'contents';
    const isLeftOut = (element: HTMLElement): boolean =>
      !isSeen(element) ||
      element.matches(`${CONTROL}, label, nav, [aria-hidden="true"], [inert]`) ||
      // The head of a page is read where one arrives at it.
      (element.matches('header') && !element.contains(document.activeElement)) ||
      (element.id !== '' && spokenWithControls.has(element.id)) ||
      (element.matches('[role="status"], [role="alert"], [aria-live]') &&
        announced.includes(textOf(element)));
    // A link in a sentence or beside its term is read with it; one that stands alone is met by Tab.
    const isAlone = (element: HTMLElement): boolean =>
      element.matches(PRESSED) &&
      element.closest('dd') === null &&
      !Array.from(element.parentElement?.childNodes ?? []).some(
        (node) => node instanceof Text && node.data.trim() !== '',
      );
    const isBeforeFocus = (element: HTMLElement): boolean =>
      focus !== null &&
      !element.contains(focus) &&
      (element.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

    /** The lines of an element as one: an entry of a list, what a term means. */
    const oneLine = (element: HTMLElement): string => {
      let text = '';
      const visit = (node: Node): void => {
        if (node instanceof Text) text += node.data;
        if (!(node instanceof HTMLElement) || isLeftOut(node) || isAlone(node)) return;
        const isInLine = /^inline|contents/.test(getComputedStyle(node).display);
        if (!isInLine) text += '\n';
        node.childNodes.forEach(visit);
        if (!isInLine) text += '\n';
      };
      element.childNodes.forEach(visit);
      return text.split('\n').map(flat).filter(Boolean).join(' · ');
    };
    const percentOf = (bar: HTMLElement): string => {
      const [value, most] = ['aria-valuenow', 'aria-valuemax'].map((name) =>
        Number(bar.getAttribute(name)),
      );
      return bar.hasAttribute('aria-valuenow')
        ? `${String(Math.round(((value ?? 0) / (most ?? 1)) * 100))}%`
        : '';
    };
    const rowsOf = (table: HTMLElement): string[] => {
      const rows = Array.from(table.querySelectorAll<HTMLElement>('[role="row"]'));
      const name = table.getAttribute('aria-label') ?? '';
      const texts = rows.map((row) =>
        row.innerText
          .split(/[\n\t]/)
          .map(flat)
          .filter(Boolean),
      );
      return [
        `table ${name}, ${String(Math.max(0, rows.length - 1))} rows`,
        ...(rows.length > MOST_ROWS + 1 ? [] : texts.map((cells) => `- ${cells.join(' · ')}`)),
      ];
    };
    /** What is read as a whole; null: part by part. */
    const wholeOf = (element: HTMLElement): string[] | null => {
      const name = element.getAttribute('aria-label') ?? '';
      if (element.matches('h1, h2, h3, h4, h5, h6'))
        return [`${element.localName} ${textOf(element)}`];
      if (element.matches('[role="table"], [role="grid"]')) return rowsOf(element);
      if (element.matches('[role="img"]')) return [`picture ${name}`];
      if (element.matches('[role="progressbar"]'))
        return [`progress bar ${name} ${percentOf(element)}`];
      if (element.matches('li:not(:has(li))')) return [`- ${oneLine(element)}`];
      if (element.localName === 'dt') return [];
      const term = element.localName === 'dd' ? element.previousElementSibling : null;
      return term instanceof HTMLElement ? [`${textOf(term)}: ${oneLine(element)}`] : null;
    };
    const read = (element: HTMLElement, isAround: boolean): void => {
      if (isLeftOut(element) || isAlone(element) || isBeforeFocus(element)) return;
      const around = isAround || element.matches('header, aside');
      const whole = wholeOf(element);
      const add = (text: string): void => {
        if (!/^-?$/.test(flat(text))) lines.push({ text: flat(text), isAround: around });
      };
      if (whole !== null) {
        whole.forEach(add);
        return;
      }
      if (element.matches('aside'))
        add(`${element.getAttribute('aria-label') ?? ''} complementary`);
      let line = '';
      const end = (): void => {
        add(line);
        line = '';
      };
      for (const node of element.childNodes) {
        if (node instanceof Text) line += node.data;
        if (!(node instanceof HTMLElement)) continue;
        const isInLine = getComputedStyle(node).display === 'inline';
        if (isInLine && !isLeftOut(node) && !isAlone(node)) line += textOf(node);
        if (isInLine) continue;
        end();
        read(node, around);
      }
      end();
    };
    document.querySelectorAll<HTMLElement>('main').forEach((main) => read(main, false));
    return lines;
  }, reading);
}
