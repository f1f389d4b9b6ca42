import { expect, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import type { Chunks } from './chunks.ts';
import { commvaultApp01, fillApp01ByCommvault } from './commvault.ts';
import { diskPageOf, pageOf, places, sources } from './world.ts';
import { appData, reviewDisk, withDisks } from './disks.ts';
import { FileRecovery } from './files.ts';
import { allRead, goTo } from './page.ts';
import { fillApp01Beside, startApp01Disks } from './restores.ts';
import type { Screens } from './screens.ts';
import { Search } from './shell.ts';
import { type Scenario, simulationReady } from './simulated.ts';

/** Where code that is loaded when it is needed is missed, and what stands there instead. */

/** A screen with the files that it alone needs, each with what a person reads where it doesn't load. */
interface LateScreen {
  readonly name: string;
  /** The way to it, as an address or as what a person does; it is loaded anew for each file. */
  readonly open: string | ((screens: Screens, clock: Clock) => Promise<void>);
  readonly scenario?: Scenario;
  /** What is pressed there before the code is needed. */
  readonly press?: (screens: Screens) => Promise<void>;
  /** Its title. A page whose own code doesn't load has another one in its place. */
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** One of each kind is in `npm test`. */
  readonly isInSet?: boolean;
}

const VM = 'src/datasources/azure-vm';
const DISK = 'src/datasources/azure-disk';
const COMMVAULT = 'src/datasources/commvault-vm';

/** Whose code it was, or of what no more is known than the page. */
const PART = 'Couldn’t load a part of this page.';
const service = (name: string): string => `Couldn’t load ${name}. Reload the page to try again.`;
const step = (name: string): string => `Couldn’t load ${name}. Your draft is saved.`;
const PICTURE = 'Couldn’t load the picture of the plan.';
const VMS = 'Azure Virtual machines';
const DISKS = 'Azure Disks';
const COMMVAULT_VMS = 'Commvault (Azure VM)';

/** From a draft at Review to another step of it. */
const at =
  (fill: (screens: Screens) => Promise<void>, wanted: string) =>
  async (screens: Screens): Promise<void> => {
    await fill(screens);
    await goTo(screens.page, new URL(screens.page.url()).pathname.replace('review', wanted));
  };

const fillDisk = async (screens: Screens): Promise<void> => {
  const target = { subscription: 'Contoso Production', group: 'rg-app-prod', name: 'data-2' };
  await reviewDisk(withDisks(screens), { ...appData, ...target });
};

/** The page of a restore of disks that has ended, or one below it. */
const ended =
  (below = '') =>
  async (screens: Screens, clock: Clock): Promise<void> => {
    await startApp01Disks(screens, clock);
    await clock.pass(4 * 3_600_000);
    await screens.job.expectProgress('Completed');
    await goTo(screens.page, `${new URL(screens.page.url()).pathname}${below}`);
  };

const showCommands = async ({ wizard }: Screens): Promise<void> => wizard.openTab('Commands');

const vault = places.find(({ name }) => name === 'a vault')?.address ?? '';
const TITLE = {
  vm: 'Restore Virtual Machine',
  disk: 'Restore Azure Disks',
  commvault: 'Restore Virtual Machine with Commvault',
} as const;

export const lateScreens: readonly LateScreen[] = [
  {
    name: 'Overview',
    open: '/',
    title: 'Overview',
    files: {
      'src/wizard/draft/DraftLines.tsx': 'Couldn’t load your drafts.',
      'src/ui/picture/DayStrip.tsx': 'Couldn’t load the jobs of the last 24 hours.',
      'src/progress/live/RunningBand.tsx': 'Couldn’t load the restores in progress.',
      'src/app/notifications/Notifications.tsx': 'Couldn’t load the notifications.',
    },
  },
  {
    name: 'search',
    open: '/',
    press: async ({ page }) => {
      const search = new Search(page);
      await allRead(page);
      await search.open();
      await search.type('app01');
    },
    title: 'Overview',
    files: {
      [`${VM}/search.ts`]: `Couldn’t load the code that reads ${VMS}.`,
      [`${DISK}/search.ts`]: `Couldn’t load the code that reads ${DISKS}.`,
      [`${COMMVAULT}/search.ts`]: `Couldn’t load the code that reads ${COMMVAULT_VMS}.`,
      'src/app/search/SearchPanel.tsx': 'Couldn’t load the search.',
      'src/app/search/searches.ts': 'Couldn’t load the search.',
    },
  },
  {
    name: 'lists',
    open: '/instances',
    title: 'Backup instances',
    files: { 'src/app/list-pages.ts': PART, [`${VM}/lists.tsx`]: service(VMS) },
  },
  {
    name: 'list of disks',
    open: '/instances?datasource=disk',
    title: 'Backup instances',
    files: { [`${DISK}/lists.tsx`]: service(DISKS) },
  },
  {
    name: 'list of Commvault',
    open: '/instances?datasource=commvault',
    title: 'Backup instances',
    files: { [`${COMMVAULT}/lists.tsx`]: service(COMMVAULT_VMS) },
  },
  {
    name: 'constraints',
    open: '/rules',
    title: 'Constraints',
    files: { 'src/app/rule-pages.ts': PART },
  },
  {
    name: 'settings',
    open: '/settings',
    title: 'Settings',
    files: {
      'src/pages/SettingsPage.tsx': PART,
      [`${COMMVAULT}/ConnectionSettings.tsx`]: service(COMMVAULT_VMS),
    },
  },
  {
    name: 'keyboard shortcuts',
    open: '/settings',
    press: async ({ page }) =>
      page
        .getByRole('main')
        .getByRole('button', { name: /shortcuts/i })
        .click(),
    title: 'Settings',
    files: { 'src/ui/ShortcutSheet.tsx': 'Couldn’t load the keyboard shortcuts.' },
  },
  {
    name: 'drafts',
    open: '/drafts',
    title: 'Drafts',
    files: { 'src/pages/DraftsPage.tsx': PART },
    isInSet: true,
  },
  {
    name: 'leftovers',
    open: '/leftovers',
    title: 'Leftover resources',
    files: { 'src/pages/leftovers/LeftoversPage.tsx': PART },
  },
  {
    name: 'vault',
    open: vault,
    title: 'rsv-prod-weu',
    files: { [`${VM}/vault/VaultPage.tsx`]: service(VMS) },
  },
  {
    name: 'Backup vault',
    open: diskPageOf.vault,
    title: 'bv-prod-weu',
    files: { [`${DISK}/VaultPage.tsx`]: service(DISKS) },
  },
  {
    name: 'VM',
    open: pageOf.app01,
    title: 'app01',
    files: {
      [`${VM}/instance/InstancePage.tsx`]: service(VMS),
      'src/ui/points/RestoreTimeline.tsx': 'Couldn’t load the timeline of restore points.',
    },
  },
  {
    name: 'calendar of a date',
    open: pageOf.app01,
    press: async ({ page }) =>
      page.getByRole('button', { name: 'Calendar for Start Time' }).click(),
    title: 'app01',
    files: { 'src/ui/fields/DayCalendar.tsx': 'Couldn’t load the calendar.' },
  },
  {
    name: 'VM whose backup is deleted',
    open: pageOf.hrStage,
    title: 'hr-stage-02',
    files: { 'src/actions/SoftDeleted.tsx': 'Couldn’t load the undelete action.' },
  },
  {
    name: 'disk',
    open: async ({ page, shell }) => {
      await goTo(page, '/instances?datasource=disk');
      await shell.follow('app01_DataDisk_0');
      await shell.expectTitle('app01_DataDisk_0');
    },
    title: 'app01_DataDisk_0',
    files: { [`${DISK}/DiskPage.tsx`]: service(DISKS) },
  },
  {
    name: 'VM of Commvault',
    open: `/instances/${encodeURIComponent(commvaultApp01)}`,
    title: 'app01',
    files: { [`${COMMVAULT}/VmPage.tsx`]: service(COMMVAULT_VMS) },
  },
  {
    name: 'what happened',
    open: '/what-happened',
    title: 'What happened?',
    files: { [`${VM}/what-happened/WhatHappened.tsx`]: service(VMS) },
  },
  {
    name: 'new restore',
    open: '/restore/new',
    title: TITLE.vm,
    files: {
      'src/app/new-restore.ts': PART,
      'src/pages/RestorePage.tsx': PART,
      'src/wizard/load-step.ts': PART,
      [`${VM}/restore.ts`]: service(VMS),
      [`${VM}/steps/VmStepRemarks.tsx`]: step(VMS),
    },
  },
  {
    name: 'configuration of a VM',
    open: sources.app01.start,
    title: TITLE.vm,
    files: {
      [`${VM}/steps/configuration/Panel.tsx`]: step(VMS),
      'src/wizard/PlanPicture.tsx': PICTURE,
      [`${VM}/picture.ts`]: PICTURE,
    },
  },
  {
    name: 'backup instance of a VM',
    open: at(fillApp01Beside, 'instance'),
    title: TITLE.vm,
    files: { [`${VM}/steps/VmInstancePanel.tsx`]: step(VMS) },
  },
  {
    name: 'restore point of a VM',
    open: at(fillApp01Beside, 'restore-point'),
    title: TITLE.vm,
    files: {
      [`${VM}/steps/RestorePointPanel.tsx`]: step(VMS),
      'src/wizard/steps/AbovePoints.tsx': 'Couldn’t load the timeline of restore points.',
    },
  },
  {
    name: 'network access of a VM',
    open: at(fillApp01Beside, 'network-access'),
    title: TITLE.vm,
    files: { [`${VM}/steps/NetworkAccessPanel.tsx`]: step(VMS) },
  },
  {
    name: 'Review of a VM',
    open: fillApp01Beside,
    title: TITLE.vm,
    files: {
      [`${VM}/steps/review/use-review.tsx`]: step(VMS),
      'src/wizard/review/ReviewHead.tsx': PICTURE,
      'src/wizard/review/ReviewNotes.tsx': 'Couldn’t load the notes on earlier requests.',
    },
  },
  {
    name: 'selections of a VM',
    open: fillApp01Beside,
    press: ({ wizard }) => wizard.openTab('Selections'),
    title: TITLE.vm,
    files: { 'src/wizard/review/ReviewDetails.tsx': 'Couldn’t load your selections.' },
  },
  {
    name: 'commands of a VM',
    open: fillApp01Beside,
    press: showCommands,
    title: TITLE.vm,
    files: {
      [`${VM}/commands/VmCommands.tsx`]: 'Couldn’t load the commands.',
      [`${VM}/commands/VmScripts.tsx`]: 'Couldn’t load the commands.',
    },
  },
  {
    name: 'file recovery',
    open: async ({ page }) => new FileRecovery(page).start(sources.app01),
    title: 'Recover files',
    files: {
      [`${VM}/files/recover-files.ts`]: step(VMS),
      [`${VM}/files/FileRemarks.tsx`]: step(VMS),
    },
  },
  {
    name: 'backup instance of a disk',
    open: at(fillDisk, 'instance'),
    title: TITLE.disk,
    files: { [`${DISK}/steps/DiskInstancePanel.tsx`]: step(DISKS) },
  },
  {
    name: 'restore point of a disk',
    open: at(fillDisk, 'restore-point'),
    title: TITLE.disk,
    files: { [`${DISK}/steps/DiskPointPanel.tsx`]: step(DISKS) },
  },
  {
    name: 'parameters of a disk',
    open: at(fillDisk, 'configuration'),
    title: TITLE.disk,
    files: { [`${DISK}/steps/ParametersPanel.tsx`]: step(DISKS) },
  },
  {
    name: 'Review of a disk',
    open: fillDisk,
    title: TITLE.disk,
    files: {
      [`${DISK}/restore.ts`]: step(DISKS),
      [`${DISK}/steps/DiskReviewPanel.tsx`]: step(DISKS),
      [`${DISK}/steps/DiskStepRemarks.tsx`]: step(DISKS),
    },
  },
  {
    name: 'commands of a disk',
    open: fillDisk,
    press: showCommands,
    title: TITLE.disk,
    files: { [`${DISK}/commands.tsx`]: 'Couldn’t load the commands.' },
  },
  ...(
    [
      ['instance', 'CommvaultInstancePanel'],
      ['restore-point', 'CommvaultPointPanel'],
      ['destination', 'DestinationPanel'],
      ['vm', 'VmPanel'],
      ['options', 'OptionsPanel'],
      ['review', 'CommvaultReviewPanel'],
    ] as const
  ).map(([id, panel]) => ({
    name: `${panel} of Commvault`,
    open: at(fillApp01ByCommvault, id),
    title: TITLE.commvault,
    files: { [`${COMMVAULT}/steps/${panel}.tsx`]: step(COMMVAULT_VMS) },
  })),
  {
    name: 'draft of Commvault',
    open: fillApp01ByCommvault,
    title: TITLE.commvault,
    files: { [`${COMMVAULT}/restore.ts`]: step(COMMVAULT_VMS) },
  },
  {
    name: 'job of a VM',
    open: ended(),
    title: 'Restore of app01 to disks in rg-restore-weu',
    files: {
      'src/pages/job/JobPage.tsx': PART,
      [`${VM}/VmJob.tsx`]: service(VMS),
      [`${VM}/next-steps/VmNextSteps.tsx`]: 'Couldn’t load the next steps.',
      'src/ui/picture/RestorePicture.tsx': 'Couldn’t load the picture.',
    },
  },
  {
    name: 'record of a job',
    open: ended('/record'),
    title: 'Restore record',
    files: { 'src/pages/job/RecordPage.tsx': PART },
  },
  {
    name: 'template of a job',
    open: ended('/deploy-template'),
    title: 'Deploy Template',
    files: { [`${VM}/deploy/DeployPage.tsx`]: PART },
  },
  {
    name: 'disks of a job',
    open: ended('/use-disks'),
    title: 'Use the restored disks',
    files: { [`${VM}/disks/DisksPage.tsx`]: PART },
  },
  {
    name: 'job of Commvault',
    open: '/jobs/commvault%3Acommserve.contoso.example%2Fjob%2F7',
    title: 'Backup job',
    files: { [`${COMMVAULT}/CommvaultJob.tsx`]: service(COMMVAULT_VMS) },
  },
  {
    name: 'example of a constraint',
    open: '/rules?rule=staging.zrs',
    title: 'Constraint staging.zrs',
    files: {
      'src/pages/rules/RuleExample.tsx': 'Couldn’t load the example.',
      'src/pages/rules/DemoCase.tsx': 'Couldn’t load the example.',
    },
  },
  {
    name: 'two backups of a VM',
    open: async ({ page, shell }) => {
      await goTo(page, pageOf.app01);
      await shell.follow('Which restore fits?');
      await shell.expectTitle('Which restore fits?');
    },
    title: 'Which restore fits?',
    files: {
      'src/pages/instance/FitPage.tsx': PART,
      [`${VM}/vendor-fit.tsx`]: service(VMS),
      [`${COMMVAULT}/vendor-fit.tsx`]: service(COMMVAULT_VMS),
    },
  },
  {
    name: 'mounted restore points',
    open: pageOf.testVm,
    scenario: 'mounted-elsewhere',
    title: 'testVM',
    files: {
      [`${VM}/instance/points/MountedPoints.tsx`]: 'Couldn’t load the mounted restore points.',
    },
  },
];

/** What is loaded late and held back by no screen above, by the reason for it. */
export const heldBackElsewhere: Readonly<Record<string, readonly string[]>> = {
  'the simulated Azure itself': [
    'src/mocks/boot.ts',
    'src/mocks/tokens.ts',
    'src/mocks/panel/SimulationBanner.tsx',
    'src/mocks/panel/SimulationPanel.tsx',
    'src/mocks/panel/window.ts',
  ],
  'by the other tests of this file': ['src/api/commvault/job-source.ts'],
  'the demo has no sign-in': [
    'src/app/account/AccountButton.tsx',
    'src/app/account/SignInNotice.tsx',
  ],
  'figures that say the same stand beside it': [
    'src/progress/live/JobLine.tsx',
    'src/ui/picture/TimeAxis.tsx',
  ],
  'nothing on the screen waits for it': [
    'src/api/queries/history.ts',
    `${VM}/jobs.ts`,
    `${VM}/files/accepted.ts`,
    `${DISK}/jobs.ts`,
    `${COMMVAULT}/jobs.ts`,
  ],
  'it stands in a fold of a job that has ended': ['src/ui/picture/RestoreProgressChart.tsx'],
  'not held back yet: it comes on a first visit, with an issue of Azure, or after a restore, a mounted point or a change of the clock':
    [
      'src/app/AdoptedDrafts.tsx',
      'src/app/ClockNotice.tsx',
      'src/app/notifications/RunningBar.tsx',
      'src/app/rule-draft.ts',
      'src/wizard/submit/Sent.tsx',
      'src/wizard/submit/Refusal.tsx',
      'src/pages/overview/FirstVisit.tsx',
      'src/pages/overview/IssueNotice.tsx',
      'src/wizard/next-steps/afterwards.tsx',
      `${VM}/files/FileReview.tsx`,
      `${VM}/files/picture.ts`,
      `${VM}/files/FileSession.tsx`,
      `${VM}/files/RunnerPanel.tsx`,
      `${VM}/files/TroubleTable.tsx`,
      `${VM}/files/UnmountDisks.tsx`,
      `${VM}/files/UnmountSection.tsx`,
      `${VM}/next-steps/OrderForm.tsx`,
      `${VM}/steps/review/AnswerField.tsx`,
      `${DISK}/DiskJob.tsx`,
      `${COMMVAULT}/NextSteps.tsx`,
    ],
};

/** The way to a screen of these; gives its address. */
export async function openLate(
  { open }: Pick<LateScreen, 'open'>,
  screens: Screens,
  clock: Clock,
): Promise<string> {
  if (typeof open === 'string') await goTo(screens.page, open);
  else await open(screens, clock);
  return screens.page.url();
}

/** A screen as it is loaded anew for one of its files. */
interface HeldBack extends Pick<LateScreen, 'title' | 'press'> {
  readonly address: string;
  readonly file: string;
  readonly says: string;
}

/** One file of a screen doesn't load: says so, leaves the rest, and is there once it loads again. */
export async function expectHeldBack(
  screens: Screens,
  chunks: Chunks,
  { address, title, press, file, says }: HeldBack,
): Promise<void> {
  const { page, shell } = screens;
  await chunks.block(file);
  await page.goto(address);
  await simulationReady(page);
  await press?.(screens);
  const sentence = page.getByText(says).filter({ visible: true }).first();
  await expect(sentence).toBeVisible();
  await expect(shell.navigation()).toBeVisible();
  await chunks.unblock();
  await loadAgain(page);
  await simulationReady(page);
  await shell.expectTitle(title);
  await press?.(screens);
  await allRead(page);
  await expect(sentence).toHaveCount(0);
}

/** By the button that offers it; a list that goes on without a datasource has a sentence alone. */
async function loadAgain(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Reload the new version' }).first();
  await ((await button.isVisible()) ? button.click() : page.reload());
}
