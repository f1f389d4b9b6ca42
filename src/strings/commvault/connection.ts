import { sentences } from '#src/strings/sentences.ts';

/** Texts about how a CommServe is reached. */
export const connection = sentences({
  note: {
    title: 'Not connected to Commvault',
    body: (host: string) => `There is no valid token for the CommServe ${host} in this tab.`,
    toSettings: 'Enter one in Settings',
  },
} as const);
