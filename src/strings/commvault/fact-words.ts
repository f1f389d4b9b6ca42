import { type FactTexts, valued } from '#src/strings/facts/words.ts';

/** Facts about a vault for Azure, and about the source VM for Commvault. */
export const sourceFacts: FactTexts = {
  'vault.subscription': valued(
    'the subscription of the source VM',
    'The source VM’s subscription is',
  ),
};
