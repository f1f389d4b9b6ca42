import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

export interface PrerequisitesProps {
  readonly reads: DiskReads;
  readonly choices: DraftChoices;
}

/** Stands in for the list of prerequisites. */
export function Prerequisites({ reads }: PrerequisitesProps) {
  return <section aria-label="Prerequisites">{reads.targetRoles.state}</section>;
}
