import type { Check } from '#src/mocks/recovery-services/judgement.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A vault with a resource guard wants the request that the guard has granted (azure-contract §2 and §5, S). */
export const judgeGuard: readonly Check[] = [
  ({ body, vault }) => {
    const { resourceGuard } = vault;
    const wanted = `${resourceGuard ?? ''}/triggerRestoreRequests/default`;
    const given = body.resourceGuardOperationRequests ?? [];
    return resourceGuard === undefined || given.some((one) => sameId(one, wanted))
      ? null
      : `The vault is protected by a resource guard: resourceGuardOperationRequests must name ${wanted}.`;
  },
];
