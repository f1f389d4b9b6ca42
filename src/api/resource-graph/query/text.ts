/** A text as a literal of Resource Graph's query language: what is typed or named can end no literal. */
export function kustoText(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
