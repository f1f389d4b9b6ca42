import { expect, type Locator } from 'playwright/test';
import { allRead, passUntil, savedBy } from './page.ts';
import { Driver } from './table.ts';

/** A copy on the network of its source has that one warning, which holds nothing back. */
const READY = /^Ready(?:| with warnings: 1 warning)\.$/;

/** A little more than the client waits before it asks again how Azure's look stands. */
const BETWEEN_LOOKS_MS = 12_000;

interface Passing {
  waitFor(milliseconds: number): Promise<void>;
}

/** The list before a restore, at Review. */
export class PreflightList extends Driver {
  section(): Locator {
    return this.page.getByRole('region', { name: 'Before you restore', exact: true });
  }

  /** The heading of the checks says what they come to. */
  heading(): Locator {
    return this.section().getByRole('heading').first();
  }

  /** What the whole list comes to. */
  async expectSum(sum: string | RegExp): Promise<void> {
    // It stands there once more, for screen readers.
    await expect(this.section().getByText(sum, { exact: true }).first()).toBeVisible();
  }

  /** Lets Azure's own look come to its end, which takes simulated time; nothing is in the way then. */
  async reachReady(clock: Passing): Promise<void> {
    await this.expectChecked();
    const sum = this.section().getByText(READY).first();
    await passUntil(
      async () => {
        // Reads on their way have deadlines, which would pass, too.
        await allRead(this.page);
        await clock.waitFor(BETWEEN_LOOKS_MS);
      },
      async () => sum.isVisible(),
    );
  }

  async expectReady(): Promise<void> {
    await this.expectSum(READY);
  }

  /** All is read: nothing is on its way any more but Azure's own look, which takes its time. */
  async expectChecked(): Promise<void> {
    await expect(this.section()).toContainText(/\d more checks? passed/);
    const ours = this.lines().filter({ hasNotText: 'Validation by Azure' });
    await expect(ours.getByText('Checking', { exact: true })).toHaveCount(0);
  }

  /** One line, by what is looked at. */
  line(name: string): Locator {
    return this.lines().filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** How a line stands, and something that it says. */
  async expectLine(name: string, state: string, found: string | RegExp = ''): Promise<void> {
    await expect(this.line(name)).toContainText(state);
    await expect(this.line(name)).toContainText(found);
  }

  /** The lines that did not pass, by name, in their order. */
  async notPassed(): Promise<string[]> {
    const shown = this.section().getByRole('table', { name: 'Checks', exact: true });
    const texts = await rowsOf(shown).allInnerTexts();
    return texts.flatMap((text) => {
      const [state = '', name = ''] = text.split('\n').filter((line) => line !== '');
      return state === 'Passed' ? [] : [`${name}: ${state}`];
    });
  }

  /** A button or link of a line. */
  way(line: string, name: string | RegExp): Locator {
    return this.line(line).getByRole('button', { name });
  }

  /** Most passed lines are folded away, but present. */
  private lines(): Locator {
    return rowsOf(this.section().getByRole('table', { name: /^Checks/, includeHidden: true }));
  }
}

/** The lines of a table of checks, without that of its heads. */
const rowsOf = (table: Locator): Locator =>
  table.getByRole('row', { includeHidden: true }).filter({ hasNotText: /^State\s*Check/ });

type Client = 'REST' | 'Azure CLI' | 'PowerShell';

/** The same restore as commands, on Review and on the page of a job. */
export class RestoreCommands extends Driver {
  /** Review has them in a tab. */
  async openTab(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Commands' }).click();
    await expect(this.script('Azure CLI')).toBeVisible();
  }

  /** The number of the plan. */
  async plan(): Promise<string> {
    await expect(this.section()).toContainText(/Plan [0-9a-f]{12}/);
    const text = await this.section().innerText();
    return /Plan ([0-9a-f]{12})/.exec(text)?.[1] ?? 'none';
  }

  async show(): Promise<void> {
    await this.section().getByRole('button', { name: 'Show commands' }).click();
    await expect(this.script('REST')).toBeVisible();
  }

  async choose(client: Client): Promise<void> {
    await this.section().getByRole('radio', { name: client }).check();
  }

  script(client: Client): Locator {
    return this.section().getByRole('group', { name: `Script for ${client}` });
  }

  limits(client: Client): Locator {
    return this.section().getByRole('list', { name: `Limits of ${client}` });
  }

  /** Name and text of the file that is saved. */
  async download(client: Client): Promise<{ name: string; text: string }> {
    return savedBy(this.section().getByRole('button', { name: `Download ${client}` }));
  }

  private section(): Locator {
    return this.page.getByRole('region', { name: 'Commands', exact: true });
  }
}
