import { fold, wordsOf } from '#src/lib/match.ts';
import { entriesOf, type RuleEntry } from '#src/pages/rules/entries.ts';
import { inOurWords } from '#src/strings/azure-words.ts';

/** The words that a search for constraints looks for: Azure's newer ones are turned into ours. */
function ruleWords(typed: string): string[] {
  return wordsOf(inOurWords(typed));
}

/** Whether a constraint has all that was typed, in Azure's words or in ours. */
export function isFound({ searched }: RuleEntry, typed: string): boolean {
  return hasAll(searched, ruleWords(typed)) || hasAll(searched, wordsOf(typed));
}

/** The constraints of Azure Backup that have all that was typed: by id first, then by what they say, then the rest. */
export function findRules(typed: string): RuleEntry[] {
  return entriesOf('azure-backup')
    .filter((entry) => isFound(entry, typed))
    .map((entry) => ({ entry, rank: rankOf(entry, typed) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function rankOf({ rule, say }: RuleEntry, typed: string): number {
  const wanted = fold(typed).trim();
  if (rule.id === wanted) return 0;
  if (rule.id.startsWith(wanted)) return 1;
  if (hasAll(rule.id, ruleWords(typed))) return 2;
  return hasAll(fold(say), ruleWords(typed)) ? 3 : 4;
}

function hasAll(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}
