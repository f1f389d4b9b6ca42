import { useSyncExternalStore } from 'react';
import { onZoneChange, type ZoneChoice, zoneChoice } from '#src/lib/zone.ts';

/** The time zone as chosen. What shows times is rendered again when it changes. */
export const useZone = (): ZoneChoice => useSyncExternalStore(onZoneChange, zoneChoice);
