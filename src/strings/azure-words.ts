/** A page of this product that has another name in Azure. */
export type PlaceName =
  | 'overview'
  | 'happened'
  | 'restore'
  | 'files'
  | 'instances'
  | 'vaults'
  | 'jobs'
  | 'rules'
  | 'shortcuts';

/** A name in Azure's newer screens or interfaces for something that Restore Center has. */
interface AzureWord {
  /** Azure's word, singular where it has one. */
  readonly theirs: string;
  /** The name in the documents and in Restore Center; null where both lead to one page. */
  readonly ours: string | null;
  /** The page in Restore Center that shows it. */
  readonly place: PlaceName | null;
  /** Where Azure uses the name: a page of Microsoft Learn and its date. */
  readonly source: string;
}

const recover = 'Recover deleted item, Resiliency, 19 Nov 2025';
const renamed = 'Note on the new name in the pages of Resiliency, 1 Nov 2025';
const vaults = 'Create vaults to back up and replicate resources, Resiliency, 19 Nov 2025';
const jobs = 'Monitor and operate jobs, Resiliency, 19 Nov 2025';
const alerts = 'Monitor alerts and metrics in Resiliency, 19 Nov 2025';
const portal = 'Restore VMs by using the Azure portal, 30 Nov 2024';
const files = 'Recover files from Azure virtual machine backup, 30 Jun 2023';
const rest = 'Restore Azure VMs using REST API, 12 Sep 2018';

/** Azure renames its screens: newer names and names of interfaces find the same pages. */
export const AZURE_WORDS: readonly AzureWord[] = [
  { theirs: 'Resiliency', ours: null, place: 'overview', source: renamed },
  { theirs: 'Business Continuity Center', ours: null, place: 'overview', source: renamed },
  { theirs: 'Backup center', ours: null, place: 'overview', source: portal },
  { theirs: 'Alert', ours: null, place: 'overview', source: alerts },
  { theirs: 'Recover', ours: 'restore', place: 'restore', source: recover },
  { theirs: 'Restore VM', ours: 'restore', place: 'restore', source: portal },
  { theirs: 'File Recovery', ours: null, place: 'files', source: files },
  { theirs: 'Protected item', ours: 'backup instance', place: 'instances', source: recover },
  { theirs: 'Protection inventory', ours: null, place: 'instances', source: recover },
  { theirs: 'Backup item', ours: 'backup instance', place: 'instances', source: portal },
  { theirs: 'Recovery Services vault', ours: 'vault', place: 'vaults', source: vaults },
  { theirs: 'Backup vault', ours: 'vault', place: 'vaults', source: vaults },
  { theirs: 'Monitoring + Reporting', ours: null, place: 'jobs', source: jobs },
  { theirs: 'Recovery point', ours: 'restore point', place: null, source: rest },
];

/** The typed text in our words, so that Azure’s other words find the same. */
export function inOurWords(typed: string): string {
  return AZURE_WORDS.reduce((text, { theirs, ours }) => {
    return ours === null ? text : text.replaceAll(wholeWord(theirs), ours);
  }, typed);
}

/** The word itself or its plural, not a part of a longer one. */
function wholeWord(word: string): RegExp {
  const literal = word.replaceAll(/[^\w\s]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`);
  return new RegExp(String.raw`(?<![\w-])${literal}s?(?![\w-])`, 'gi');
}
