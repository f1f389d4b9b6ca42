import { expect, type Locator } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { allRead, chooseFrom, goTo, savedBy } from './page.ts';
import type { Source } from './world.ts';
import { Driver } from './table.ts';

/** Where the script of a test runs. */
export interface Runner {
  readonly system: string;
  /** Of a Linux distribution. */
  readonly version?: string;
}

/** Longer than the simulated Azure takes to mount a restore point. */
const MOUNTING_MS = 90_000;

const UBUNTU: Runner = { system: 'Ubuntu', version: '22.04' };

/** File recovery, from the step that asks where its script runs to the end of its session. */
export class FileRecovery extends Driver {
  /** To the step "Where to run it", with VM and restore point chosen. */
  async start({ start }: Source): Promise<void> {
    await goTo(this.page, `${start}&task=recoverFiles`);
    await expect(this.heading('Where to run it step 4 of 5')).toBeVisible();
    await allRead(this.page);
  }

  async describe({ system, version }: Runner = UBUNTU): Promise<void> {
    await this.select('Operating system that runs the script', system);
    if (version !== undefined) {
      await this.page.getByRole('textbox', { name: 'Version' }).fill(version);
    }
  }

  async select(label: string, entry: string): Promise<void> {
    await chooseFrom(this.list(label), entry);
  }

  list(label: string): Locator {
    return this.page.getByRole('combobox', { name: label });
  }

  /** An entry of the list that is open. */
  entry(name: string): Locator {
    return this.page.getByRole('option', { name, exact: true });
  }

  async review(): Promise<void> {
    await this.button('Next: Review + get the script').click();
    await expect(this.heading('Review + get the script step 5 of 5')).toBeVisible();
  }

  /** From nothing chosen to Review. */
  async reviewed(source: Source, runner?: Runner): Promise<void> {
    await this.start(source);
    await this.describe(runner);
    await this.review();
  }

  press(): Locator {
    return this.button('Get the script');
  }

  /** All of it, until the script is there. */
  async getScript(source: Source, clock: Clock, runner?: Runner): Promise<void> {
    await this.reviewed(source, runner);
    await this.sendFor(clock);
    await this.expectReady();
  }

  /** Presses Get the script, and lets the time pass in which Azure mounts or refuses. */
  async sendFor(clock: Clock): Promise<void> {
    await this.press().click();
    await expect(this.heading('Azure is preparing the disks')).toBeVisible();
    await clock.pass(MOUNTING_MS);
  }

  async expectReady(): Promise<void> {
    await expect(this.heading('Script and password')).toBeVisible();
  }

  /** Shows the password, and reads it. */
  async password(): Promise<string> {
    await this.button('Show password').click();
    const step = this.page.getByRole('region', { name: '2. Copy the password' });
    const text = await step.getByText(/^[0-9a-f]{15}$/).textContent();
    return text ?? '';
  }

  /** Saves the script, and reads its name and its text. */
  async saved(): Promise<{ readonly name: string; readonly text: string }> {
    return savedBy(this.button('Save the script'));
  }

  async unmount(machine: string): Promise<void> {
    await this.button('Unmount disks').click();
    await this.confirmUnmount(machine);
  }

  /** Types the name of the VM whose disks are unmounted, and confirms. */
  async confirmUnmount(machine: string): Promise<void> {
    await this.page.getByRole('textbox', { name: `Type ${machine} to confirm` }).fill(machine);
    await this.button('Unmount disks').click();
  }

  /** The check of what the system reaches, for one of the shells. */
  check(shell: 'PowerShell' | 'bash'): Locator {
    return this.page.getByRole('group', { name: `Check for ${shell}` });
  }

  async searchTroubles(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search messages' }).fill(text);
  }

  /** The restore points that are mounted, on the page of their VM. */
  mounted(): Locator {
    return this.page.getByRole('region', { name: 'Mounted restore points' });
  }

  /** Whether Azure, asked again after a lost answer, reports so. */
  async reports(text: RegExp): Promise<boolean> {
    await this.button('Check again').click();
    return this.shows(text).first().isVisible();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  /** The sessions on the start page. */
  sessions(): Locator {
    return this.page.getByRole('region', { name: 'File recovery', exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  shows(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(text);
  }
}
