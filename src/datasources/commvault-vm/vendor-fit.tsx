import { judgedCells, type JudgedCells, newestCell } from '#src/wizard/explain/findings.ts';
import { commvaultModel, rulesOfCommvault } from '#src/datasources/commvault-vm/model.ts';
import { useQuery } from '@tanstack/react-query';
import { vmOf } from '#src/api/commvault/home.ts';
import { pastCommvaultRestoresQuery } from '#src/api/commvault/job-lists.ts';
import { ConnectionNote } from '#src/datasources/commvault-vm/connection.tsx';
import { newCommvaultDraft } from '#src/datasources/commvault-vm/fields.ts';
import { useCommvaultReads } from '#src/datasources/commvault-vm/prefill.ts';
import { type CommvaultReads, commvaultSourceOf } from '#src/datasources/commvault-vm/reads.ts';
import type { FitPart, WithFitProps } from '#src/datasources/datasource.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { commvault } from '#src/strings/datasources.ts';
import { vendorFit as words } from '#src/strings/vendor-fit.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { viewOf } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/read.ts';

/** The constraint that the comparison shows with what a restore destroys. */
const DELETES = 'commvault.in-place.deletes';

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

/** What a restore by Commvault would be, by the wizard's own reads and rules. */
function WithFit({ instance, children }: WithFitProps) {
  const reads = useCommvaultReads(fitDraft(instance, 'out-of-place', null).choices);
  const past = useQuery(pastCommvaultRestoresQuery(instance));
  const host = vmOf(instance)?.host;
  const judged = isBeingRead(reads) ? null : judgedFit(instance, reads);
  return children({
    service: commvault,
    name: known(reads.vm)?.name ?? null,
    note: host !== undefined && <ConnectionNote host={host} />,
    newest: newestCell(reads.points, known(reads.points)?.[0]?.time ?? null),
    cannot: judged?.cannot ?? null,
    needs: judged?.needs ?? null,
    destroys: [
      { text: words.nothing, options: [flow.cv['out-of-place']] },
      commvaultSourceOf(reads).isGone === true
        ? { text: flow.hint.inPlaceGone, options: [flow.cv['in-place']] }
        : {
            text: sayOf(ruleNamed(rulesOfCommvault, DELETES)),
            rule: DELETES,
            options: [flow.cv['in-place']],
          },
    ],
    tookMs: past.data ?? (past.error === null ? null : undefined),
  });
}

const isLoading = ({ state }: { readonly state: string }): boolean => state === 'loading';

/** What decides is still on its way; what failed isn't waited for. */
const isBeingRead = ({ vm, points, group, azureId, machine, backupDisks }: CommvaultReads) =>
  [vm, points, group, azureId, machine, backupDisks].some(isLoading);

/** Commvault's side of the comparison. */
export const commvaultFit: FitPart = { WithFit };
