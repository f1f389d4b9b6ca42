/** Words of the documents, to the letter: labels of the portal and sentences in quotes. */
export interface Allowed {
  readonly quote: string;
  readonly source: string;
}

/** What texts may quote although a phrase of the list is in it. */
export const ALLOWED: readonly Allowed[] = [
  { quote: 'Select Recovery point', source: 'Restore Azure Disks: name of a step' },
  { quote: 'Select recovery point', source: 'Restore Azure Disks: name of a step' },
  {
    quote: 'Ensure the machine meets the requirements before executing the script',
    source: 'Recover files from Azure virtual machine backup: heading of step 2',
  },
];

/** Azure's own words, as search knows them: texts that are nothing else. */
export const LABELS: readonly Allowed[] = [
  { quote: 'Protected item', source: 'Resiliency: page of an Azure VM' },
  { quote: 'Recovery point', source: 'REST API of Azure Backup: Recovery Points' },
];
