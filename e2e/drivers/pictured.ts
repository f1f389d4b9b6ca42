import { createHash } from 'node:crypto';
import { expect, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { allRead, goTo, passUntil } from './page.ts';
import { pageOf, sources } from './world.ts';
import { app01Beside, configure, restoreStarted } from './restores.ts';
import type { Screens } from './screens.ts';

/** The screens that README and docs show: a restore from its point to its end, and a choice that isn’t possible. */

/** The window of every picture. */
export const PICTURED = { width: 1280, height: 800 };

export interface Scene {
  /** Of the file. */
  readonly name: string;
  /** How long the moving picture shows it, in milliseconds; 0: it isn’t in it. */
  readonly shownMs: number;
  /** Whether it stands in README by itself, in light and dark. */
  readonly isStill?: boolean;
  /** From the scene before it. */
  readonly go: (screens: Screens, clock: Clock) => Promise<void>;
}

const MINUTE = 60_000;

/** The next restorable point that is older. */
const toOlder = async ({ wizard }: Screens): Promise<void> => {
  await wizard.pointSlider().press('ArrowLeft');
};

/** A job, some minutes later: read so often that its chart has steps. */
const runsOn =
  (times: number, minutes: number): Scene['go'] =>
  async ({ page }, clock) => {
    for (let time = 0; time < times; time += 1) await clock.pass(minutes * MINUTE);
    await allRead(page);
  };

/** In their order: each starts where the one before it ended. */
const SCENES: readonly Scene[] = [
  {
    name: 'restore-point',
    shownMs: 1400,
    isStill: true,
    go: async ({ page, wizard }) => {
      const source = pageOf.app01.replace('/instances/', '');
      await goTo(page, `/restore/new?instance=${encodeURIComponent(source)}`);
      await wizard.expectStep('restore-point');
    },
  },
  { name: 'point-older', shownMs: 500, go: toOlder },
  { name: 'point-older-still', shownMs: 500, go: toOlder },
  {
    name: 'point-newest',
    shownMs: 800,
    go: async ({ wizard }) => wizard.pointSlider().press('End'),
  },
  {
    name: 'configuration',
    shownMs: 1400,
    go: async ({ wizard, configuration }) => {
      await wizard.next('configuration');
      await configuration.fillNewMachine(app01Beside);
    },
  },
  {
    name: 'review',
    shownMs: 2000,
    isStill: true,
    go: async ({ wizard }, clock) => {
      await wizard.next('review');
      await wizard.preflight.reachReady(clock);
    },
  },
  {
    name: 'job-accepted',
    shownMs: 800,
    go: async (screens, clock) => restoreStarted(screens, clock, 'Restore of app01'),
  },
  { name: 'job-begins', shownMs: 700, go: runsOn(2, 2) },
  {
    name: 'job-runs',
    shownMs: 1400,
    isStill: true,
    // A rate needs some readings, which come at the pace that Azure allows.
    go: async ({ page }, clock) =>
      passUntil(
        async () => {
          await clock.pass(MINUTE);
          await allRead(page);
        },
        async () => page.getByRole('row', { name: /^Rate/ }).isVisible(),
      ),
  },
  { name: 'job-runs-on', shownMs: 700, go: runsOn(4, 2) },
  { name: 'job-done', shownMs: 1800, go: runsOn(8, 10) },
  {
    name: 'blocked',
    shownMs: 0,
    isStill: true,
    go: async (screens) => {
      await configure(screens, sources.hrDb);
      await screens.explanation.why('Replace existing').click();
    },
  },
];

/** A scene as it is written down beside its pictures. */
interface TakenScene extends Pick<Scene, 'shownMs'> {
  readonly isStill: boolean;
  /** Another one tells that the screen has changed since. */
  readonly sign: string;
}

/** Goes through all scenes; `take` is given each one when it stands still. */
export async function throughScenes(
  screens: Screens,
  clock: Clock,
  take: (scene: Scene) => Promise<void> = async () => undefined,
): Promise<Readonly<Record<string, TakenScene>>> {
  const taken: Record<string, TakenScene> = {};
  for (const scene of SCENES) {
    await scene.go(screens, clock);
    const { name, shownMs, isStill = false } = scene;
    taken[name] = { shownMs, isStill, sign: await settledSign(screens.page) };
    await take(scene);
  }
  return taken;
}

/** What a person finds a screen by: what comes and goes with the second is in none of these. */
const LANDMARKS =
  /^ *- '?(?:heading|button|tab|columnheader|radio|checkbox|combobox|slider) "[^"]*"/;

/** The headings, controls and columns of a screen, without figures: the sign by which a change of it is seen. */
async function signOf(page: Page): Promise<string> {
  const tree = await page.getByRole('main').ariaSnapshot();
  const names = tree.split('\n').flatMap((line) => LANDMARKS.exec(line)?.[0].trim() ?? []);
  const same = names.map((name) => name.replaceAll(/\d+/g, '0'));
  const sign = [...new Set(same)].toSorted().join('\n');
  return createHash('sha256').update(sign).digest('hex').slice(0, 16);
}

/** The same once all is read and nothing changes any more. */
export async function settledSign(page: Page): Promise<string> {
  await allRead(page);
  let before = '';
  const isSame = async (): Promise<boolean> => {
    const sign = await signOf(page);
    const same = sign === before;
    before = sign;
    return same;
  };
  await expect.poll(isSame, { intervals: [300] }).toBe(true);
  return before;
}
