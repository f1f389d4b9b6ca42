import { dayText } from '#src/lib/format.ts';

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
