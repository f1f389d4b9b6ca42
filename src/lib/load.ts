import { afterReal } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onReadsCounted } from '#src/lib/page-state.ts';

/**
 * Code of this build that can't be loaded: its file is gone, as after a deployment, holds something else,
 * or doesn't come. Browsers remember that for the life of a page, so only a reload helps.
 */
export class MissingCodeError extends Error {}

/** The limit comes in steps: for a machine that slept, or a clock that jumped, only one of them is over. */
const STEPS = 10;

let loadsUnderWay = 0;

// What is on its way may ask for more once it is there: a page that waits for code isn't at rest.
onReadsCounted(() => loadsUnderWay);

/** Whether something failed because its code can't be loaded. */
export const isMissingCode = (error: unknown): boolean => error instanceof MissingCodeError;

/**
 * Loads code, for at most {@link LIMITS.codeMs}.
 * @throws MissingCodeError with the message.
 */
export async function loadCode<Code>(
  load: () => Promise<Code>,
  message = 'Couldn’t load a part of this page.',
): Promise<Code> {
  let stop: () => void = () => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const countDown = (steps: number): void => {
      if (steps === 0) reject(new Error('It took too long.'));
      else stop = afterReal(LIMITS.codeMs / STEPS, () => countDown(steps - 1));
    };
    countDown(STEPS);
  });
  loadsUnderWay += 1;
  try {
    return await Promise.race([load(), tooLate]);
  } catch (cause) {
    throw new MissingCodeError(message, { cause });
  } finally {
    stop();
    loadsUnderWay -= 1;
  }
}

/** Whether a part of the code is there. `missing`: this build has no such part. */
export type Loaded<Code> =
  | { readonly state: 'loaded'; readonly code: Code }
  | { readonly state: 'loading' | 'failed' | 'missing' };

/** Parts of the code by their ids, each loaded once. */
export interface Loads<Code> {
  /**
   * Loads a part, once for all that ask meanwhile; after a failure, or when it doesn't come in time, the next
   * call tries again. Never rejects.
   */
  readonly load: (id: string) => Promise<Loaded<Code>>;
  /** The state of a part now; `loading` also where nothing has asked for it. */
  readonly state: (id: string) => Loaded<Code>;
  /** Calls back after every change of a state. Returns the way to stop. */
  readonly listen: (listener: () => void) => () => void;
}

const LOADING = { state: 'loading' } as const;
const FAILED = { state: 'failed' } as const;
const MISSING = { state: 'missing' } as const;

/** Nothing is loaded yet. `loadOf` gives how a part is loaded; undefined: there is none with that id. */
export function loadOnce<Code>(
  loadOf: (id: string) => (() => Promise<Code>) | undefined,
): Loads<Code> {
  const states = new Map<string, Loaded<Code>>();
  const byId = new Map<string, Promise<Loaded<Code>>>();
  const listeners = newListeners();
  const stateOf = (id: string): Loaded<Code> =>
    states.get(id) ?? (loadOf(id) === undefined ? MISSING : LOADING);
  const become = (id: string, state: Loaded<Code>): Loaded<Code> => {
    states.set(id, state);
    listeners.tell();
    return state;
  };
  const read = async (id: string, load: () => Promise<Code>): Promise<Loaded<Code>> => {
    become(id, LOADING);
    try {
      return become(id, { state: 'loaded', code: await loadCode(load) });
    } catch {
      return become(id, FAILED);
    } finally {
      byId.delete(id);
    }
  };
  const begin = (id: string, load: () => Promise<Code>): Promise<Loaded<Code>> => {
    const loading = read(id, load);
    byId.set(id, loading);
    return loading;
  };
  return {
    load: async (id) => {
      const known = stateOf(id);
      const load = loadOf(id);
      if (known.state === 'loaded' || load === undefined) return known;
      return byId.get(id) ?? begin(id, load);
    },
    state: stateOf,
    listen: listeners.listen,
  };
}
