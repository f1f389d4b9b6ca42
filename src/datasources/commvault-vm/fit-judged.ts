import { commvaultModel } from '#src/datasources/commvault-vm/model.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import { newCommvaultDraft } from '#src/datasources/commvault-vm/schema.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { judgedCells, type JudgedCells } from '#src/wizard/explain/findings.ts';
import { viewOf } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/reads/read.ts';

/** The constraint that the comparison shows with what a restore destroys. */
export const DELETES = 'commvault.in-place.deletes';

const RULES = { destroys: DELETES, limits: ['commvault.cmk.des', 'commvault.kv.access'] };

/** The draft of a restore of a VM; nothing is stored. */
export const fitDraft = (
  instance: ResourceId,
  cv: 'in-place' | 'out-of-place',
  point: string | null,
) => newCommvaultDraft('fit', 0, { instance, cv, point });

/** What the rules say of both ways to restore a VM from its newest restore point. Pure. */
export function judgedFit(instance: ResourceId, reads: CommvaultReads): JudgedCells {
  const point = known(reads.points)?.[0]?.id ?? null;
  const options = (['out-of-place', 'in-place'] as const).map((cv) => ({
    name: flow.cv[cv],
    view: viewOf(commvaultModel, fitDraft(instance, cv, point), reads),
  }));
  return judgedCells(options, RULES);
}
