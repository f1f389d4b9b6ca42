import { expect } from 'playwright/test';
import type { Azure, Clock } from '../fixtures.ts';
import { gestures, says, ways } from './presses.ts';
import type { Screens } from './screens.ts';
import type { Fault } from './simulated.ts';

/** What can go wrong with a press, and what it comes to. */
export interface Trouble {
  readonly faults: readonly Fault[];
  /** How many restores Azure accepts. */
  readonly accepted: 0 | 1;
  readonly says: keyof typeof says;
  /** What the page says first, and for how long. */
  readonly first?: { readonly says: string; readonly forMs: number };
}

/** Each way to restore with each trouble and each gesture around the press. */
export const cellsOf = (troubles: Readonly<Record<string, Trouble>>) =>
  Object.entries(ways).flatMap(([way, fill]) =>
    Object.entries(troubles).flatMap(([name, trouble]) =>
      Object.entries(gestures).map(([gesture, press]) => ({
        ...trouble,
        title: `${way}, ${name}, ${gesture}`,
        fill,
        press,
        hasLeft: async (screens: Screens, azure: Azure) => hasLeft(trouble, screens, azure),
        goOn: async (shown: Screens, clock: Clock) => goOn(trouble, gesture, shown, clock),
      })),
    ),
  );

/** The request has left, or the page says why it has not or what it has come to at once. */
async function hasLeft(trouble: Trouble, screens: Screens, azure: Azure): Promise<void> {
  if (trouble.says === 'signIn' || trouble.says === 'refused') await says[trouble.says](screens);
  else await expect.poll(() => azure.sent().length).toBe(1);
}

/** Waits as long as the page has to; where the tab that waited is gone, the job is looked for at once. */
async function goOn(
  { first }: Trouble,
  gesture: string,
  shown: Screens,
  clock: Clock,
): Promise<void> {
  const isGone = gesture === 'a reload' && first?.says.startsWith('Sending') === true;
  if (first === undefined || isGone) return;
  await shown.shell.expectText(first.says);
  await clock.pass(first.forMs);
}
