import { commServeHome } from '#src/api/commvault/home.ts';
import { LIMITS } from '#src/lib/limits.ts';

/**
 * Whether something answers at a host, with a certificate that the browser trusts. The request has no token, and
 * the page sees nothing of the answer: no server has to let it in for that.
 */
export async function answersAtAll(host: string): Promise<boolean> {
  try {
    await fetch(`${commServeHome({ host }).endpoint}/VM`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(LIMITS.lateMs),
    });
    return true;
  } catch {
    return false;
  }
}
