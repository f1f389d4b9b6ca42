import { useSyncExternalStore } from 'react';
import { onZoneChange, zoneChoice, type ZoneChoice } from '#src/lib/time.ts';

/** The time zone as chosen. What shows times is rendered again when it changes. */
export const useZone = (): ZoneChoice => useSyncExternalStore(onZoneChange, zoneChoice);

/** The same, local until storage can be read. */
export const useZoneOnce = (isSettled: boolean): ZoneChoice =>
  useSyncExternalStore(onZoneChange, isSettled ? zoneChoice : unknown);

const unknown = (): ZoneChoice => 'local';
