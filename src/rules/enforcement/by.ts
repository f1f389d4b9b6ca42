import type { CatalogueRule } from '../catalogue.ts';

/** Who would reject a request that breaks the rule, and why. */
export type Enforcement = { by: 'service' | 'portal' | 'advice'; why: string };

/** By the ids of rules of the catalogue. */
export type EnforcementOfRules = Readonly<Partial<Record<CatalogueRule['id'], Enforcement>>>;

/** Azure itself rejects the request. */
export const service = (why: string): Enforcement => ({ by: 'service', why });
/** The portal doesn’t send it; the service might accept it. */
export const portal = (why: string): Enforcement => ({ by: 'portal', why });
/** Advice of Restore Center: neither Azure nor the portal rejects it. */
export const advice = (why: string): Enforcement => ({ by: 'advice', why });
