import { expect } from 'playwright/test';

/**
 * Between two looks; real time, in which the page draws what an answer changes. No limit but the test's:
 * on a busy machine each step takes a second.
 */
const BETWEEN_LOOKS = { intervals: [100] };
/** A look too few would only let more time pass than has to. */
const LOOKS_AT_EACH = 3;

/** Lets time go by, a step at once, until something is seen. */
export async function passUntil(
  pass: () => Promise<void>,
  isSeen: () => Promise<boolean>,
): Promise<void> {
  let looks = 0;
  const look = async (): Promise<void> => {
    if (looks % LOOKS_AT_EACH === 0) await pass();
    looks += 1;
    expect(await isSeen()).toBe(true);
  };
  await expect(look).toPass(BETWEEN_LOOKS);
}
