import { expect, type Locator, type Page } from 'playwright/test';

const NOTES = /^Documentation/;
const HIDDEN = /^Hidden fields/;
/** The rows that open, each with a count. */
const FOLDS = /^(Documentation|Hidden fields) \d/;

/** What the end of a step answers: what the documents say in it, and which fields are not there. */
export class Answers {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Unfolds what the documents say, and which fields are not there. */
  async unfold(): Promise<void> {
    const titles = this.page.getByRole('main').getByText(FOLDS);
    await expect(titles.first()).toBeVisible();
    for (const title of await titles.all()) {
      if (!(await isUnfolded(title))) await title.click();
    }
  }

  /** Asks for every field that is not there. */
  async askForHidden(): Promise<void> {
    const closed = this.part(HIDDEN).getByRole('button', {
      name: /^Why is there no/,
      expanded: false,
    });
    for (let left = await closed.count(); left > 0; left -= 1) {
      await closed.first().click();
      await expect(closed).toHaveCount(left - 1);
    }
  }

  /** All that both lists say, and what is explained on the page besides. */
  async texts(): Promise<string> {
    const parts = [
      this.page.getByRole('main').getByRole('definition'),
      this.part(NOTES),
      this.part(HIDDEN),
    ];
    const texts = await Promise.all(parts.map(async (part) => await part.allInnerTexts()));
    return texts.flat().join('\n');
  }

  whyNo(field: string): Locator {
    return this.page.getByRole('button', { name: `Why is there no ${field}?` });
  }

  async unfoldHidden(): Promise<void> {
    await this.unfold();
    await expect(this.part(HIDDEN)).toBeVisible();
  }

  private part(title: RegExp): Locator {
    return this.page.getByRole('main').getByRole('region', { name: title });
  }
}

async function isUnfolded(summary: Locator): Promise<boolean> {
  return await summary.evaluate((element) => element.closest('details')?.open === true);
}
