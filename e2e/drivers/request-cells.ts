import { type PressTrouble, pressTroubles } from '#src/mocks/faults/testing-presses.ts';
import type { Azure, Clock } from '../fixtures.ts';
import { passUntil } from './passing.ts';
import { gestures, kinds, says } from './presses.ts';
import type { Screens } from './screens.ts';

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
        hasLeft: async ({ shown, azure }: Seen) =>
          stays(trouble) ? says[trouble.says](shown) : azure.expectReceived(operation, 1),
        goOn: async ({ shown, azure }: Seen, clock: Clock) => {
          // Where the tab that waited is gone, the job is looked for at once.
          const isAlone = gesture === 'a reload' && isSending(trouble);
          if (isSending(trouble) && !isAlone) await azure.expectReceived(operation, 1);
          await goOn(isAlone ? trouble.alone : trouble.first, shown, clock);
        },
      }));
    }),
  );

/** The page says at once why nothing is sent, or what was refused. */
const stays = (trouble: Trouble): boolean =>
  trouble.says === 'signIn' || trouble.says === 'refused';

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
