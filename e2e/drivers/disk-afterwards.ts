import { expect, type Locator, type Page } from 'playwright/test';

/** Next steps after the restore of a disk, on the page of its job. */
export class DiskAfterwards {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  part(): Locator {
    return this.page.getByRole('region', { name: 'Next steps', exact: true });
  }

  revoke(): Locator {
    return this.part().getByRole('button', { name: 'Revoke Disk Restore Operator' });
  }

  /** Answers the question that follows Revoke. */
  async answer(name: 'Keep it' | 'Revoke Disk Restore Operator'): Promise<void> {
    const question = this.page.getByRole('alertdialog', {
      name: 'Revoke Disk Restore Operator on rg-restore-weu?',
    });
    await question.getByRole('button', { name, exact: true }).click();
    await expect(question).toHaveCount(0);
  }

  /** What Azure reports of the role. */
  role(): Locator {
    return this.part().getByRole('status');
  }
}
