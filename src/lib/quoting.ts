import { fail, ok, type Result } from '#src/lib/result.ts';

/**
 * Texts of other people as arguments of commands: the one place that quotes. A character is never left out
 * or changed; what can’t be an argument at all is refused.
 */

/** Why a text can’t be an argument: it has U+0000, or half of a character that takes two UTF-16 units. */
export type NotQuotable = 'nul' | 'halfCharacter';

/** What PowerShell reads as a single quotation mark (Microsoft Learn, about_Quoting_Rules, smart quotation marks). */
const POWERSHELL_QUOTES = /['\u2018\u2019\u201a\u201b]/g;

/**
 * One argument for `sh`, `bash` and `zsh` (POSIX, Shell Command Language, 2.2.2): in single quotes nothing
 * has a meaning but the quote itself. Line ends and control characters stay.
 */
export function shQuoted(text: string): Result<string, NotQuotable> {
  const why = notQuotable(text);
  return why === null ? ok(`'${text.replaceAll("'", String.raw`'\''`)}'`) : fail(why);
}

/**
 * One verbatim string for PowerShell (about_Quoting_Rules, single-quoted strings): each single quotation
 * mark is doubled, curly ones too. A quoted text that starts with `-` is a value, not a parameter.
 */
export function powerShellQuoted(text: string): Result<string, NotQuotable> {
  const why = notQuotable(text);
  return why === null ? ok(`'${text.replaceAll(POWERSHELL_QUOTES, '$&$&')}'`) : fail(why);
}

function notQuotable(text: string): NotQuotable | null {
  if (text.includes('\0')) return 'nul';
  return text.isWellFormed() ? null : 'halfCharacter';
}
