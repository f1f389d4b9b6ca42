import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  dueValidationQuery,
  lookAtDiskValidation,
  runDiskValidation,
} from '#src/api/queries/disk-restores.ts';
import { resumedValidationQuery, validationRunQuery } from '#src/api/queries/validations.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import type { Prerequisite } from '#src/wizard/azure-disks/checks/prerequisite.ts';
import { countsAt } from '#src/wizard/azure-disks/checks/prerequisites.ts';
import { type Stand, standOf } from '#src/wizard/azure-disks/checks/stand.ts';

/** How Azure's own look at the restore of a disk stands, and what can be done about it. */
export interface DiskValidation extends Stand {
  /** When Azure is asked by itself; null: not. */
  readonly dueAt: Instant | null;
  /** Whether there is something to ask about. */
  readonly canStart: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

/**
 * Azure's own look at the restore of a draft, which takes minutes; it goes on whatever step is open.
 * `restore` is null while something it needs is not chosen or not read. Azure is asked by itself once
 * a role counts that was given lately. `at` is now.
 */
export function useDiskValidation(
  draftId: string,
  restore: DiskRestore | null,
  given: { readonly prerequisites: readonly Prerequisite[]; readonly at: Instant },
): DiskValidation {
  const client = useQueryClient();
  const { data: run } = useQuery(validationRunQuery(draftId));
  useQuery(resumedValidationQuery(draftId, lookAtDiskValidation));
  const asked = JSON.stringify(restore);
  const dueAt = countsAt(given.prerequisites);
  const due = restore === null || dueAt === null ? null : { restore, asked, at: dueAt };
  useQuery(dueValidationQuery(draftId, due));
  const cancel = (): void => {
    if (run?.kind === 'running') run.stop();
  };
  return {
    // While what was chosen is still being read, nobody knows whether it is what was looked at.
    ...standOf(restore === null ? null : (run ?? null), asked, given.prerequisites),
    dueAt: due !== null && due.at > given.at ? due.at : null,
    canStart: restore !== null,
    start: () => {
      if (restore === null) return;
      // One that looks at something else is of no use any more.
      cancel();
      void runDiskValidation(client, draftId, { restore, asked });
    },
    cancel,
  };
}
