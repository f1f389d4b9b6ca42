import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { factFrom } from '#src/strings/fact-from.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Blocked } from '#src/ui/fields/option.ts';

const words = wizard.instance;

/** A machine without a restore point keeps its place in the list, and says what it lacks. */
export function noPointBlock({ lastRecoveryPointAt }: ProtectedItem): Blocked | undefined {
  if (lastRecoveryPointAt !== null) return undefined;
  const { noPoint } = words;
  return {
    short: noPoint.short,
    explain: () => ({
      reasons: [
        {
          id: null,
          rule: noPoint.rule,
          facts: [{ text: noPoint.fact, from: factFrom.read([words.what], null), way: null }],
          sources: [noPoint.source],
        },
      ],
      instead: null,
    }),
  };
}
