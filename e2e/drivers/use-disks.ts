import { expect, type Locator, type Page } from 'playwright/test';
import { Table } from './table.ts';

type Kind =
  | 'Create a VM from them'
  | 'Attach a disk to a VM'
  | 'Swap the OS disk of a VM'
  | 'Detach a disk from a VM';

/** The page of what is done with restored disks. */
export class UseDisks {
  readonly page: Page;
  readonly disks: Table;

  constructor(page: Page) {
    this.page = page;
    this.disks = new Table(page, 'Restored disks');
  }

  /** From the page of the job. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Use the restored disks' }).click();
    await expect(
      this.page.getByRole('heading', { level: 1, name: 'Use the restored disks' }),
    ).toBeVisible();
  }

  async chooseKind(kind: Kind): Promise<void> {
    await this.page.getByRole('radio', { name: kind }).check();
  }

  list(label: string | RegExp): Locator {
    return this.page.getByRole('combobox', { name: label });
  }

  text(label: string): Locator {
    return this.page.getByRole('textbox', { name: label });
  }

  async choose(label: string | RegExp, entry: string | RegExp): Promise<void> {
    await this.list(label).click();
    await this.page
      .getByRole('option')
      .filter({ has: this.page.getByText(entry, { exact: true }) })
      .first()
      .click();
    await expect(this.list(label)).toHaveText(entry);
  }

  /** What a new VM in the documents' network needs. */
  async fillVm(size: string): Promise<void> {
    await this.choose('Size', size);
    await this.choose('Virtual network', 'testNet');
    await this.choose('Subnet', 'default');
  }

  /** Shows the plan of what is filled in: its part of the page has the focus then. */
  async plan(sentence: string | RegExp): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Show the plan' }).click();
    const action = this.action(sentence);
    await expect(action).toBeVisible();
    return action;
  }

  /** A planned or confirmed action. */
  action(sentence: string | RegExp): Locator {
    return this.page.getByRole('region', { name: sentence });
  }

  async confirm(name: string, button: string): Promise<void> {
    await this.text(`Type ${name} to confirm`).fill(name);
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** The requests of an action with their states, in their order. */
  async expectSteps(sentence: string | RegExp, steps: readonly (string | RegExp)[]): Promise<void> {
    await expect(
      this.action(sentence).getByRole('listitem').filter({ hasText: STATES }),
    ).toHaveText([...steps]);
  }

  command(name: string): Locator {
    return this.page.getByRole('button', { name });
  }
}

const STATES =
  /: (Not started|In progress|Done|Was so before|Refused|Not sent|Outcome unknown|Couldn’t be read)$/;
