import type { Screen } from './screen.ts';
import { until } from './until.ts';

/** The restore that the documentation prints, in the demo: the disks of testVM into targetRG. */

/** Chooses all of it, from the first step to Review. */
export async function fillRestore(screen: Screen): Promise<void> {
  await screen.see('heading', 'Datasource step 1 of 6');
  // What follows the press must still be there after a reload, also on a slow machine.
  await setSpeed(screen, 1);
  await screen.press('button', 'Next: Backup instance');
  await screen.press('radio', 'testVM');
  await screen.press('button', 'Next: Restore point');
  await screen.press('radio', '4 Jun 2018, 06:06');
  await screen.press('button', 'Next: Configuration');
  await screen.choose('Restore Type', 'Restore disks');
  await screen.choose('Resource group', 'targetRG');
  await screen.choose('Staging Location', 'testAccount (LRS)');
  await screen.press('button', 'Next: Review + restore');
  await expectReview(screen);
}

export async function expectReview(screen: Screen): Promise<void> {
  await screen.see('heading', 'Review + restore step 6 of 6');
  await screen.expectText('testAccount (LRS)');
}

export async function startRestore(screen: Screen): Promise<void> {
  await screen.press('button', 'Restore');
  await expectAccepted(screen);
}

export async function expectAccepted(screen: Screen): Promise<void> {
  await screen.expectText('Restore request accepted');
}

/** Lets simulated time go by until the restore's job is open. */
export async function expectJob(screen: Screen): Promise<void> {
  await setSpeed(screen, 100);
  await screen.expectPath(/^\/jobs\/[^/]+$/);
  await screen.see('heading', 'Restore of testVM to disks in targetRG');
}

/** The rest of the job, at a speed that a person would not choose. */
export async function expectDone(screen: Screen): Promise<void> {
  await setSpeed(screen, 600);
  await screen.expectIn('region', 'Progress', 'Completed');
}

/**
 * Loads the demo again once its page is at rest. Firefox cancels what is on its way before the page ends,
 * and the page reports code that didn't load.
 */
export async function reload({ page }: Screen): Promise<void> {
  await page.evaluate(async () => {
    await window.restoreCenterSimulation?.allRead();
  });
  await page.reload();
}

/** Simulated seconds in a real one. */
async function setSpeed({ page }: Screen, speed: number): Promise<void> {
  const isSet = async () =>
    page.evaluate(async (wanted) => {
      await window.restoreCenterSimulation?.clock.setSpeed(wanted);
      return window.restoreCenterSimulation !== undefined || undefined;
    }, speed);
  await until('simulated Azure', isSet);
}

/** How many restores the simulated Azure has accepted. */
export async function acceptedRestores({ page }: Screen): Promise<number> {
  return page.evaluate(async () => {
    const events = (await window.restoreCenterSimulation?.events()) ?? [];
    return events.filter(({ event }) => event.type === 'restore-accepted').length;
  });
}
