import { fold, wordsOf } from '#src/lib/match.ts';
import { AZURE_WORDS } from '#src/strings/azure-words.ts';
import { TYPED_VERBS } from '#src/strings/search.ts';

/** Fewer letters find too much to be worth a question. */
const FEWEST_LETTERS = 2;

/** Verbs and kinds of things, which may stand before a name: "undo app01", "vault rsv-prod". */
const KINDS = [
  ...AZURE_WORDS.map(({ theirs }) => fold(theirs)),
  ...TYPED_VERBS,
  'restore',
  'backup instance',
  'instance',
  'virtual machine',
  'machine',
  'vm',
  'vault',
  'backup job',
  'job',
  'resource group',
  'draft',
].toSorted((a, b) => b.length - a.length);

/** Whether enough was typed to search at all. */
export function isEnough(typed: string): boolean {
  return typed.trim().length >= FEWEST_LETTERS;
}

/**
 * The words to search Azure for. No name in Azure holds a blank, so a word for the kind of thing before a
 * name is no part of it. Empty: there is nothing to search.
 */
export function azureWordsOf(typed: string): string[] {
  const name = withoutKind(fold(typed).trim());
  return isEnough(name) ? wordsOf(name) : [];
}

function withoutKind(text: string): string {
  for (const kind of KINDS) {
    for (const lead of [`${kind} `, `${kind}s `]) {
      if (text.startsWith(lead)) return withoutBack(text.slice(lead.length).trim());
    }
  }
  return text;
}

/** “get app01 back” */
const withoutBack = (name: string): string => name.replace(/\s+back$/, '');
