import type { NotExpressible } from '#src/lib/command.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for one command to copy, and for the place of a restore’s commands. */
export const commands = sentences({
  /** What couldn’t be loaded. */
  what: 'the commands',
  /** Why a command isn’t shown. */
  notExpressible: ({ why, option, value }: NotExpressible) =>
    `There is no command for this: ${reasons[why](option)} The value is “${value}”.`,
});

const reasons: Readonly<Record<NotExpressible['why'], (option: string) => string>> = {
  nul: (option) => `${option} would need the character U+0000, which no command can contain.`,
  halfCharacter: (option) =>
    `${option} would need half of a character, which no command can contain.`,
  file: (option) => `the Azure CLI reads a value of ${option} that starts with @ from a file.`,
  shorthand: (option) =>
    `the Azure CLI reads quotes, null, None and ?? at ${option} in a syntax of its own.`,
  list: (option) =>
    `the Azure CLI would read one of several values of ${option} as an option or from a file.`,
};

/** Texts for a restore as commands. */
export const planCommands = sentences({
  title: 'Commands',
  show: 'Show commands',
  hide: 'Hide commands',
  loading: 'Loading the commands…',
  plan: (hash: string) => `Plan ${hash}`,
  clients: { rest: 'REST', cli: 'Azure CLI', powerShell: 'PowerShell' },
  choose: 'Client',
  notes: (client: string) => `Limits of ${client}`,
  underRequest: 'Under Request.',
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
});

/** Texts for the commands of a disk’s restore: what the clients can’t express, and what they do differently. */
export const diskCommands = sentences({
  extension: 'Requires the dataprotection extension of the Azure CLI.',
  cliIdentity:
    'The Azure CLI has no option for the identity. Azure Backup uses the system-assigned identity of the vault when none is named.',
  cliFile: 'The first command writes restore.json into the current folder.',
  module: 'Requires Az.DataProtection 2.7.0 or later.',
  shellValidation:
    'The script doesn’t validate the restore first. Validate on Review before you run it.',
  nameTaken: 'All clients fail when a disk of that name exists.',
});
