import { now } from '#src/lib/clock.ts';
import type { SoftDeletion } from '#src/model/instances.ts';
import { softDeleteRules } from '#src/rules/catalogue/soft-delete.ts';
import { factFrom } from '#src/strings/fact-from.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import { softDeleteTexts } from '#src/strings/rules/soft-delete.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Blocked } from '#src/ui/fields/option.ts';
import { deletionText } from '#src/ui/SoftDeletedStatus.tsx';

const ID = 'platform.instance.soft-deleted';

/** A backup instance that is deleted softly keeps its place in the list, with the days left. */
export function deletedBlock({
  deletion,
}: {
  readonly deletion: SoftDeletion | null;
}): Blocked | undefined {
  if (deletion === null) return undefined;
  const text = deletionText(deletion, now());
  const sources = softDeleteRules.find(({ id }) => id === ID)?.source ?? [];
  return {
    short: text,
    explain: () => ({
      reasons: [
        {
          id: ID,
          rule: softDeleteTexts[ID].say,
          facts: [{ text, from: factFrom.read([wizard.instance.what], null), way: null }],
          sources: sources.map(sourceLine),
        },
      ],
      instead: null,
    }),
  };
}
