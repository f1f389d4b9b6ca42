import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import type { Eta } from './eta.ts';
import { lastPhaseOf } from './phases.ts';
import { type Phase, usualAfter } from './phase-list.ts';
import { type Range, rangeOf } from './range.ts';

/** Whether a job can be canceled, and until when. */
export type Cancel =
  | {
      readonly kind: 'possible';
      /** The phase whose start ends it; null: none is known that does. */
      readonly until: Phase | null;
      /** The time until then; null: not known. */
      readonly left: Range | null;
      /**
       * `lastPhase`: Azure still offers it while the restored resources are being created, and might refuse.
       * `replacing`: disks are being replaced; the state in which this leaves a VM is undocumented.
       */
      readonly caution: 'lastPhase' | 'replacing' | null;
    }
  | { readonly kind: 'no'; readonly why: NoCancel };

/**
 * `secondary`: rule `jobs.crr.no-cancel` (Restore Azure VMs, Restore in secondary region, note).
 * `operation`: Azure offers it for backups and restores only. `notOffered`: Azure does not offer it
 * for this job; it need not say why.
 */
export type NoCancel =
  | 'over'
  | 'cancelling'
  | 'secondary'
  | 'replacing'
  | 'lastPhase'
  | 'operation'
  | 'notOffered'
  | 'unknownStatus';

/** Whether a job runs in the secondary region (azure-contract §9). */
function isSecondary({ operation }: Pick<JobDetails, 'operation'>): boolean {
  return operation.toLowerCase() === 'crossregionrestore';
}

/**
 * Whether a job can be canceled now. In the primary region no document states when: Azure offers it job by
 * job (azure-contract §8), and decides again on the request.
 */
export function cancelOf(job: JobDetails, phases: readonly Phase[], eta: Eta): Cancel {
  if (isTerminal(job.status)) return no('over');
  if (job.status === 'cancelling') return no('cancelling');
  if (isSecondary(job)) return no('secondary');
  const last = lastPhaseOf(job.restoreKind);
  const phase = phases.find(({ kind }) => kind === last) ?? null;
  const hasBegun = phase !== null && phase.status !== 'notStarted' && phase.status !== 'unknown';
  const caution = last === 'replaceDisks' ? 'replacing' : 'lastPhase';
  if (!job.isCancellable) return no(notOffered(job, hasBegun ? caution : null));
  if (hasBegun) return { kind: 'possible', until: null, left: null, caution };
  return { kind: 'possible', until: phase, left: leftUntil(phase, phases, eta), caution: null };
}

const no = (why: NoCancel): Cancel => ({ kind: 'no', why });

function notOffered(job: JobDetails, begun: 'lastPhase' | 'replacing' | null): NoCancel {
  if (job.status === 'unknown') return 'unknownStatus';
  const word = job.operation.toLowerCase();
  if (word !== '' && word !== 'restore' && word !== 'backup') return 'operation';
  return begun ?? 'notOffered';
}

/** The time left without that of the phase itself and of those behind it. */
function leftUntil(phase: Phase | null, phases: readonly Phase[], eta: Eta): Range | null {
  if (phase === null || eta.kind === 'unknown') return null;
  const after = usualAfter(phases.slice(phases.indexOf(phase)));
  return after === null ? null : rangeOf(eta.lowMs - after.highMs, eta.highMs - after.lowMs);
}
