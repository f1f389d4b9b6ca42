import { isCut } from '#src/lib/list.ts';
import { sameId } from '#src/model/resource-id.ts';
import { type Choices, NOT_ASKED } from '#src/rules/choices.ts';
import { isPointGone } from '#src/datasources/azure-disk/point.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { known } from '#src/wizard/reads/read.ts';

/** A draft's choices as the rules read them: what is not there any more is not chosen. */
export function diskChoices(choices: DiskChoices, reads: DiskReads): Choices {
  return {
    ...NOT_ASKED,
    datasource: 'azure-disk',
    instance: choices.instance,
    pointId: isPointGone(reads, choices) ? null : choices.point,
    sourceResourceId: known(reads.instance)?.sourceDiskId ?? null,
    subscription: among(choices.subscription, known(reads.subscriptions), ({ id }) => id),
    rg: among(choices.rg, known(reads.groups), ({ name }) => name),
    diskMode: choices.diskMode,
    diskName: choices.diskName,
    consequenceRead: choices.consequenceRead,
    // A disk's Review has no box to confirm warnings.
    warningsRead: true,
  };
}

/** A value while a list that was read has it; one that was not read, or is cut, proves nothing. */
function among<One>(
  value: string | null,
  list: readonly One[] | undefined,
  nameOf: (one: One) => string,
): string | null {
  const isThere = list?.some((one) => sameId(nameOf(one), value)) ?? true;
  return isThere || isCut(list) ? value : null;
}
