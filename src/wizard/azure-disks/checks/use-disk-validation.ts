import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  dueValidationQuery,
  lookAtDiskValidation,
  runDiskValidation,
} from '#src/api/queries/disk-restores.ts';
import { resumedValidationQuery, validationRunQuery } from '#src/api/queries/validations.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
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
 * `restore` is null while something it needs is not chosen or not read; `countsAt` the moment from
 * which a role counts that was given lately: then Azure is asked by itself. `at` is now.
 */
export function useDiskValidation(
  draftId: string,
  restore: DiskRestore | null,
  role: { readonly countsAt: Instant | null; readonly at: Instant },
): DiskValidation {
  const client = useQueryClient();
  const { data: run } = useQuery(validationRunQuery(draftId));
  useQuery(resumedValidationQuery(draftId, lookAtDiskValidation));
  const asked = JSON.stringify(restore);
  const { countsAt } = role;
  const due = restore === null || countsAt === null ? null : { restore, asked, at: countsAt };
  useQuery(dueValidationQuery(draftId, due));
  const cancel = (): void => {
    if (run?.kind === 'running') run.stop();
  };
  return {
    // While what was chosen is still being read, nobody knows whether it is what was looked at.
    ...standOf(restore === null ? null : (run ?? null), asked),
    dueAt: due !== null && due.at > role.at ? due.at : null,
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
