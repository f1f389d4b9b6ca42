import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { plantDraft } from './storage.ts';

/** Ways to a screen that neither load the page again nor take a press for each choice. */

/** Goes to an address of the product, as a link in the page does. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), address);
}

/**
 * Waits until all that the page asks Azure for has come. What was read late moves what is under a
 * hand, and a person waits for the page to stand still.
 */
export async function allRead(page: Page): Promise<void> {
  await page.evaluate(async () => window.restoreCenterSimulation?.allRead());
}

/** Nothing selected, as version 5 of the product stores it; later versions read it, too. */
const nothingChosen = {
  datasource: null,
  regionView: 'primary',
  instance: null,
  point: null,
  group: 'createNew',
  option: null,
  subscription: null,
  rg: null,
  rgIsNew: false,
  vmName: null,
  vnet: null,
  subnet: null,
  zone: null,
  staging: null,
  restoreAsManaged: null,
  diskEncryptionSet: null,
  identity: 'none',
  identityId: null,
  confirmReplace: null,
  diskAccess: null,
  diskAccessId: null,
  diskMode: 'ALR',
  diskName: null,
  dc: null,
  otherDcReachable: null,
  isolatedNetwork: null,
  domainJoined: null,
  domainTrouble: null,
  isSql: null,
  cloudInit: null,
  outage: null,
  consequenceRead: false,
  warningsRead: false,
} as const;

export type Chosen = Partial<Record<keyof typeof nothingChosen, string | boolean | null>>;

/** Opens a step of a draft in which all this is chosen, as if a person had come back to it. */
export async function beginDraft(page: Page, chosen: Chosen, step: string): Promise<void> {
  const id = randomUUID();
  const at = await page.evaluate(() => window.restoreCenterSimulation?.clock.now() ?? 0);
  const draft = {
    id,
    version: 5,
    createdAt: at - 60_000,
    changedAt: at,
    choices: { ...nothingChosen, ...chosen },
    takenBack: [],
    submission: { state: 'none' },
  };
  await plantDraft(page, id, JSON.stringify(draft));
  await goTo(page, `/restore/${id}/${step}`);
}
