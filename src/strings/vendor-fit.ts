import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the comparison of two backups of one VM. */
export const vendorFit = sentences({
  title: 'Which restore fits?',
  about: (name: string) => `Two services protect ${name}. Nothing starts on this page.`,
  table: 'Comparison of restores',
  compared: 'Compared',
  what: 'the comparison',
  unknown: 'No two backups to compare at this address',
  unknownBody: 'Open a backup instance that two services protect, and select Which restore fits?',
  rows: {
    newest: 'Newest restore point',
    cannot: 'Limits for this VM',
    needs: 'Requirements',
    destroys: 'What it deletes',
    time: 'Expected time',
  },
  restoreWith: (service: string) => `Restore with ${service}`,
  none: 'No restore point',
  noRefusal:
    'No documented constraint applies. Not looked at: permissions in the target, quotas, and resource locks.',
  notChecked: (total: number) =>
    `Not checked: ${String(total)} ${plural(total, 'constraint', 'constraints')}.`,
  nothing: 'Nothing',
  detaches: 'The current disks are detached and kept.',
  notKnown: 'Unknown',
  noPast: 'Unknown: no completed restore of this VM in the last 7 days',
  took: (range: string, total: number) =>
    plural(
      total,
      `${range}, based on the last restore of this VM`,
      `${range}, based on its last ${String(total)} restores`,
    ),
} as const);
