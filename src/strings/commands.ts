import type { NotExpressible } from '#src/lib/command.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for commands to copy. */
export const commands = sentences({
  title: 'Commands',
  show: 'Show commands',
  hide: 'Hide commands',
  loading: 'Loading the commands…',
  /** What couldn’t be loaded. */
  what: 'the commands',
  plan: (hash: string) => `Plan ${hash}`,
  planTip: 'Also on the job, and in the first line of each script.',
  clients: { rest: 'REST', cli: 'Azure CLI', powerShell: 'PowerShell' },
  choose: 'Client',
  notes: (client: string) => `Limits of ${client}`,
  save: 'Download',
  download: (client: string) => `Download ${client}`,
  script: (client: string) => `Script for ${client}`,
  controls:
    'A name contains control characters. Download the script, because a terminal may change pasted text.',
  waits: 'Shown when everything that the request needs is chosen.',
  unreadable: 'The stored plan of this restore can’t be read. Your browser may have changed it.',
  /** The first line of a script. */
  planLine: (hash: string) => `Restore Center plan ${hash}`,
  noHash: 'Restore Center plan without a number',
  /** Why a command isn’t shown. */
  notExpressible: ({ why, option, value }: NotExpressible) =>
    `There is no command for this: ${reasons[why](option)} The value is “${value}”.`,
});

const reasons: Readonly<Record<NotExpressible['why'], (option: string) => string>> = {
  nul: (option) => `${option} would need the character U+0000, which no command can contain.`,
  halfCharacter: (option) =>
    `${option} would need half of a character, which no command can contain.`,
  file: (option) => `the Azure CLI reads a value of ${option} that starts with @ from a file.`,
  list: (option) =>
    `the Azure CLI would read one of several values of ${option} as an option or from a file.`,
};
