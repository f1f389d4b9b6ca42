import type { Page } from 'playwright/test';
import { allRead } from './in-page.ts';

/** The addresses of the jobs on the page, whatever their labels are, each once and in its order. */
export async function jobAddresses(page: Page): Promise<string[]> {
  await allRead(page);
  const links = page.getByRole('main').getByRole('link');
  const addresses = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  );
  return [...new Set(addresses.filter((address) => address.startsWith('/jobs/')))];
}
