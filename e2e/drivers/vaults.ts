import { expect, type Locator, type Page } from 'playwright/test';
import { once } from './faults.ts';
import type { Fault } from './simulated.ts';
import { isChangeStored } from './storage.ts';
import { Driver, factsOf, Table } from './table.ts';

/** A fault that meets the next change of a vault. */
export const changeFault = (effect: Fault['effect']): Fault => once('vaults.update', effect);

/** The list of vaults. Filters and heads are found as those of every list. */
export class Vaults extends Table {
  constructor(page: Page) {
    super(page, 'Vaults', 'grid');
  }

  async search(text: string): Promise<void> {
    const box = this.page.getByRole('searchbox', { name: 'Search by vault name' });
    await box.fill(text);
    await box.press('Enter');
  }
}

type Command = 'Enable' | 'Disable' | 'Permanently disable';

/** One vault's page. */
export class VaultPage extends Driver {
  /** A part of the page, by its heading. */
  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  crossSubscription(): Locator {
    return this.section('Cross Subscription Restore');
  }

  async expectState(state: string): Promise<void> {
    await expect(this.crossSubscription().getByText(state, { exact: true })).toBeVisible();
  }

  async expectFact(term: string, value: string): Promise<void> {
    const facts = this.section('Properties');
    await expect.poll(async () => (await factsOf(facts))[term]).toBe(value);
  }

  commands(): Locator {
    return this.page.getByRole('group', { name: 'Change Cross Subscription Restore' });
  }

  command(name: Command): Locator {
    return this.commands().getByRole('button', { name, exact: true });
  }

  /** The question whether a command is meant; one that has closed stays until the page has seen it. */
  dialog(): Locator {
    return this.page.getByRole('alertdialog', { includeHidden: true });
  }

  answer(name: string): Locator {
    return this.dialog().getByRole('button', { name, exact: true });
  }

  /** Where the vault's name is to be typed. */
  confirmation(vault: string): Locator {
    return this.dialog().getByRole('textbox', { name: `Type ${vault} to confirm` });
  }

  /** Presses a command that can be undone, and confirms it. */
  async change(name: 'Enable' | 'Disable'): Promise<void> {
    await this.command(name).click();
    await this.answer(name).click();
    await expect(this.dialog()).toHaveCount(0);
  }

  /** Azure has taken the change, and this page follows it: time that passes now is not lost. */
  async expectFollowed(): Promise<void> {
    await expect.poll(async () => isChangeStored(this.page), { message: 'followed' }).toBe(true);
  }

  /** What came of the latest change. */
  outcome(): Locator {
    return this.crossSubscription().getByRole('status');
  }
}
