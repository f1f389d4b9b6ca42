import { diskFacts } from '#src/strings/facts/disk.ts';
import { pointFacts } from '#src/strings/facts/point.ts';
import { productFacts } from '#src/strings/facts/product.ts';
import { vaultFacts } from '#src/strings/facts/vault.ts';
import type { FactTexts } from '#src/strings/facts/words.ts';

/** The words of the facts that the rules about disks read. */
export const factTexts: FactTexts = { ...diskFacts, ...pointFacts, ...vaultFacts, ...productFacts };
