import type { Page } from 'playwright/test';
import { ofDemo } from './storage.ts';

/** Stored restores that started in this browser. */

/** `isTold`, as it is stored: whether some tab has shown the news already. */
export interface Planted extends Readonly<Record<'isTold', boolean>> {
  /** The last part of the address of the job's page. */
  readonly address: string;
  readonly machine: string;
  readonly news: 'accepted' | 'done' | 'failed';
}

/** Stores restores as if they had started here; the page has to be loaded again. */
export async function plantRestores(page: Page, restores: readonly Planted[]): Promise<void> {
  const stored = restores.map(({ address, ...rest }) => {
    const [subscription = '', group = '', vault = '', job = ''] = address.split('~');
    const vaultId = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${vault}`;
    const at = Date.UTC(2025, 5, 5, 2, 31);
    return { ...rest, jobId: `${vaultId}/backupJobs/${job}`, at, isRead: false };
  });
  await plantText(page, JSON.stringify(stored));
}

/** Any text in the place of it, as an older version or a broken disk may have left. */
export async function plantText(page: Page, text: string): Promise<void> {
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    `${ofDemo}watched`,
    text,
  ] as const);
}
