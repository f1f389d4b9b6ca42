import { leastDurationText } from '#src/lib/format.ts';
import { capitalized, listText, plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

const lossText = (ms: number): string => `at least ${leastDurationText(ms)}`;

/** How much a restore loses, counted up to now: what is written until it starts is lost too, so each is a bound. */
export const dataLoss = sentences({
  /** Above a length alone, or before it. */
  head: 'Data loss, at least',
  inSentence: lossText,
  length: (ms: number) => capitalized(lossText(ms)),
  changes: (ms: number) => capitalized(`${lossText(ms)} of changes`),
  lost: (ms: number) => `${lossText(ms)} of changes lost`,
});

/** Texts for the restore points of a backup instance in time. */
export const timeline = sentences({
  what: 'the timeline of restore points',
  label: 'Timeline of restore points',
  slider: 'Time of the restore point',
  /** How the slider is used, for screen readers. */
  keys: 'Arrow keys: previous or next restore point. Page Up and Page Down: a week. Home and End: oldest and newest. Plus and minus: zoom.',
  none: 'None selected',
  lanes: {
    Snapshot: 'Snapshot',
    Vault: 'Vault-Standard',
    Archive: 'Archive',
    unknown: 'Not reported',
    all: 'Restore points',
  },
  consistency: {
    AppConsistent: 'application consistent',
    FileSystemConsistent: 'file-system consistent',
    CrashConsistent: 'crash consistent',
    unknown: 'consistency not reported',
  },
  /** A restore point in one line. */
  point: (time: string, consistency: string | null, lossMs: number) =>
    listText([time, ...(consistency === null ? [] : [consistency]), dataLoss.lost(lossMs)]),
  days: (count: number) => `${String(count)} ${plural(count, 'day', 'days')}`,
  hours: (count: number) => `${String(count)} h`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  since: (day: string) => `Since ${day}`,
  before: (time: string) => `Before ${time}`,
  now: 'Now',
  nowAt: (time: string) => `Now ${time}`,
  /** Takes the newest point of which applications are consistent. */
  application: (lossMs: number) => `Application: ${lossText(lossMs)} lost`,
  takes: (shown: string, time: string) => `${shown}, select ${time}`,
});
