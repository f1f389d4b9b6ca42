import { useQuery } from '@tanstack/react-query';
import { vmOf } from '#src/api/commvault/home.ts';
import { pastCommvaultRestoresQuery } from '#src/api/commvault/job-lists.ts';
import { ConnectionNote } from '#src/datasources/commvault-vm/connection/ConnectionNote.tsx';
import { DELETES, fitDraft, judgedFit } from '#src/datasources/commvault-vm/fit-judged.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import { sourceOf } from '#src/datasources/commvault-vm/source.ts';
import { useCommvaultReads } from '#src/datasources/commvault-vm/reader.ts';
import { commvaultRules } from '#src/datasources/commvault-vm/rules.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import type { FitPart, WithFitProps } from '#src/datasources/fit.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { commvault } from '#src/strings/commvault/name.ts';
import { fit as words } from '#src/strings/fit.ts';
import { newestCell } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/reads/read.ts';

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
      sourceOf(reads).isGone === true
        ? { text: flow.hint.inPlaceGone, options: [flow.cv['in-place']] }
        : {
            text: sayOf(ruleNamed(commvaultRules, DELETES)),
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
export const fit: FitPart = { WithFit };
