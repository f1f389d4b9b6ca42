import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  askedOf,
  diskValidationRunQuery,
  runDiskValidation,
  validationWhenDueQuery,
} from '#src/api/queries/disk-validations.ts';
import { instant } from '#src/lib/time.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { type DiskValidation, standingOf } from '#src/wizard/azure-disks/checks/disk-validation.ts';
import { dueOf } from '#src/wizard/azure-disks/checks/due.ts';
import { useRolesDue } from '#src/wizard/azure-disks/checks/use-roles-due.ts';
import { useNow } from '#src/ui/use-now.ts';

/** Between two looks at whether a role counts by now. */
const EVERY_MS = 5000;

const NO_RESTORE: DiskRestore = {
  instanceId: resourceId(''),
  recoveryPointName: '',
  sourceDiskId: resourceId(''),
  targetDiskId: resourceId(''),
  region: '',
};

/**
 * Azure's own look at a restore; null: its parameters are not complete. It goes on while the person is
 * in another step, and begins by itself once a role counts that was given a short time ago.
 */
export function useDiskValidation(restore: DiskRestore | null): DiskValidation {
  const client = useQueryClient();
  const asked = restore ?? NO_RESTORE;
  const { data: run } = useQuery(diskValidationRunQuery(asked.instanceId));
  const standing = standingOf(run ?? null, restore === null ? null : askedOf(restore));
  const now = useNow(EVERY_MS);
  const byItselfAt = dueOf(standing, useRolesDue(restore), now);
  useQuery({
    ...validationWhenDueQuery(asked, byItselfAt ?? instant(0)),
    enabled: restore !== null && byItselfAt !== null,
  });
  return {
    ...standing,
    byItselfAt,
    canStart: restore !== null,
    start: () => {
      if (restore !== null) void runDiskValidation(client, restore);
    },
    cancel: () => {
      if (run?.kind === 'running') run.stop();
    },
  };
}
