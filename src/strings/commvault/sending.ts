/** What a restore by Commvault waits for at Review. */
export const sending = {
  reads: 'Restore opens when everything that the rules need has been read.',
  unread:
    'The request needs something that couldn’t be read. Load the page again; the draft is kept.',
} as const;
