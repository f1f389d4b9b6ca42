import type { CatalogueRule } from '../catalogue.ts';

/** Who would refuse, were the rule not there, and why we think so. */
export type Enforcement = { by: 'service' | 'portal' | 'advice'; why: string };

/** By the ids of rules of the catalogue. */
export type EnforcementOfRules = Readonly<Partial<Record<CatalogueRule['id'], Enforcement>>>;

/** Azure itself refuses the request. */
export const service = (why: string): Enforcement => ({ by: 'service', why });
/** The portal does not let it be sent; the service might take it. */
export const portal = (why: string): Enforcement => ({ by: 'portal', why });
/** Our own advice: nothing enforces it. */
export const advice = (why: string): Enforcement => ({ by: 'advice', why });
