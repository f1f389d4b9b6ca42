import { sourceFacts } from '#src/strings/commvault/fact-words.ts';
import { commvaultFacts } from '#src/strings/facts/commvault.ts';
import { guestFacts } from '#src/strings/facts/guest.ts';
import { machineFacts } from '#src/strings/facts/vm.ts';
import { pointFacts } from '#src/strings/facts/point.ts';
import { targetFacts } from '#src/strings/facts/target.ts';
import type { FactTexts } from '#src/strings/facts/words.ts';

/** The words of the facts that the rules about restores by Commvault read. */
export const factTexts: FactTexts = {
  ...machineFacts,
  ...guestFacts,
  ...pointFacts,
  ...targetFacts,
  ...commvaultFacts,
  ...sourceFacts,
};
