import { listText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';
import { shell } from '#src/strings/shell.ts';

/** Texts of the page Settings. */
export const settings = sentences({
  title: shell.settings,
  timeZone: {
    title: 'Time zone',
    local: (name: string, offset: string) => `Local: ${name} (${offset})`,
    utc: 'UTC',
  },
  keyboard: 'Keyboard',
  none: 'Azure is the only service in this deployment.',
  /** Of the file that a deployment may have beside the page. */
  config: {
    title: 'config.json isn’t used',
    unread: (detail: string) => `Couldn’t be read: ${detail}.`,
    wrong: (places: readonly string[]) => `These entries aren’t valid: ${listText(places)}.`,
    without:
      'Azure works without it. Ask the administrator of this deployment to correct the file, then reload the page.',
  },
} as const);
