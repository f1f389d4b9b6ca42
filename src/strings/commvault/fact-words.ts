import { type FactTexts, valued } from '#src/strings/facts/words.ts';

/** Facts that are of a vault elsewhere, and of the source VM in a restore by Commvault. */
export const sourceFacts: FactTexts = {
  'vault.subscription': valued(
    'the subscription of the source VM',
    'The source VM’s subscription is',
  ),
};
