import { expect, type Locator } from 'playwright/test';
import { allRead } from './page.ts';
import { Driver, Table } from './table.ts';

type Part =
  | 'Restores in progress'
  | 'Needs attention'
  | 'Jobs in the last 24 hours'
  | 'What happened?'
  | 'Backup instances by health'
  | `No restore point for over ${string}`;

/** The start page. */
export class Overview extends Driver {
  readonly running = new Table(this.page, 'Restores in progress');
  readonly health = new Table(this.page, 'Backup instances by health');
  readonly hours = new Table(this.page, 'Jobs in the last 24 hours');
  /** The card for a person who has never been in the demo. */
  readonly firstVisit = this.page.getByRole('region', { name: 'First visit?' });

  part(name: Part): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** A link in a part of the page. */
  link(part: Part, name: string | RegExp): Locator {
    return this.part(part).getByRole('link', { name, exact: true });
  }

  /** Goes to the job of a restore that runs, once no other service’s row can move it any more. */
  async openRunning(machine: string): Promise<void> {
    await allRead(this.page);
    await this.running.row(machine).getByRole('link').click();
    // Overview has a part for the progress, too: what is looked for next could still be found there.
    const title = new RegExp(`^Restore of .*${machine}`);
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** The last part of the address of a running restore's page. */
  async runningAddress(machine: string): Promise<string> {
    const address = await this.running.row(machine).getByRole('link').getAttribute('href');
    return decodeURIComponent(address?.split('/').at(-1) ?? '');
  }

  /** The notice that Azure reports an issue in a region. */
  serviceIssue(title: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('group')
      .filter({ has: this.page.getByText(title, { exact: true }) });
  }

  progress(machine: string): Locator {
    return this.part('Restores in progress').getByRole('progressbar', {
      name: `Progress of ${machine}`,
    });
  }

  /** How far a restore is, as its row says. */
  async percent(machine: string): Promise<number> {
    const text = await this.running.row(machine).innerText();
    return Number(/(\d+)%/.exec(text)?.[1] ?? Number.NaN);
  }

  /** A restore runs, and its row says how far it is. */
  async expectMoving(machine: string): Promise<void> {
    await expect.poll(async () => this.percent(machine)).toBeGreaterThan(0);
  }

  /** Chooses how old the latest restore point of a VM may be. */
  async chooseAge(wanted: string): Promise<void> {
    await this.page.getByText('Age and scope').click();
    await this.age(wanted).click();
    await expect(this.age(wanted)).toHaveAttribute('aria-pressed', 'true');
  }

  private age(name: string): Locator {
    return this.page.getByRole('group', { name: 'Age' }).getByRole('button', { name });
  }

  /** A line of the failed and stalled jobs. */
  attention(job: string): Locator {
    return this.part('Needs attention').getByRole('listitem').filter({ hasText: job });
  }

  /** The picture of the day, by what it says of itself. */
  picture(): Locator {
    return this.part('Jobs in the last 24 hours').getByRole('img');
  }

  /** What the patterns of the picture mean. */
  kinds(): Locator {
    return this.part('Jobs in the last 24 hours').getByRole('listitem');
  }

  async showHours(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show as table' }).click();
    await this.hours.expectVisible();
  }

  /** A part of the page. */
  async expectTrouble(part: Part, text: string): Promise<void> {
    await expect(this.part(part).getByRole('alert')).toContainText(text);
  }

  async retry(part: Part): Promise<void> {
    await this.part(part).getByRole('button', { name: 'Check again' }).click();
  }
}

/** The drafts that Overview lists, and the page of all drafts. */
export class Drafts extends Driver {
  /** All drafts, on their own page. */
  readonly all = new Table(this.page, 'Drafts');

  /** The line of a machine's draft. */
  line(machine: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ hasText: `Restore of ${machine}` })
      .filter({ hasText: 'Changed ' });
  }

  async open(machine: string): Promise<void> {
    await this.line(machine).getByRole('link').click();
  }

  /** Goes on with a draft of the page of all drafts. */
  async resume(name: string): Promise<void> {
    await this.all
      .row(name)
      .getByRole('link', { name: `Resume: ${name}` })
      .click();
  }

  async discard(name: string): Promise<void> {
    await this.all
      .row(name)
      .getByRole('button', { name: `Discard: ${name}` })
      .click();
  }

  /** What a draft led to, in its row. */
  job(name: string): Locator {
    return this.all.row(name).getByRole('link', { name: `View job: ${name}` });
  }
}
