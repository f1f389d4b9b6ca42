import { expect, type Locator } from 'playwright/test';
import { Driver, expectFactsOf, Table } from './table.ts';

/** From the trouble to the way back. */
export class WhatHappened extends Driver {
  readonly machines = new Table(this.page, 'Virtual machine');

  scenario(name: string): Locator {
    return this.page
      .getByRole('radiogroup', { name: 'What happened' })
      .getByRole('radio', { name });
  }

  async choose(scenario: string): Promise<void> {
    // The address holds the choice, so it shows a moment after the press.
    await this.scenario(scenario).click();
    await expect(this.scenario(scenario)).toBeChecked();
  }

  search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search by name' });
  }

  machine(name: string, ...texts: readonly string[]): Locator {
    return this.machines.row(name, ...texts).getByRole('radio', { name, exact: true });
  }

  async chooseMachine(name: string, ...texts: readonly string[]): Promise<void> {
    await this.search().fill(name);
    // The list follows a moment after: only its heads are without the name then, which a narrow screen leaves out.
    const heads = this.page.getByRole('columnheader');
    await expect(this.machines.row().filter({ hasNotText: name, hasNot: heads })).toHaveCount(0);
    await expect(this.machines.row(name)).not.toHaveCount(0);
    await this.machine(name, ...texts).click();
    await expect(this.machine(name, ...texts)).toBeChecked();
  }

  time(): Locator {
    return this.page.getByRole('textbox', { name: 'Good until' });
  }

  async giveTime(text: string): Promise<void> {
    await this.time().fill(text);
    await this.time().press('Enter');
  }

  answer(): Locator {
    return this.page.getByRole('region', { name: 'Recommended restore option' });
  }

  /** The first way, in the sentence that is announced. */
  async expectFirst(text: string | RegExp): Promise<void> {
    await expect(this.answer().getByRole('status').first()).toContainText(text);
  }

  /** Names and values of the first way. */
  async expectFacts(wanted: Readonly<Record<string, string | RegExp>>): Promise<void> {
    await expectFactsOf(this.answer(), wanted);
  }

  /** One of the other ways, by its name. */
  other(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Other options' })
      .getByRole('listitem')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** Opens why one of the other ways isn’t possible. */
  async why(name: string): Promise<void> {
    await this.other(name)
      .getByRole('button', { name: `Why isn’t ${name} possible?` })
      .click();
  }

  restoreLink(): Locator {
    return this.page.getByRole('link', { name: 'Restore with this option', exact: true });
  }

  async restoreThisWay(): Promise<void> {
    await this.restoreLink().click();
  }

  /** Lists machines again where one is chosen already. */
  async chooseAnother(): Promise<void> {
    await this.page.getByRole('button', { name: 'Select another VM' }).click();
  }
}
