import { expect, type Locator, type Page } from 'playwright/test';
import { Table } from './table.ts';

type Kind = 'Staged containers' | 'Disks without a VM' | 'NICs without a VM' | 'Roles for restores';

/** The page of what restores have left over. */
export class LeftoversPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From Overview or from the jobs. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Leftover resources' }).click();
    await expect(
      this.page.getByRole('heading', { level: 1, name: 'Leftover resources' }),
    ).toBeVisible();
  }

  table(kind: Kind): Table {
    return new Table(this.page, kind);
  }

  section(kind: Kind): Locator {
    return this.page.getByRole('region', { name: kind });
  }

  /** The boxes that select what is deleted. */
  boxes(name?: string | RegExp): Locator {
    return this.page.getByRole('checkbox', name === undefined ? {} : { name });
  }

  /** Shows the plan to delete what is selected: its part of the page has the focus then. */
  async plan(count: number): Promise<void> {
    const name = count === 1 ? 'Plan 1 deletion' : `Plan ${String(count)} deletions`;
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  action(sentence: string | RegExp): Locator {
    return this.page.getByRole('region', { name: sentence });
  }

  async confirm(typed: string): Promise<void> {
    await this.page.getByRole('textbox', { name: `Type ${typed} to confirm` }).fill(typed);
    await this.command('Delete').click();
  }

  command(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Waits until each request of the action stands so. */
  async expectSteps(sentence: string | RegExp, steps: readonly (string | RegExp)[]): Promise<void> {
    const list = this.action(sentence).getByRole('listitem').filter({ hasText: STATES });
    await expect(list).toHaveText([...steps]);
  }
}

const STATES =
  /: (Not started|In progress|Done|Was so before|Refused|Not sent|Outcome unknown|Couldn’t be read)$/;
