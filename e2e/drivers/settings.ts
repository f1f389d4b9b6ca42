import { expect, type Locator } from 'playwright/test';
import { Driver } from './table.ts';

/** The page Settings with the connection to a CommServe. */
export class Settings extends Driver {
  /** By the button in the bar that every page has. */
  async open(): Promise<void> {
    await this.page.getByRole('banner').getByRole('link', { name: 'Settings' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  }

  zone(name: string | RegExp): Locator {
    const zones = this.page.getByRole('radiogroup', { name: 'Time zone' });
    return zones.getByRole('radio', { name, exact: true });
  }

  connection(): Locator {
    return this.page.getByRole('region', { name: 'Commvault connection' });
  }

  token(name: 'Access token' | 'Refresh token'): Locator {
    return this.connection().getByLabel(name);
  }

  async connect(accessToken: string, refreshToken = ''): Promise<void> {
    await this.token('Access token').fill(accessToken);
    await this.token('Refresh token').fill(refreshToken);
    await this.press('Connect');
  }

  async press(name: 'Connect' | 'Test connection' | 'Forget tokens'): Promise<void> {
    await this.connection().getByRole('button', { name, exact: true }).click();
  }

  async expectStatus(text: string): Promise<void> {
    await expect(this.connection().getByRole('status')).toHaveText(text);
  }

  async expectTrouble(text: string): Promise<void> {
    await expect(this.connection().getByRole('alert')).toContainText(text);
  }

  /** All that the browser stores for this address as texts, and the address itself. */
  async stored(): Promise<string> {
    const texts = await this.page.evaluate(() =>
      [localStorage, sessionStorage].flatMap((area) =>
        Object.keys(area).flatMap((key) => [key, area.getItem(key) ?? '']),
      ),
    );
    return [this.page.url(), ...texts].join('\n');
  }
}

/** The dialog with all keyboard shortcuts, and the part of Settings that leads to it. */
export class Shortcuts extends Driver {
  async expectOpen(): Promise<void> {
    await expect(this.dialog()).toBeVisible();
  }

  async expectClosed(): Promise<void> {
    await expect(this.dialog()).toHaveCount(0);
  }

  /** The keys of a part of the list, one after the other. */
  keysOf(part: string): Locator {
    return this.dialog().getByRole('region', { name: part }).getByRole('definition');
  }

  async turnOff(): Promise<void> {
    await this.dialog().getByRole('checkbox', { name: 'Open keyboard shortcuts with ?' }).uncheck();
  }

  async close(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Close' }).click();
  }

  settingsHeading(): Locator {
    return this.page.getByRole('heading', { level: 2, name: 'Keyboard' });
  }

  opener(): Locator {
    return this.page.getByRole('button', { name: 'Show keyboard shortcuts' });
  }

  private dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  }
}
