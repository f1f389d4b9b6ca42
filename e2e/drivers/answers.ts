import { expect, type Locator, type Page } from 'playwright/test';

const NOTES = /^What the documents say here/;
const HIDDEN = /^Fields that are not here/;

/** What the end of a step answers: what the documents say in it, and which fields are not there. */
export class Answers {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Unfolds what the documents say, and which fields are not there, as far as there is any. */
  async unfold(): Promise<void> {
    await expect(this.summary(NOTES).or(this.summary(HIDDEN)).first()).toBeVisible();
    for (const summary of [this.summary(NOTES), this.summary(HIDDEN)]) {
      if ((await summary.count()) > 0 && !(await isUnfolded(summary))) await summary.click();
    }
  }

  /** Asks for every field that is not there. */
  async askForHidden(): Promise<void> {
    const closed = this.folded(HIDDEN).getByRole('button', {
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
      this.folded(NOTES),
      this.folded(HIDDEN),
    ];
    const texts = await Promise.all(parts.map(async (part) => await part.allInnerTexts()));
    return texts.flat().join('\n');
  }

  whyNo(field: string): Locator {
    return this.page.getByRole('button', { name: `Why is there no ${field}?` });
  }

  async unfoldHidden(): Promise<void> {
    await this.summary(HIDDEN).click();
    await expect(this.folded(HIDDEN)).toHaveAttribute('open', '');
  }

  private summary(title: RegExp): Locator {
    return this.page.getByRole('main').getByText(title);
  }

  private folded(title: RegExp): Locator {
    return this.page
      .getByRole('main')
      .getByRole('group')
      .filter({ has: this.page.getByText(title) });
  }
}

async function isUnfolded(summary: Locator): Promise<boolean> {
  return await summary.evaluate((element) => element.closest('details')?.open === true);
}
