import { listText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for choices that a restore doesn’t use, or that no longer exist. */
export const unusedChoices = sentences({
  title: 'Selected, but not used',
  line: (chosen: readonly string[], why: string) => `${listText(chosen)}: ${why}`,
  chosen: (field: string, value: string) => `${field} ${value}`,
  onlySnapshot: 'this restore point is only a snapshot.',
  alsoSnapshot: 'this restore point is also a snapshot.',
  usePoint: (time: string) => `Use ${time}`,
  gone: (place: string) => `no longer in ${place}. Select another one.`,
  pointGone: 'no longer in the vault. Select another one.',
  somewhere: 'the subscription',
} as const);
