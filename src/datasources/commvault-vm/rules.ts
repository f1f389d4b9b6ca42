import { commvaultRules as of003 } from '#src/rules/catalogue/commvault.ts';
import { commvaultPlatformRules } from '#src/rules/catalogue/commvault-platform.ts';
import { ruleSet } from '#src/rules/engine.ts';
import { textsOf } from '#src/strings/rule-source.ts';

/** The rules that judge a VM's restore by Commvault, in the catalogue's order: none of Azure Backup's. */
export const commvaultRules = ruleSet([...of003, ...commvaultPlatformRules]);

/** Their texts. */
export const textOf = textsOf(commvaultRules);
export const sayRule = (id: string): string => textOf({ id }).say;
