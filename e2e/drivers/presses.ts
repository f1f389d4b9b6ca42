import { expect, type Page } from 'playwright/test';
import { type PressTrouble, pressTroubles } from '#src/mocks/faults/testing-presses.ts';
import type { App, Azure, Clock } from '../fixtures.ts';
import { goTo, passUntil } from './page.ts';
import { fillApp01ByCommvault } from './commvault.ts';
import { appData, reviewDisk, validated, withDisks } from './disks.ts';
import { fillApp01Beside } from './restores.ts';
import type { Screens } from './screens.ts';
import { inSecondaryRegion } from './world.ts';

/** The ways to restore, the ways to press, and what a press can come to. */

type Fill = (screens: Screens, clock: Clock) => Promise<void>;

/** A way to restore: how its draft comes to Review, with everything chosen, and what starts it. */
interface Kind {
  readonly fill: Fill;
  /** The operation of the simulated service. */
  readonly operation: string;
  /** As texts name it. */
  readonly service: 'Azure' | 'Commvault';
  /** How the heading of the last step starts. */
  readonly review: RegExp;
}

const byAzure = { service: 'Azure', review: /^Review \+ restore/ } as const;

const secondRegion: Fill = async ({ page, wizard }) => {
  await goTo(page, inSecondaryRegion('web-fe-07', 'rg-web'));
  await wizard.expectStep('restore-point');
  await wizard.choosePoint('3 Jun 2025, 23:11');
  await wizard.next('configuration');
  await wizard.fillTarget({ group: 'rg-restore-weu', staging: 'stprodneu01 (LRS)' });
  await wizard.next('review');
  await wizard.tickConsequence();
};

const disk: Fill = async (screens, clock) => {
  const target = { subscription: 'Contoso Production', group: 'rg-app-prod', name: 'data-back' };
  await reviewDisk(withDisks(screens), { ...appData, ...target });
  await validated(withDisks(screens), clock);
};

export const kinds: Readonly<Record<string, Kind>> = {
  'a machine': { fill: fillApp01Beside, operation: 'restores.trigger', ...byAzure },
  'a machine in the secondary region': {
    fill: secondRegion,
    operation: 'restores.triggerSecondary',
    ...byAzure,
  },
  'a disk': { fill: disk, operation: 'diskRestores.trigger', ...byAzure },
  'a VM by Commvault': {
    fill: fillApp01ByCommvault,
    operation: 'commvaultTasks.create',
    service: 'Commvault',
    review: /^Summary/,
  },
};

/** What there is to press with. */
export interface Hand {
  readonly app: App;
  readonly azure: Azure;
  readonly page: Page;
  readonly screens: Screens;
  /** The draft's own address. */
  readonly draft: string;
  /** Waits until the request has left, or will not leave. */
  readonly hasLeft: () => Promise<void>;
  /** Whether the draft can be pressed again, for nothing was sent or it was refused. */
  readonly isOver: boolean;
}

/** User actions around the press; each returns the screens that show the outcome. */
export const gestures: Readonly<Record<string, (hand: Hand) => Promise<Screens>>> = {
  'one press': async ({ screens }) => {
    await screens.wizard.restore();
    return screens;
  },
  'a double press': async ({ screens }) => {
    await screens.wizard.restoreButton().dblclick();
    return screens;
  },
  'a reload': async ({ app, screens, hasLeft }) => {
    await screens.wizard.restore();
    await hasLeft();
    await app.reload();
    return screens;
  },
  'a second tab': async ({ app, screens, draft, hasLeft }) => {
    await screens.wizard.restore();
    await hasLeft();
    return app.tab(draft);
  },
  Back: async ({ page, screens, draft, hasLeft }) => {
    await screens.wizard.restore();
    await hasLeft();
    await page.goBack();
    await goTo(page, draft);
    return screens;
  },
  Discard: async ({ page, screens, draft, hasLeft, isOver }) => {
    await screens.wizard.restore();
    await hasLeft();
    await goTo(page, '/');
    await screens.shell.expectText('Restores in progress');
    const discard = page.getByRole('button', { name: /^Discard/ });
    // A restore that may be running can't be discarded; a refused one can.
    await expect(discard).toHaveCount(isOver ? 1 : 0);
    await goTo(page, draft);
    return screens;
  },
};

