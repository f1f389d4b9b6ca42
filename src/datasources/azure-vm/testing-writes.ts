import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { installClock } from '#src/lib/clock.ts';
import type { TestAzure } from '#src/mocks/testing.ts';

/** Signs in to a simulated Azure, and goes by its time: whoever waits has waited at once. */
export function signedIn(it: TestAzure) {
  const arm = testArm((request) => it.azure.fetch(request));
  startSession(arm.arm);
  const realDelayMs = (ms: number): number => {
    it.clock.add(ms / 1000);
    return 0;
  };
  installClock({ now: it.clock.now, realDelayMs, onJump: () => () => undefined });
  return { ...it, ...arm };
}
