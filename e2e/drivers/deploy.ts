import { expect, type Locator, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { allRead } from './page.ts';
import { configure, restoreStarted } from './restores.ts';
import type { Screens } from './screens.ts';
import { sources } from './world.ts';
import { Driver, Table } from './table.ts';

/** The page `Deploy Template` of a job. */
export class DeployPage extends Driver {
  readonly operations = new Table(this.page, 'Deployment');

  async chooseReader(name: RegExp): Promise<void> {
    await this.page.getByRole('radio', { name }).check();
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  list(name: string): Locator {
    return this.page.getByRole('combobox', { name });
  }

  option(name: string | RegExp): Locator {
    return this.page.getByRole('option', { name });
  }

  async choose(list: string, name: string | RegExp): Promise<void> {
    await this.list(list).click();
    await this.option(name).click();
  }

  /** The template as text. */
  text(): Locator {
    return this.page.getByRole('textbox', { name: 'Template text' });
  }

  /** The text scrolls with the numbers beside it, never by itself. */
  async expectLinesNumbered(): Promise<void> {
    const hidden = await this.text().evaluate((area) => ({
      down: area.scrollHeight - area.clientHeight,
      sideways: area.scrollWidth - area.clientWidth,
    }));
    expect(hidden).toEqual({ down: 0, sideways: 0 });
  }

  /** Whether a line of the text is where a person sees it. */
  async isLineInView(line: number): Promise<boolean> {
    const lines = (await this.text().inputValue()).split('\n').length;
    return this.text().evaluate(
      (area, part) => {
        const { top, height } = area.getBoundingClientRect();
        const box = area.parentElement?.getBoundingClientRect() ?? new DOMRect();
        const middle = top + height * part;
        return middle > Math.max(0, box.top) && middle < Math.min(innerHeight, box.bottom);
      },
      (line - 0.5) / lines,
    );
  }

  async dropFile(text: string): Promise<void> {
    await this.page.getByLabel('Template file').setInputFiles({
      name: 'azuredeploy.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).press('Enter');
  }

  /** Has Azure validate it, and waits for what it predicts. */
  async validate(clock: Pick<Clock, 'pass'>, verdict: string | RegExp): Promise<void> {
    await this.press('Validate');
    await expect(this.page.getByText('Azure validates the template')).toBeVisible();
    await expect
      .poll(async () => {
        await clock.pass(5000);
        return await this.page.getByText(verdict).count();
      })
      .toBe(1);
  }

  changes(kind: string): Locator {
    return this.page.getByRole('region', { name: kind });
  }

  /** Starts what was validated, and waits until Azure has it. */
  async purchase(attempt = 1): Promise<void> {
    await this.page.getByRole('checkbox', { name: /I have read this/ }).check();
    await this.press('Purchase');
    await expect(this.attempt(attempt)).toContainText(/Accepted|In progress/);
  }

  attempt(number: number): Locator {
    return this.page.getByRole('region', { name: `Deployment: Attempt ${String(number)}` });
  }
}

export interface RestoredDisks {
  readonly machine: 'app01' | 'sqlErp' | 'webFe';
  readonly staging: string;
  readonly hasIdentity?: boolean;
}

const APP01: RestoredDisks = { machine: 'app01', staging: 'stprodweu01 (LRS)' };

/** The page of a machine’s template, once its disks were restored. */
export async function openDeploy(
  screens: Screens,
  clock: Pick<Clock, 'pass'>,
  { machine, staging, hasIdentity = false }: RestoredDisks = APP01,
): Promise<DeployPage> {
  const { wizard, configuration } = screens;
  await configure(screens, sources[machine]);
  await wizard.fillTarget({ group: 'rg-restore-weu', staging });
  if (hasIdentity) await configuration.identity('System-assigned').check();
  await wizard.next('review');
  if (hasIdentity) await wizard.tickWarnings();
  // One of its restores to this group is in progress from the start.
  if (machine === 'sqlErp') await wizard.shownWarnings('Other restores to this target').check();
  return restoredAndOpened(screens, clock);
}

/** Starts the restore of disks at Review, and opens the page of its template when it has completed. */
export async function restoredAndOpened(
  { wizard, job, page }: Screens,
  clock: Pick<Clock, 'pass'>,
): Promise<DeployPage> {
  // A restore to the same target that Review hasn't shown yet would hold the press back.
  await allRead(page);
  await restoreStarted({ wizard, job }, clock, /Restore of /);
  await clock.pass(24 * 3_600_000);
  await job.expectProgress('Completed');
  return openOfJob(page);
}

/** From the page of a job. */
export async function openOfJob(page: Page): Promise<DeployPage> {
  await page.getByRole('link', { name: 'Deploy Template' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deploy Template' })).toBeVisible();
  return new DeployPage(page);
}
