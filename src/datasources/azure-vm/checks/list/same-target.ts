import type { WantedTarget } from '#src/model/lost-restore.ts';
import type { Check } from '#src/datasources/azure-vm/checks/check.ts';
import type { PreflightReads } from '#src/datasources/azure-vm/checks/preflight.ts';
import { machineOf } from '#src/datasources/azure-vm/choices/target.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { known } from '#src/wizard/reads/read.ts';
import { type TargetReads, targetResult } from '#src/wizard/review/target-check.ts';

/** Whether a restore to the same target is in progress already. */
export const sameTarget: Check = {
  id: 'sameTarget',
  from: ['runningRestores', 'otherRestores'],
  run: ({ view, reads }) => {
    const wanted = wantedTarget(view);
    return wanted.parts.length === 0 ? null : targetResult(wanted, targetReads(reads), 'vm');
  },
};

/** Where a draft restores to, with what is read of it; without parts while that is not chosen. */
export const wantedTarget = ({ shown, reads, model }: DraftView): WantedTarget => ({
  parts: known(reads.instance) === undefined ? [] : model.targetOf(shown, reads),
  source: known(reads.instance)?.friendlyName ?? machineOf(shown.instance),
});

/** What tells which restores are in progress. */
export const targetReads = ({
  runningRestores,
  otherRestores,
}: Pick<PreflightReads, 'runningRestores' | 'otherRestores'>): TargetReads => ({
  ofVault: runningRestores,
  others: otherRestores,
});
