import { afterReal } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { onReadsCounted } from '#src/lib/page-state.ts';

/**
 * Code of this build that can't be loaded: its file is gone, as after a deployment, holds something else,
 * or doesn't come. Browsers remember that for the life of a page, so only a reload helps.
 */
export class MissingCodeError extends Error {}

/** The limit comes in steps: for a machine that slept, or a clock that jumped, only one of them is over. */
const STEPS = 10;

let underWay = 0;

// What is on its way may ask for more once it is there: a page that waits for code isn't at rest.
onReadsCounted(() => underWay);

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
    const wait = (steps: number): void => {
      if (steps === 0) reject(new Error('It took too long.'));
      else stop = afterReal(LIMITS.codeMs / STEPS, () => wait(steps - 1));
    };
    wait(STEPS);
  });
  underWay += 1;
  try {
    return await Promise.race([load(), tooLate]);
  } catch (cause) {
    throw new MissingCodeError(message, { cause });
  } finally {
    stop();
    underWay -= 1;
  }
}
