import { isVmRule, type VmRuleId } from '#src/datasources/azure-vm/rules.ts';

/** What no rule says: the roles that the vault's identity was given for a restore can be revoked after it. */
export const ROLES_STEP = 'own.roles';

/** The id of a next step: of its rule, or of a step that no rule has. */
export type VmStepId = VmRuleId | typeof ROLES_STEP;

/** Whether a name is the id of a next step. */
export const isStepId = (name: string): name is VmStepId => name === ROLES_STEP || isVmRule(name);
