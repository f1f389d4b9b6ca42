import { expect } from 'playwright/test';

/** Between two looks; real time, in which the page draws what an answer changes. */
const BETWEEN_LOOKS = { intervals: [100] };
/** A look too few would only let more time pass than has to. */
const LOOKS_AT_EACH = 3;

/** Lets time go by, a step at once, until something is seen. */
export async function passUntil(
  pass: () => Promise<void>,
  isSeen: () => Promise<boolean>,
): Promise<void> {
  let looks = 0;
  const look = async (): Promise<boolean> => {
    if (looks % LOOKS_AT_EACH === 0) await pass();
    looks += 1;
    return isSeen();
  };
  await expect.poll(look, BETWEEN_LOOKS).toBe(true);
}
