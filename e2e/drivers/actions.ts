import { expect, type Locator, type Page } from 'playwright/test';
import { Driver, Table } from './table.ts';
import { entryOf } from './page.ts';

/** What can be done with restored disks. */
type DiskUse =
  | 'Create a VM from them'
  | 'Attach a disk to a VM'
  | 'Swap the OS disk of a VM'
  | 'Detach a disk from a VM';

type Leftover =
  | 'Staged containers'
  | 'Disks without a VM'
  | 'NICs without a VM'
  | 'Roles for restores';

/** Each request of an action says at its end how it stands. */
const STATES =
  /: (Not started|In progress|Done|Done by another tab of this browser|Was so before|Refused|Not sent|Outcome unknown|Couldn’t be read)$/;

/** A page on which something is planned, confirmed by a name, and done request by request. */
class ActionsPage extends Driver {
  private readonly title: string;

  constructor(page: Page, title: string) {
    super(page);
    this.title = title;
  }

  /** By the link of the page that leads here: a job's, the jobs' or Overview. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: this.title }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: this.title })).toBeVisible();
  }

  /** A planned or confirmed action. */
  action(sentence: string | RegExp): Locator {
    return this.page.getByRole('region', { name: sentence });
  }

  confirmation(typed: string): Locator {
    return this.page.getByRole('textbox', { name: `Type ${typed} to confirm` });
  }

  async confirm(typed: string, button: string): Promise<void> {
    await this.confirmation(typed).fill(typed);
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** The requests of all actions on the page, with how they stand. */
  steps(): Locator {
    return this.page.getByRole('listitem').filter({ hasText: STATES });
  }

  /** Waits until the requests of an action stand so, in their order. */
  async expectSteps(sentence: string | RegExp, steps: readonly (string | RegExp)[]): Promise<void> {
    const list = this.action(sentence).getByRole('listitem').filter({ hasText: STATES });
    await expect(list).toHaveText([...steps]);
  }
}

/** The page of what is done with restored disks. */
export class UseDisks extends ActionsPage {
  readonly disks = new Table(this.page, 'Restored disks');

  constructor(page: Page) {
    super(page, 'Use the restored disks');
  }

  async chooseKind(kind: DiskUse): Promise<void> {
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
    await entryOf(this.page, entry).first().click();
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

  command(name: string): Locator {
    return this.page.getByRole('button', { name });
  }
}

/** The page of what restores have left over. */
export class LeftoversPage extends ActionsPage {
  constructor(page: Page) {
    super(page, 'Leftover resources');
  }

  table(kind: Leftover): Table {
    return new Table(this.page, kind);
  }

  section(kind: Leftover): Locator {
    return this.page.getByRole('region', { name: kind });
  }

  /** The boxes that select what is deleted. */
  boxes(name?: string | RegExp): Locator {
    return this.page.getByRole('checkbox', name === undefined ? {} : { name });
  }

  /** Shows the plan to delete what is selected: its part of the page has the focus then. */
  async plan(count: number): Promise<void> {
    const name = count === 1 ? 'Plan 1 deletion' : `Plan ${String(count)} deletions`;
    await this.command(name).click();
  }

  override async confirm(typed: string, button = 'Delete'): Promise<void> {
    await super.confirm(typed, button);
  }

  command(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
