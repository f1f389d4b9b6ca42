import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from 'playwright/test';

type Client = 'REST' | 'Azure CLI' | 'PowerShell';

/** The same restore as commands, on Review and on the page of a job. */
export class RestoreCommands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

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
    const saving = this.page.waitForEvent('download');
    await this.section()
      .getByRole('button', { name: `Download ${client}` })
      .click();
    const saved = await saving;
    const text = await readFile(await saved.path(), 'utf8');
    return { name: saved.suggestedFilename(), text };
  }

  private section(): Locator {
    return this.page.getByRole('region', { name: 'Commands', exact: true });
  }
}
