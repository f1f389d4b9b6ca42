import { expect, type Page } from 'playwright/test';
import { DEMO_TOKENS } from '#src/mocks/commvault/door.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/origin.ts';
import { app01, guidOf, type RestoreWish, taskBody } from '#src/mocks/commvault/testing.ts';
import { goTo } from './in-page.ts';
import type { Screens } from './screens.ts';

/** What tests of restores by Commvault do: app01 of the default world is protected by it. */

const HOST = new URL(COMMSERVE_ORIGIN).host;
const API = `${COMMSERVE_ORIGIN}/webconsole/api`;
const app01Id = `commvault:${HOST}/vm/${guidOf(app01)}`;

/** Starts a restore of app01 past the product, and opens its job. No draft of this browser has led to it. */
export async function openStartedTask(
  { page, job }: Screens,
  wish: Omit<RestoreWish, 'id'> = {},
): Promise<string> {
  const number = await startTask(page, wish);
  await goTo(page, `/jobs/${encodeURIComponent(`commvault:${HOST}/job/${number}`)}`);
  await job.expectOpen('Restore of app01');
  return number;
}

async function startTask(page: Page, wish: Omit<RestoreWish, 'id'>): Promise<string> {
  const started = await page.evaluate(
    async ([url, token, text]) => {
      const headers = { 'content-type': 'application/json', authtoken: `Bearer ${token}` };
      const answer = await fetch(url, { method: 'POST', headers, body: text });
      const { jobIds } = await answer.json();
      // A CommServe doesn't know a job right after its start.
      await window.restoreCenterSimulation?.clock.step(4000);
      return String(jobIds[0]);
    },
    [
      `${API}/CreateTask`,
      DEMO_TOKENS.accessToken,
      JSON.stringify(taskBody({ id: app01, ...wish })),
    ] as const,
  );
  expect(started).toMatch(/^\d+$/);
  return started;
}

/** A draft at Summary that restores app01 beside itself. */
export async function fillApp01ByCommvault({
  page,
  wizard,
  configuration,
}: Screens): Promise<void> {
  await goTo(page, `/restore/new?instance=${encodeURIComponent(app01Id)}`);
  await wizard.choosePoint('4 Jun 2025 20:36');
  await page.getByRole('button', { name: 'Next: Destination' }).click();
  await page.getByRole('button', { name: 'Next: Virtual machines' }).click();
  await page.getByRole('combobox', { name: 'Storage account' }).click();
  await configuration.entry('stprodweu01').click();
  await page.getByRole('button', { name: 'Next: Restore options' }).click();
  await page.getByRole('button', { name: 'Next: Summary' }).click();
  await expect(wizard.restoreButton()).toBeVisible();
}
