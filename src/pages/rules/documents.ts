import type { RuleSource } from '#src/rules/rule.ts';

const LEARN = 'https://learn.microsoft.com/azure';

/** Where the documents of the edition can be read now; the text there may be newer. */
const DOCUMENTS: Readonly<Partial<Record<RuleSource['document'], string>>> = {
  '000': `${LEARN}/backup/backup-azure-arm-restore-vms`,
  '001': `${LEARN}/backup/about-azure-vm-restore`,
  '002': `${LEARN}/backup/restore-managed-disks`,
  '004': `${LEARN}/backup/backup-azure-arm-userestapi-restoreazurevms`,
};

/** Other pages, by the title that starts a source's heading. */
const PAGES: readonly (readonly [title: string, address: string])[] = [
  [
    'Naming rules and restrictions for Azure resources',
    `${LEARN}/azure-resource-manager/management/resource-name-rules`,
  ],
  [
    'Resolve errors for reserved resource names',
    `${LEARN}/azure-resource-manager/troubleshooting/error-reserved-resource-name`,
  ],
  ['Soft delete for virtual machines', `${LEARN}/backup/soft-delete-virtual-machines`],
  ['Secure by default with soft delete', `${LEARN}/backup/secure-by-default`],
  ['Frequently asked questions: back up Azure VMs', `${LEARN}/backup/backup-azure-vm-backup-faq`],
];

/** The address of a source's document; null where none is known. */
export function addressOf({ document, heading }: RuleSource): string | null {
  return DOCUMENTS[document] ?? PAGES.find(([title]) => heading.startsWith(title))?.[1] ?? null;
}