/** What the page says in the end. */
export const says = {
  job: async ({ page }: Screens) => expect(page).toHaveURL(/\/jobs\/./),
  refused: async ({ shell }: Screens) => shell.expectText(/ rejected the restore$/),
  signIn: async ({ shell }: Screens) => shell.expectText('Sign in again'),
  unknown: async ({ shell }: Screens) => shell.expectText('Outcome unknown'),
  likely: async ({ shell }: Screens) => shell.expectText('This job could be yours.'),
  ofAnother: async ({ shell }: Screens) => shell.expectText('Another request started this job'),
} as const;

/** Says what the service refused, once the page has looked a few times whether it was done anyway. */
export async function expectRestoreRefused(
  { shell }: Pick<Screens, 'shell'>,
  clock: Clock,
  words: string | RegExp = / rejected the restore$/,
): Promise<void> {
  // What comes before has deadlines, which would pass, too.
  const refused = shell.text(/ (rejected the request|reports that the request failed)$/);
  await expect(refused.or(shell.text(words)).first()).toBeVisible();
  await passUntil(
    async () => clock.waitFor(LONGEST_LOOK_MS),
    async () => shell.text(words).first().isVisible(),
  );
}

/** Between two looks after a refusal lies at most so much. */
const LONGEST_LOOK_MS = 75_000;

/** What the page says before the outcome. */
export interface Waits {
  /** What it says first, and for how long; left out: the outcome is seen at once. */
  readonly first?: First;
  /** The same where the tab that waited for an answer is gone; left out: the job is found at once. */
  readonly alone?: First;
}

interface First {
  readonly says: string;
  readonly forMs: number;
  /** Time goes by until this is seen; left out: once. */
  readonly until?: (shown: Screens) => Promise<boolean>;
}

/** Where the outcome is seen, and by what. */
interface Seen {
  readonly shown: Screens;
  readonly azure: Azure;
}

type Trouble = PressTrouble & Waits;

/** By the names of troubles. */
type ByTrouble<Of> = Readonly<Record<string, Of | undefined>>;

/** What comes to something else on a way to restore. */
interface Differing {
  readonly troubles: ByTrouble<Partial<PressTrouble>>;
  readonly waits: ByTrouble<Waits>;
}

/** Each way to restore with each trouble and each gesture around the press. */
export const cellsOf = (
  waits: ByTrouble<Waits>,
  differing: Readonly<Record<string, Differing | undefined>>,
) =>
  Object.entries(kinds).flatMap(([way, { fill, operation }]) =>
    Object.entries<PressTrouble>(pressTroubles).flatMap(([name, usual]) => {
      const other = differing[way];
      const trouble: Trouble = {
        ...usual,
        ...waits[name],
        ...other?.troubles[name],
        ...other?.waits[name],
      };
      return Object.entries(gestures).map(([gesture, press]) => ({
        ...trouble,
        title: `${way}, ${name}, ${gesture}`,
        gesture,
        fill,
        press,
        isOver: stays(trouble),
        // A request that has only left the page might not have arrived, and its time has not started.
        hasLeft: async ({ shown, azure }: Seen, clock: Clock) =>
          stays(trouble)
            ? expectRestoreRefused(shown, clock, staying[trouble.says])
            : azure.expectReceived(operation, 1),
        goOn: async ({ shown, azure }: Seen, clock: Clock) => {
          // Where the tab that waited is gone, the job is looked for at once.
          const isAlone = gesture === 'a reload' && isSending(trouble);
          if (isSending(trouble) && !isAlone) await azure.expectReceived(operation, 1);
          if (stays(trouble)) await expectRestoreRefused(shown, clock, staying[trouble.says]);
          await goOn(isAlone ? trouble.alone : trouble.first, shown, clock);
        },
      }));
    }),
  );

/** What the page says where the draft can be pressed again: nothing was sent, or it was refused and looked for. */
const staying = { refused: / rejected the restore$/, signIn: 'Sign in again' } as const;

const stays = (trouble: Trouble): trouble is Trouble & { says: keyof typeof staying } =>
  trouble.says in staying;

const isSending = ({ first }: Trouble): boolean => first?.says.startsWith('Sending') === true;

/** Waits as long as the page has to. */
async function goOn(first: First | undefined, shown: Screens, clock: Clock): Promise<void> {
  if (first === undefined) return;
  await shown.shell.expectText(first.says);
  const { forMs, until = async () => true } = first;
  await passUntil(
    async () => clock.pass(forMs),
    async () => until(shown),
  );
}
