import { expect } from 'playwright/test';
import { fillApp01ByCommvault } from './drivers/commvault.ts';
import { appData, reviewDisk, withDisks } from './drivers/disks.ts';
import { FileRecovery } from './drivers/files.ts';
import { atSizes, expectInPlace } from './drivers/layout.ts';
import { powerInAzure } from './drivers/others.ts';
import { allRead } from './drivers/page.ts';
import { app01Beside, configure, fillApp01Beside, fillApp01Disks } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** The course of each kind of restore at Review: its steps in order, who takes them, and what holds one back. */

interface Kind {
  readonly open: (screens: Screens) => Promise<void>;
  /** The lines of each step. */
  readonly steps: readonly (readonly string[])[];
}

const replaceApp01 = async (screens: Screens): Promise<void> => {
  await configure(screens, sources.app01);
  await screens.configuration.fillReplacement(app01Beside.staging);
  await screens.wizard.openStep('review');
};

/** A line with times in it: `~` stands for one, or for a range. */
const line = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll('~', String.raw`[\d:]+(?:–[\d:]+)?`)}$`);

const CREATE: Kind['steps'] = [
  ['1 Transfer data from vault', 'Cancel until ~', '412 GiB, ~ min', 'from ~'],
  ['2 Create the restored virtual machine', '~ min', 'from ~'],
  ['3 Separate the copy, set up its backup', 'you, after the job'],
];
const UPDATE = '3 Update the virtual machine';
const STORED = 'today’s disks kept, ~ min';
const replacing = (update: readonly string[]): Kind['steps'] => [
  [
    '2 Transfer data from vault',
    '412 GiB, a snapshot first, ~ min',
    '4 Jun 2025, 22:03 Crash · Snapshot and Vault-Standard',
    'Cancel until ~',
  ],
  update,
  ['4 Start app01', 'you, if it is off'],
];

const KINDS: Readonly<Record<string, Kind>> = {
  'a new VM': { open: fillApp01Beside, steps: CREATE },
  'restored disks': {
    open: fillApp01Disks,
    steps: [
      ['1 Transfer data from vault', '412 GiB, ~ min', 'from ~'],
      ['2 Build a VM, or attach the disks', 'you, after the job'],
    ],
  },
  'a replacement that is held back': {
    open: replaceApp01,
    steps: [
      ['1 Shut down app01', 'To do', 'before Restore', 'Shut down app01'],
      ...replacing([UPDATE, 'Validation by Azure', STORED]),
    ],
  },
  'a replacement that is ready': {
    open: async (screens) => {
      await powerInAzure(screens.page, sources.app01, 'off');
      await replaceApp01(screens);
    },
    steps: [['1 Shut down app01', 'Done'], ...replacing([UPDATE, STORED])],
  },
  'an Azure disk': {
    open: async (screens) => {
      const target = { subscription: 'Contoso Production', name: 'app01-again' };
      await reviewDisk(withDisks(screens), { ...appData, ...target });
    },
    steps: [['1 Trigger Restore'], ['2 Attach the disk', 'you, after the job']],
  },
  'a VM through Commvault': {
    open: fillApp01ByCommvault,
    steps: [['1 Write data from library'], ['2 Create the VM'], ['3 Set up its backup']],
  },
  'recovered files': {
    open: async ({ page }) => new FileRecovery(page).reviewed(sources.app01),
    steps: [
      ['1 Run the script', 'you'],
      ['2 Copy the files', 'you'],
      ['3 Unmount the disks', 'you'],
    ],
  },
};

const SIZES = [
  [320, 640],
  [400, 800],
  [720, 450],
  [1024, 768],
  [1440, 900],
] as const;

for (const [name, { open, steps }] of Object.entries(KINDS)) {
  test(`the course of ${name}, in order, and in its place at five widths`, async ({
    app,
    page,
  }) => {
    const screens = await app.open('/instances', 'default');
    await open(screens);
    await allRead(page);
    const items = screens.wizard.course().getByRole('listitem');
    await expect(items).toHaveCount(steps.length);
    const texts = (await items.allInnerTexts()).map((text) => text.split('\n').filter(Boolean));
    globalThis.console.info(`${name}: ${texts.map((lines) => lines.join(' | ')).join(' → ')}`);
    expect(texts).toEqual(
      steps.map((lines) => lines.map((text) => expect.stringMatching(line(text)))),
    );
    await atSizes(page, SIZES, async (size) => expectInPlace(page, `${name} ${size}`));
  });
}

for (const [name, open] of [
  ['a new VM', fillApp01Beside],
  ['a replacement that is held back', replaceApp01],
] as const) {
  test.describe(`on a phone, ${name}`, () => {
    test.use({ viewport: { width: 400, height: 800 } });

    test('the first check and how it stands are in view', async ({ app, page }) => {
      const screens = await app.open('/instances', 'default');
      await open(screens);
      await allRead(page);
      const checks = page.getByRole('table', { name: 'Checks', exact: true });
      for (const cell of (await checks.getByRole('row').nth(1).getByRole('cell').all()).slice(0, 2))
        await expect(cell).toBeInViewport({ ratio: 1 });
    });
  });
}
