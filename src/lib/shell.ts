/**
 * Parts of commands that a person copies into a shell. Names come from other people: whatever a shell would
 * run, and whatever is hidden, is left out.
 */

/** A text in quotes. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/["$`\\\p{Cc}\p{DI}]/gu, '')}"`;
}

/** A word without quotes: an id, or the name of a region. */
export function shellWord(text: string): string {
  return text.replaceAll(/[^\w.-]/g, '');
}
