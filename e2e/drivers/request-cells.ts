import type { Azure, Clock } from '../fixtures.ts';
import { passUntil } from './passing.ts';
import { gestures, kinds, says } from './presses.ts';
import type { Screens } from './screens.ts';
import type { Fault } from './simulated.ts';

/** What can go wrong with a press, and what it comes to. */
export interface Trouble {
  readonly faults: readonly Fault[];
  /** How many restores Azure accepts. */
  readonly accepted: 0 | 1;
  readonly says: keyof typeof says;
  /** What the page says first, and for how long. */
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

type Troubles<Of> = Readonly<Record<string, Of>>;

/** Each way to restore with each trouble and each gesture around the press. `others`: what comes to something else on a way. */
export const cellsOf = (
  troubles: Troubles<Trouble>,
  others: Troubles<Troubles<Partial<Trouble>>>,
) =>
  Object.entries(kinds).flatMap(([way, { fill, operation }]) =>
    Object.entries(troubles).flatMap(([name, usual]) => {
      const trouble = { ...usual, ...others[way]?.[name] };
      return Object.entries(gestures).map(([gesture, press]) => ({
        ...trouble,
        title: `${way}, ${name}, ${gesture}`,
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
