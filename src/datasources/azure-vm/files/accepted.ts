import * as z from 'zod/mini';
import { storedOperation } from '#src/api/arm/operation.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { acceptedByAzure, type AcceptedRestoreQuery } from '#src/api/queries/restores.ts';
import { pollFileRecovery } from '#src/api/recovery-services/files.ts';
import type { AcceptedRequest } from '#src/datasources/datasource.ts';

/** An accepted request for a script, as it is stored with its draft until the script is there. */
const acceptedScript = z.extend(storedOperation, {
  /** Full id of the recovery point. */
  pointId: z.string(),
});

/** Follows an accepted request for a script until the disks can be mounted. */
export const acceptedFiles = ({ operation }: AcceptedRequest): AcceptedRestoreQuery =>
  acceptedByAzure(operation, async (next, signal) => {
    const pointId = acceptedScript.safeParse(operation).data?.pointId ?? '';
    const state = await pollFileRecovery(session(), next, signal);
    return state.status === 'mounted' ? { ...state, pointId } : state;
  });
