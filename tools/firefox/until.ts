import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds after which what was waited for counts as missing. */
const LIMIT_MS = 45_000;
const BETWEEN_MS = 50;
/** Firefox never answers a question about a page that it leaves at that moment. */
const LOOK_LIMIT_MS = 3000;

/**
 * Looks again and again until there is something, and returns it. While a page loads, a look may fail;
 * the last failure is part of what is thrown after 45 seconds.
 * @throws an error that names what is missing, and shows what there is instead.
 */
export async function until<Value>(
  missing: string,
  look: () => Promise<Value | undefined>,
  instead: () => Promise<string> = async () => '',
): Promise<Value> {
  const end = performance.now() + LIMIT_MS;
  let trouble = '';
  while (performance.now() < end) {
    try {
      const found = await limited(look());
      if (found !== undefined) return found;
      trouble = '';
    } catch (error) {
      trouble = ` (${String(error)})`;
    }
    // The protocol has no event for what a person sees.
    await pause(BETWEEN_MS);
  }
  throw new Error(`No ${missing}${trouble}\n${await limited(instead()).catch(String)}`);
}

async function limited<Value>(answer: Promise<Value>): Promise<Value> {
  const ended = new AbortController();
  const late = pause(LOOK_LIMIT_MS, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`Firefox did not answer in ${LOOK_LIMIT_MS} ms.`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    ended.abort();
    late.catch(() => undefined);
  }
}
