import { dayText } from '#src/lib/format.ts';
import { newerTextsCount } from '#src/lib/wording.ts';
import type { Rule } from '#src/rules/rule.ts';

type DocumentNumber = '000' | '001' | '002' | '003' | '004' | 'learn' | 'ours';

const documents: Record<DocumentNumber, { title: string; short: string }> = {
  '000': { title: 'Restore Azure VMs in the Azure portal', short: 'Restore Azure VMs' },
  '001': { title: 'About Azure VM restore', short: 'About Azure VM restore' },
  '002': { title: 'Restore Azure Managed Disks', short: 'Restore Azure Managed Disks' },
  '003': { title: 'Full virtual machine restores (Commvault)', short: 'Commvault restores' },
  '004': { title: 'Restore Azure VMs using REST API', short: 'Restore Azure VMs by REST' },
  learn: { title: 'Microsoft Learn', short: 'Microsoft Learn' },
  ours: { title: 'A choice of Restore Center', short: 'Restore Center' },
};

/** Title of a document, as people search for it. */
export function documentTitle(document: DocumentNumber): string {
  return documents[document].title;
}

type SourceLike = { document: DocumentNumber; heading: string; date: string | null };

/** A source as one line: "Restore Azure VMs, Storage accounts, 30 Nov 2024". */
export function sourceLine({ document, heading, date }: SourceLike): string {
  const line = `${documents[document].short}, ${heading}`;
  if (document === 'ours' || (document === 'learn' && date === null)) return line;
  return `${line}, ${date === null ? 'undated' : dayText(date)}`;
}

/** Names of the products that have rules. */
export const productLabels = { 'azure-backup': 'Azure Backup', commvault: 'Commvault' } as const;

/** Labels of the kinds of rule. */
export const kindLabels = {
  block: 'Not possible',
  'require-field': 'Required',
  'hide-field': 'Hides a field',
  default: 'Default',
  warn: 'Warning',
  info: 'Note',
  checklist: 'Afterwards',
} as const;

/** The sentence of a rule; where newer texts count and one differs, it says of what day its document is. */
export function sayOf({
  say,
  newer,
  source: [{ date }],
}: Pick<Rule, 'say' | 'newer' | 'source'>): string {
  return newer === undefined || date === null || !newerTextsCount()
    ? say
    : `${say} By the document of ${dayText(date)}. A newer text differs: check before you rely on it.`;
}
