import { expect, type Locator, type Page } from 'playwright/test';

/** What an explanation has to say, each with at least these words. */
export interface Why {
  /** Left out where the button stands beside it. */
  readonly rule?: string;
  readonly fact: string;
  readonly source: string;
}

/** Why something cannot be chosen, as it opens under a field. */
export class Explanation {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The button under a radio that cannot be chosen, and what it is called while open. */
  why(option: string): Locator {
    return this.page.getByRole('button', { name: `Why isn’t ${option} possible?` });
  }

  /** Whatever cannot be chosen, of all that is on the page. */
  whyAny(): Locator {
    return this.page.getByRole('button', { name: /^Why isn’t .* possible\?$/ });
  }

  /** Every Why of the page, whatever it is about. */
  everyWhy(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: /^Why / });
  }

  /** The button under a field that is refused; the summary above has the same. */
  whyRefused(field: string): Locator {
    return this.page.getByRole('button', { name: `Why is ${field} rejected?` }).last();
  }

  insteadLike(what: RegExp): Locator {
    return this.page.getByRole('button', { name: what });
  }

  hideWhy(option: string): Locator {
    return this.page.getByRole('button', { name: `Hide why ${option} isn’t possible` });
  }

  /** The explanation of an entry of a list. */
  ofEntry(option: string): Locator {
    return this.page.getByRole('group', { name: `${option} isn’t possible.`, exact: true });
  }

  /** The button that closes it. */
  hide(): Locator {
    return this.page.getByRole('button', { name: 'Hide why', exact: true });
  }

  /** What is read out of it when it opens. */
  announced(option: string): Locator {
    return this.ofEntry(option).getByRole('status');
  }

  /** One of the rules in it, with its fact and where both are written. */
  async expectSays({ rule, fact, source }: Why): Promise<void> {
    const wanted = { Rule: rule, Fact: fact, Source: source };
    const lines = Object.entries(wanted).flatMap(([term, words]): unknown[] =>
      words === undefined ? [] : [[term, expect.stringContaining(words)]],
    );
    await expect.poll(async () => await this.lines()).toEqual(expect.arrayContaining(lines));
  }

  async expectClosed(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^Do this instead/ })).toHaveCount(0);
    expect((await this.lines()).filter(([term]) => term === 'Rule')).toEqual([]);
  }

  instead(what: string): Locator {
    const button = { name: `Do this instead: ${what}`, exact: true };
    // Of a refused field the summary above has the same.
    return this.page.getByRole('button', button).last();
  }

  private async lines(): Promise<[term: string, words: string][]> {
    const main = this.page.getByRole('main');
    const terms = await main.getByRole('term').allInnerTexts();
    const values = await main.getByRole('definition').allInnerTexts();
    return terms.map((term, index) => [term, values[index] ?? '']);
  }
}
