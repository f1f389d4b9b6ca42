import { expect, type Locator, type Page } from 'playwright/test';

type Verdict = 'The constraint applies' | 'The constraint doesn’t apply' | 'Not checked';

/** The example on the page of one constraint, and the way to where it can be met. */
export class RuleExample {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  verdict(): Locator {
    return this.region().getByRole('status');
  }

  async expectVerdict(verdict: Verdict, text: string | RegExp): Promise<void> {
    await expect(this.verdict()).toContainText(verdict);
    await expect(this.verdict()).toContainText(text);
  }

  /** The list or box in which a fact or choice is changed. */
  field(label: string): Locator {
    const region = this.region();
    return region
      .getByRole('combobox', { name: label, exact: true })
      .or(region.getByRole('textbox', { name: label, exact: true }))
      .or(region.getByRole('spinbutton', { name: label, exact: true }));
  }

  /** That a typed fact is not known. */
  notKnown(label: string): Locator {
    return this.region().getByRole('checkbox', { name: `${label}: not known` });
  }

  button(name: string): Locator {
    return this.region().getByRole('button', { name, exact: true });
  }

  /** In what the example is another than the documents' own. */
  differences(): Locator {
    return this.region().getByRole('listitem');
  }

  /** Where it can be met, in the demo. */
  demo(): Locator {
    return this.page.getByRole('region', { name: 'In the demo' });
  }

  openInWizard(): Locator {
    return this.demo().getByRole('link', { name: 'Open in the wizard' });
  }

  private region(): Locator {
    return this.page.getByRole('region', { name: 'Example' });
  }
}
