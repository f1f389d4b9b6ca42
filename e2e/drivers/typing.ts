import type { Locator, Page } from 'playwright/test';

/** What an input method does to the field that has the focus, until its word is taken. */
export interface Composition {
  readonly commit: (word: string) => Promise<void>;
}

/** Composes a word by an input method, one state after the other; it is not taken yet. */
export async function compose(page: Page, states: readonly string[]): Promise<Composition> {
  const session = await page.context().newCDPSession(page);
  for (const text of states) {
    const at = { selectionStart: text.length, selectionEnd: text.length };
    await session.send('Input.imeSetComposition', { text, ...at });
  }
  return {
    commit: async (word) => {
      await session.send('Input.insertText', { text: word });
      await session.detach();
    },
  };
}

/** Chooses an entry, and types into a field that it shows before the page can do anything else. */
export async function chooseAndType(entry: Locator, field: string, text: string): Promise<void> {
  await entry.evaluate(
    async (pressed, [id, typed]) => {
      if (pressed instanceof HTMLElement) pressed.click();
      // The choice is drawn when the press ends, and what can wait comes after that.
      await Promise.resolve();
      const input = document.getElementById(id);
      if (!(input instanceof HTMLInputElement)) throw new Error(`There is no field ${id} yet.`);
      input.focus();
      // oxlint-disable-next-line typescript/no-deprecated -- nothing else types before the task ends
      document.execCommand('insertText', false, typed);
    },
    [field, text] as const,
  );
}
