import { type Dialog, expect, type Page } from 'playwright/test';
import { RestoreCommands } from './drivers/review.ts';
import { allRead, goTo } from './drivers/page.ts';
import { openRecord, saved } from './drivers/jobs.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Longer than any text that a page shows or speaks in one piece. */
const MOST = 2100;

/** A walk tells of every page. */
const softly = expect.configure({ soft: true });

/** Narrow first: what follows is done on the wide page. */
const sizes = [
  [400, 800],
  [1440, 900],
] as const;

/**
 * A page that holds names from the hostile world, as it stands: nothing of them became an element, nothing
 * hidden reached the page or its title, what is written from right to left stays in its place, and the
 * page does not scroll sideways.
 */
async function expectHarmless(page: Page, what: string): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // What is still to come has nothing wrong.
    await expect(page.getByRole('progressbar', { name: /^Reading / })).toHaveCount(0);
    const message = `${what} at ${String(width)} pixels`;
    // What was laid out for another width takes a moment.
    await softly.poll(async () => faultsOf(page), { message }).toEqual([]);
  }
}

/** Does something, during which no dialog may come up: whatever runs in a name would open one. */
async function withoutDialogs(page: Page, act: () => Promise<void>): Promise<void> {
  const messages: string[] = [];
  const note = (dialog: Dialog): void => {
    messages.push(dialog.message());
    void dialog.dismiss();
  };
  page.on('dialog', note);
  await act();
  page.off('dialog', note);
  expect(messages).toEqual([]);
}

/** Where the links of a page to machines, disks, jobs and vaults lead. */
async function linksOf(page: Page): Promise<string[]> {
  const addresses = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return addresses.filter((address) => /^\/(?:instances|jobs|vaults)\/./.test(address));
}

async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const hidden =
      /(?![\t\n\r])\p{Cc}|[\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2067\ufeff]/u;
    const rightToLeft = /[\u0590-\u08ff]/;
    const apart = /\u2068[^\u2066-\u2069]*\u2069/g;
    const shown = (element: Element, text: string): string =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class')?.slice(0, 20) ?? ''} ${element.parentElement?.tagName ?? ''} "${JSON.stringify(text.trim().slice(0, 90))}"`;
    const faultIn = (element: Element, text: string): string[] => {
      if (hidden.test(text)) return [`hidden: ${shown(element, text)}`];
      if (text.length > most) return [`${String(text.length)} characters: ${shown(element, text)}`];
      const left = text.replaceAll(apart, '');
      if (/[\u2068\u2069]/.test(left)) return [`an isolate is left open: ${shown(element, text)}`];
      const isApart = element.closest('bdi, title, option') !== null;
      if (rightToLeft.test(left) && !isApart) return [`not isolated: ${shown(element, text)}`];
      return [];
    };
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent !== null && parent.closest('style, script') === null)
        found.push(...faultIn(parent, node.textContent ?? ''));
    }
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'alt'].flatMap(
        (name) =>
          faultIn(element, element.getAttribute(name) ?? '').map((fault) => `${name}, ${fault}`),
      ),
    );
    const made = [...document.querySelectorAll('img, script:not([src]), [onerror]')].map(
      (element) => `an element: ${shown(element, element.outerHTML)}`,
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    const isBeyond = (element: Element | null): boolean =>
      (element?.getBoundingClientRect().right ?? 0) > clientWidth + 1;
    const beyond = [...document.querySelectorAll('body *')].find(
      (element) => isBeyond(element) && !isBeyond(element.parentElement),
    );
    const wide =
      scrollWidth > clientWidth + 1 && beyond !== undefined
        ? [`The page scrolls sideways for ${shown(beyond, beyond.textContent)}`]
        : [];
    return [...new Set([...found, ...attributes, ...made, ...wide])];
  }, MOST);
}

/** Names as a person reads them: what is hidden in them stands as its code. */
const reversed = 'report[U+202E]gpj.exe';
const html = `<img src=x onerror=alert('name')>`;

test(
  'hostile names stay names on every page',
  { tag: proves('a hostile name stays text') },
  async ({ app, page, troubles }) => {
    // A disk that was protected is not in the world itself.
    troubles.expectRefusals();
    await withoutDialogs(page, async () => {
      await app.open('/', 'hostile-names');
      const addresses = new Set<string>();
      for (const address of [
        '/',
        '/instances',
        '/instances?datasource=disk',
        '/jobs?range=7d',
        '/vaults',
        '/leftovers',
        '/what-happened?what=ransomware',
      ]) {
        await goTo(page, address);
        await allRead(page);
        await expectHarmless(page, address);
        for (const link of await linksOf(page)) addresses.add(link);
      }
      for (const address of addresses) {
        await goTo(page, address);
        await allRead(page);
        await expectHarmless(page, address);
      }
    });
  },
);

test('a restore among hostile names runs to its end', async ({ app, page, clock, troubles }) => {
  troubles.expectRefusals();
  await withoutDialogs(page, async () => {
    const { shell, instances, wizard, configuration, search, notices } = await app.open(
      '/instances',
      'hostile-names',
    );
    await instances.openFilter('Vault');
    await expectHarmless(page, 'a filter');
    await page.keyboard.press('Escape');
    await search.open();
    await search.type('gpj');
    await expect(search.options('Backup instances').first()).toContainText(reversed);
    await expectHarmless(page, 'results of a search');
    await search.options('Backup instances').first().click();
    await shell.expectTitle(reversed);
    await allRead(page);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Restore as of/ })
      .first()
      .click();
    await wizard.expectStep('configuration');
    await wizard.openStep('restore-point');
    await allRead(page);
    await expectHarmless(page, 'Restore point');
    await wizard.openStep('instance');
    await allRead(page);
    await expectHarmless(page, 'Backup instance');
    await wizard.openStep('configuration');
    await allRead(page);
    await configuration.chooseType('Create new virtual machine');
    await configuration.name().fill('restored');
    await configuration.list('Resource group').click();
    await expectHarmless(page, 'a list');
    await configuration.entry(`rg-${reversed}`).click();
    await configuration.choose('Virtual network', `vnet-${html}`);
    await configuration.choose('Staging Location', `st${reversed} (LRS)`);
    await allRead(page);
    await expectHarmless(page, 'Configuration');
    await wizard.next('review');
    await allRead(page);
    await expectHarmless(page, 'Review');
    const commands = new RestoreCommands(page);
    await commands.openTab();
    await expectHarmless(page, 'the commands');
    await commands.choose('PowerShell');
    await expectHarmless(page, 'a script of PowerShell');
    await commands.choose('Azure CLI');
    await expectHarmless(page, 'a script of the Azure CLI');
    await expect(commands.script('Azure CLI')).toContainText(
      `--target-resource-group 'rg-${reversed}'`,
    );
    expect((await commands.download('Azure CLI')).text).toContain(
      "--target-resource-group 'rg-report\u202egpj.exe'",
    );
    await wizard.restoreAccepted();
    await expectHarmless(page, 'a restore that was accepted');
    await clock.pass(4 * 3_600_000);
    await notices.open();
    await expectHarmless(page, 'notifications');
    await shell.expectText(/restored was o(?:n|ff) at/);
    await expect(page).toHaveTitle(`Restore of ${reversed} to restored - Restore Center`);
    await openRecord(page);
    await allRead(page);
    await expectHarmless(page, 'a record');
    expect((await saved(page, 'Save as Markdown')).text).toContain(
      String.raw`- **Backup instance**: report\[U+202E\]gpj.exe`,
    );
    expect((await saved(page, 'Save as JSON')).text).toContain('"item": "report\u202egpj.exe"');
  });
});
