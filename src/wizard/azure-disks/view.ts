import { isCut } from '#src/lib/list.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Choices } from '#src/rules/choices.ts';
import type { DiskFacts, Facts } from '#src/rules/facts.ts';
import { type Settled, settle } from '#src/rules/settle.ts';
import { diskFacts } from '#src/wizard/azure-disks/facts.ts';
import { isPointGone } from '#src/wizard/azure-disks/point.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { NOT_ASKED } from '#src/wizard/draft/choices.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';

/** The draft of a disk's restore with everything that is known and said about it. */
export interface DiskView {
  readonly draft: Draft;
  readonly reads: DiskReads;
  readonly facts: Facts;
  /** The choices as made, as the rules read them. */
  readonly choices: Choices;
  readonly settled: Settled;
}

/** Hears the rules about a draft. Pure. */
export function diskView(
  draft: Draft,
  reads: DiskReads,
  validation: DiskFacts['validation'],
): DiskView {
  const facts = diskFacts(reads, draft.choices, validation);
  const choices = diskChoices(draft.choices, reads);
  return { draft, reads, facts, choices, settled: settle(facts, choices) };
}

/** A draft's choices as the rules read them: what is not there any more is not chosen. */
export function diskChoices(choices: DraftChoices, reads: DiskReads): Choices {
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
    warningsRead: choices.warningsRead,
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
