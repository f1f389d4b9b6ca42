import { commvaultRules as of003 } from '#src/rules/catalogue/commvault.ts';
import { commvaultPlatformRules } from '#src/rules/catalogue/commvault-platform.ts';
import { ruleSet } from '#src/rules/engine.ts';

/** The rules that judge a VM's restore by Commvault, in the catalogue's order: none of Azure Backup's. */
export const commvaultRules = ruleSet([...of003, ...commvaultPlatformRules]);
