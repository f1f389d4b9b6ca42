import { expect, type Locator, type Page } from 'playwright/test';
import { hasFocus } from './page.ts';
import { Driver } from './table.ts';

/** More presses than any screen has places to stop at. */
const most = 80;

/** Hands that never leave the keyboard. */
export class Keyboard extends Driver {
  /** How often a key was pressed; text that is typed counts as its keys. */
  count = 0;

  async type(text: string): Promise<void> {
    this.count += text.length;
    await this.page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.page.keyboard.press(key);
  }

  /** A key that stays down repeats itself; `between`: what is seen before it does. */
  async hold(key: string, repeats: number, between?: () => Promise<void>): Promise<void> {
    await this.page.keyboard.down(key);
    await between?.();
    for (let times = 0; times < repeats; times += 1) await this.page.keyboard.down(key);
    await this.page.keyboard.up(key);
  }

  /** Presses Tab (or another key) until the wanted control has the focus. */
  async reach(control: Locator, key = 'Tab'): Promise<void> {
    await expect(control).toBeVisible();
    for (let presses = 0; presses < most; presses += 1) {
      if (await hasFocus(control)) return;
      await this.press(key);
    }
    await expect(control).toBeFocused();
  }

  /** The focus is on a field of the step, and not lost on the page. */
  async expectInForm(): Promise<void> {
    const field = this.page
      .getByRole('main')
      .getByRole('radio')
      .or(this.page.getByRole('combobox'));
    await expect
      .poll(async () =>
        field.evaluateAll((fields) => fields.some((one) => one === document.activeElement)),
      )
      .toBe(true);
  }

  /** Reaches a control that can be pressed: unlike a click, a key does not wait until it can. */
  async reachReady(control: Locator): Promise<void> {
    await expect(control).toBeEnabled();
    await this.reach(control);
  }

  /** Reaches a control and presses it. */
  async activate(control: Locator, key = 'Enter'): Promise<void> {
    await this.reachReady(control);
    await this.press(key);
  }

  /** Reaches one radio of a group: into the group by Tab, on by the arrow, chosen by Space. */
  async pick(first: Locator, radio: Locator): Promise<void> {
    await this.reach(first);
    await this.reach(radio, 'ArrowDown');
    await this.press('Space');
    await expect(radio).toBeChecked();
  }

  /** Finds an entry of a list by its first letters, and takes it. */
  async find(field: Locator, letters: string, entry: string): Promise<void> {
    await this.reach(field);
    await this.type(letters);
    await this.press('Enter');
    await expect(field).toHaveText(entry);
  }

  /** Opens a list, goes down to an entry, and takes it; one that cannot be taken explains itself. */
  async choose(field: Locator, option: Locator): Promise<void> {
    await this.reach(field);
    await this.press('Enter');
    await expect(option).toBeVisible();
    const wanted = await option.getAttribute('id');
    await this.press('Home');
    for (let presses = 0; presses < most; presses += 1) {
      if ((await field.getAttribute('aria-activedescendant')) === wanted) break;
      await this.press('ArrowDown');
    }
    await expect(field).toHaveAttribute('aria-activedescendant', wanted ?? '');
    await this.press('Enter');
    await expect(option).toHaveCount(0);
  }
}

/** Two presses before the page has drawn anything, as by a macro or a broken mouse. */
export async function pressTwiceAtOnce(control: Locator): Promise<void> {
  await expect(control).toBeEnabled();
  await control.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
}

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
