import { diskChecks } from '#src/strings/disk-checks.ts';
import { backupVaultIdOf, groupIdOf } from '#src/api/arm/resource-id.ts';
import type { StepCheck } from '#src/model/next-steps.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { Settled } from '#src/rules/settle.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';

/** Ids of the rules that say what to do after the restore of a disk (document 002, Restore to create a new disk). */
const REVOKE_STEP = 'disk.after.revoke';
const ATTACH_STEP = 'disk.after.attach-data';
const SWAP_STEP = 'disk.after.swap-os';
const USES: readonly string[] = [ATTACH_STEP, SWAP_STEP];

/** The next steps of a disk's restore as it is chosen. Pure. */
export const diskSteps = ({ verdicts }: Pick<Settled, 'verdicts'>): string[] =>
  verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && [REVOKE_STEP, ...USES].includes(rule.id) ? [rule.id] : [],
  );

/** The step that puts the restored disk to use, as it was at the press; of another browser's the first. */
const putToUseStep = (jobId: string): string =>
  draftOfJob(jobId)?.nextSteps?.find((id) => USES.includes(id)) ?? ATTACH_STEP;

/** The steps after a restore with what reads each: putting the disk to use, and revoking the vault's role. */
export function stepsAfter(
  jobId: string,
  restoredId: ResourceId,
): readonly [DiskStepRead, DiskStepRead] {
  const vaultId = resourceId(backupVaultIdOf(jobId) ?? '');
  const scope = groupIdOf(restoredId);
  return [
    { id: putToUseStep(jobId), check: { kind: 'attached', diskId: restoredId } },
    { id: REVOKE_STEP, check: vaultId === '' ? null : { kind: 'diskRole', scope, vaultId } },
  ];
}

interface DiskStepRead {
  readonly id: string;
  readonly check: StepCheck | null;
}

const words = diskChecks.afterwards;

/** The next steps of a disk's restore in words, by their ids. */
export const diskStepTexts: ReadonlyMap<string, string> = new Map([
  [ATTACH_STEP, words.use.data],
  [SWAP_STEP, words.use.os],
  [REVOKE_STEP, words.revoke.title],
]);
