import type { Page } from 'playwright/test';

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
