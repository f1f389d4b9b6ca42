import type { RestoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import type { Ending } from '#src/mocks/time/plan.ts';
import { jobErrors } from '#src/mocks/world/job-errors.ts';

/**
 * The service takes a restore by an identity (official samples of 2021-11-15 and later, S), and it
 * does not work (document 000, Restore VMs with managed identities, note): the job fails.
 */
const NO_IDENTITIES: Ending = {
  kind: 'failed',
  task: 0,
  part: 0.1,
  error: jobErrors.identityElsewhere,
};

const usesIdentity = ({
  identityInfo,
  identityBasedRestoreDetails,
}: RestoreRequestWire['properties']): boolean =>
  (identityInfo ?? null) !== null || (identityBasedRestoreDetails ?? null) !== null;

/** How a restore in the secondary region ends that is to act by an identity; null for others. */
export const endingByIdentity = ({
  body,
  secondaryRegion,
}: {
  readonly body: RestoreRequestWire;
  readonly secondaryRegion?: string;
}): Ending | null =>
  secondaryRegion !== undefined && usesIdentity(body.properties) ? NO_IDENTITIES : null;
