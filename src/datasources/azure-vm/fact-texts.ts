import { guestFacts } from '#src/strings/facts/guest.ts';
import { machineFacts } from '#src/strings/facts/vm.ts';
import { pointFacts } from '#src/strings/facts/point.ts';
import { productFacts } from '#src/strings/facts/product.ts';
import { targetFacts } from '#src/strings/facts/target.ts';
import { vaultFacts } from '#src/strings/facts/vault.ts';
import type { FactTexts } from '#src/strings/facts/words.ts';

/** The words of the facts that the rules about virtual machines read. */
export const factTexts: FactTexts = {
  ...machineFacts,
  ...guestFacts,
  ...pointFacts,
  ...vaultFacts,
  ...targetFacts,
  ...productFacts,
};
