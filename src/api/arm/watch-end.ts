import type { SilentTokens } from '#src/api/arm/renewal.ts';
import type { SignInMemory } from '#src/api/arm/sign-in-memory.ts';
import type { SignInStatus } from '#src/api/arm/sign-in-state.ts';
import { machineNow, waitByTimer } from '#src/lib/clock.ts';

/** The page needs the person so long before the sign-in ends, in milliseconds. */
const AHEAD_MS = 30 * 60_000;

interface Watch {
  readonly memory: Pick<SignInMemory, 'endsAt'>;
  readonly byFrame: SilentTokens['byFrame'];
  readonly onStatus: (status: SignInStatus) => void;
}

/**
 * Follows the end of the refresh token: half an hour before it a hidden frame is tried, which brings a new
 * one where the browser gives it cookies; elsewhere the status says that the person is needed. Resolves
 * when there is no more to do in this page.
 */
export async function watchEnd({ memory, byFrame, onStatus }: Watch): Promise<void> {
  for (;;) {
    const endsAt = memory.endsAt();
    if (endsAt === null) return;
    await waitByTimer(Math.max(0, endsAt - AHEAD_MS - machineNow()));
    const isRenewed = await byFrame({}).then(
      () => (memory.endsAt() ?? 0) > machineNow() + AHEAD_MS,
      () => false,
    );
    if (!isRenewed) {
      onStatus({ kind: 'endsSoon', endsAt });
      return;
    }
  }
}
