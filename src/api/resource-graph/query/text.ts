/** Text as a literal of the query language, whatever a person typed. */
export function literal(text: string): string {
  const oneLine = text.replaceAll(/\p{Cc}/gu, ' ');
  return `'${oneLine.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}

/** A condition that a column is one of some texts, in any letter case; null when all will do. */
export function isOneOf(column: string, texts: readonly string[]): string | null {
  return texts.length === 0 ? null : `${column} in~ (${texts.map(literal).join(', ')})`;
}

/** A step that keeps the rows of a condition; null when all will do. */
export function where(condition: string | null): string | null {
  return condition === null ? null : `where ${condition}`;
}

/** A condition that a row lies in one of some vaults; null when all will do. */
export function isInVault(ids: readonly string[]): string | null {
  return ids.length === 0
    ? null
    : ids.map((id) => `id startswith ${literal(`${id}/`)}`).join(' or ');
}

/** A question of several lines, each but the first a step; what is null is left out. */
export function question(table: string, steps: readonly (string | null)[]): string {
  return [table, ...steps.filter((step) => step !== null).map((step) => `| ${step}`)].join('\n');
}
