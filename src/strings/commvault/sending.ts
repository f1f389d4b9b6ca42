/** Why Restore isn't available yet at Review of a restore by Commvault. */
export const sending = {
  reads: 'Restore is available after the data for the checks is read.',
  unread: 'The request needs data that couldn’t be read. Reload the page. Your draft is saved.',
} as const;
