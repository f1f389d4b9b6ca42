import { useCallback, useSyncExternalStore } from 'react';
import type { Loaded, Loads } from '#src/lib/load.ts';

/** A part of the code, loaded as soon as a component waits for it. */
export function useLoaded<Code>(loads: Loads<Code>, id: string): Loaded<Code> {
  const listen = useCallback(
    (listener: () => void) => {
      void loads.load(id);
      return loads.listen(listener);
    },
    [loads, id],
  );
  return useSyncExternalStore(listen, () => loads.state(id));
}
