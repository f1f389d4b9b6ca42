import { now } from '#src/lib/clock.ts';
import type { SoftDeletion } from '#src/model/instances.ts';
import { softDeleteRules } from '#src/rules/catalogue/soft-delete.ts';
import { factFrom } from '#src/strings/fact-from.ts';
import { sayOf, sourceLine } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Blocked } from '#src/ui/fields/option.tsx';
import { deletionText } from '#src/ui/Status.tsx';

const ID = 'platform.instance.soft-deleted';

/** A backup instance that is deleted softly keeps its place in the list, with the days left. */
export function deletedBlock({
  deletion,
}: {
  readonly deletion: SoftDeletion | null;
}): Blocked | undefined {
  if (deletion === null) return undefined;
  const text = deletionText(deletion, now());
  const rules = softDeleteRules.filter(({ id }) => id === ID);
  return {
    short: text,
    explain: () => ({
      reasons: rules.map((rule) => ({
        id: ID,
        rule: sayOf(rule),
        facts: [{ text, from: factFrom.read([wizard.instance.what], null), way: null }],
        sources: rule.source.map(sourceLine),
      })),
      instead: null,
    }),
  };
}
