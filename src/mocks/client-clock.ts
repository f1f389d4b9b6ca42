import { newListeners } from '#src/lib/listeners.ts';
import type { SimulatedClock } from '#src/mocks/time/clock.ts';
import type { ActiveFault } from '#src/mocks/world/fold.ts';

/** The clock of the page's machine, which faults may set wrong; the world's own goes right. */
export interface ClientClock {
  /** Milliseconds by which it is ahead of the world's; negative: behind. */
  aheadMs(): number;
  /** Calls back when that has changed, before those who listen to the world's clock. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Looks at the faults again; resolves when what they say holds. */
  look(): Promise<void>;
}

/** A client's clock that goes right until {@link ClientClock.look} finds a fault. */
export function createClientClock(
  clock: Pick<SimulatedClock, 'adopt' | 'anchor'>,
  faults: () => Promise<readonly ActiveFault[]>,
): ClientClock {
  const listeners = newListeners();
  let aheadMs = 0;
  return {
    aheadMs: () => aheadMs,
    onChange: listeners.listen,
    look: async () => {
      const wanted = aheadOf(await faults());
      if (wanted === aheadMs) return;
      aheadMs = wanted;
      listeners.tell();
      // The same anchor again notifies the clock's listeners.
      clock.adopt(clock.anchor);
    },
  };
}

/** What the newest fault of this kind says. */
function aheadOf(faults: readonly ActiveFault[]): number {
  const minutes = faults.flatMap(({ fault: { effect } }) =>
    effect.kind === 'clock-off' ? [effect.minutes] : [],
  );
  return (minutes.at(-1) ?? 0) * 60_000;
}
