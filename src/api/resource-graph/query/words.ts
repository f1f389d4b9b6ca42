import { literal } from '#src/api/resource-graph/query/text.ts';

/** Words that a person typed, as conditions of a question to Resource Graph. */

/** True of rows that have each word in one of the columns; `contains` ignores letter case. */
export function hasWords(words: readonly string[], columns: readonly string[]): string {
  return words
    .map((word) => columns.map((column) => `${column} contains ${literal(word)}`).join(' or '))
    .map((anyColumn) => `(${anyColumn})`)
    .join(' and ');
}

/**
 * Ranks a hit: 0 where the column is the first word, 1 where it starts with it, 2 where it holds it,
 * 3 where the words are elsewhere.
 */
export function rankOf(words: readonly string[], column: string): string {
  const first = literal(words[0] ?? '');
  return `case(${column} =~ ${first}, 0, ${column} startswith ${first}, 1, ${column} contains ${first}, 2, 3)`;
}
