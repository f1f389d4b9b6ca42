import { sentences } from '#src/strings/sentences.ts';

/** Texts for a restore as commands. */
export const planCommands = sentences({
  title: 'Commands',
  show: 'Show commands',
  hide: 'Hide commands',
  loading: 'Loading the commands…',
  plan: (hash: string) => `Plan ${hash}`,
  planTip: 'Also on the job and in each script.',
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
});
