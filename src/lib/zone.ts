import { LOCALE } from '#src/lib/locale.ts';
import { storedValues } from '#src/lib/stored-values.ts';

/** Where times are shown: in the browser's time zone, or in UTC. */
export const ZONE_CHOICES = ['local', 'utc'] as const;
export type ZoneChoice = (typeof ZONE_CHOICES)[number];

const stored = storedValues<ZoneChoice>('timeZone', {
  safeParse: (value) => {
    const data = ZONE_CHOICES.find((choice) => choice === value);
    return data === undefined ? { success: false } : { success: true, data };
  },
});

/** The zone as chosen; the browser's until one is. */
export const zoneChoice = (): ZoneChoice => stored.read('') ?? 'local';

/** Chooses the zone for all tabs. Every time on a page has to be rendered again. */
export const chooseZone = (choice: ZoneChoice): void => stored.write('', choice);

/** Calls back after every choice, also one of another tab. Returns the way to stop. */
export const onZoneChange = stored.listen;

/** The zone of every time that is shown and typed; null: the browser's. */
export const shownZone = (): string | null => (zoneChoice() === 'utc' ? 'UTC' : null);

type FormatOptions = Omit<Intl.DateTimeFormatOptions, 'timeZone'>;

/** Formats times of the zone that is shown, or of the one that is named; null: the browser's. */
type ZonedFormat = (zone?: string | null) => Intl.DateTimeFormat;

/** A format of times, as all of them in the browser’s English; made once for each zone. */
export function zonedFormat(options: FormatOptions): ZonedFormat {
  const made = new Map<string | null, Intl.DateTimeFormat>();
  return (zone = shownZone()) => {
    const known = made.get(zone);
    if (known !== undefined) return known;
    const timeZone = zone ?? undefined;
    const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone });
    made.set(zone, format);
    return format;
  };
}
