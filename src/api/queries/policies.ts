import { byId } from '#src/api/queries/by-id.ts';
import { listPolicies } from '#src/api/recovery-services/policies/list.ts';

/** The policies of a vault that can back up a VM. */
export const policiesQuery = byId('backup policies', listPolicies);
