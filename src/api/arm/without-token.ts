import { LIMITS } from '#src/lib/limits.ts';

/** Requests that no token goes with. */

/**
 * The text of a file of this site; null: it isn't there. @throws Error where it can't be read.
 */
export async function ownFile(path: string): Promise<string | null> {
  const signal = AbortSignal.timeout(LIMITS.lateMs);
  const answer = await fetch(path, { cache: 'no-cache', signal });
  // A server of single pages may answer with the page instead.
  const isPage = answer.headers.get('content-type')?.includes('html') === true;
  if (answer.status === 404 || (answer.ok && isPage)) return null;
  if (!answer.ok) throw new Error(`HTTP ${String(answer.status)}`);
  return answer.text();
}

/**
 * Whether something answers at an address, with a certificate that the browser trusts. The page sees nothing of
 * the answer: no server has to let it in for that.
 */
export async function answersAtAll(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(LIMITS.lateMs);
  try {
    await fetch(address, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return true;
  } catch {
    return false;
  }
}
