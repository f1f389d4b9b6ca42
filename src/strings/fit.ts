import { sentences } from '#src/strings/sentences.ts';

/** Texts for the comparison of two backups of one VM. */
export const fit = sentences({
  title: 'Which restore fits?',
  about: (name: string) => `${name} is protected by two services. Nothing starts on this page.`,
  table: 'Restores compared',
  compared: 'Compared',
  what: 'the comparison',
  unknown: 'There are no two backups to compare at this address',
  unknownBody: 'Open a backup instance that two services protect, and select Which restore fits?',
  rows: {
    newest: 'Newest restore point',
    cannot: 'What it can’t do for this VM',
    needs: 'What it needs',
    destroys: 'What it destroys',
    time: 'Expected time',
  },
  restoreWith: (service: string) => `Restore with ${service}`,
  none: 'No restore point',
  noRefusal: 'No constraint applies.',
  notChecked: (total: number) =>
    `Not checked: ${String(total)} ${total === 1 ? 'constraint' : 'constraints'}.`,
  nothing: 'Nothing',
  detaches: 'The current disks are detached and kept.',
  notKnown: 'Not known',
  noPast: 'Not known: no restore of this VM completed in the last 7 days',
  took: (range: string, total: number) =>
    total === 1
      ? `${range}, as the last restore of this VM`
      : `${range}, as its last ${String(total)} restores`,
} as const);
