/** An Azure tag of the VM or the disk of a backup instance. */
export interface SourceTag {
  readonly name: string;
  readonly value: string;
}

/** The tags of a resource by their names. */
export type Tags = Readonly<Record<string, string>>;

/** A tag in an address, `env:prod`. Names may have colons, and values commas. */
export const tagValue = ({ name, value }: SourceTag): string =>
  `${encodeURIComponent(name)}:${encodeURIComponent(value)}`;

/** The tag that a part of an address means; null: none. */
export function tagIn(text: string): SourceTag | null {
  const [name = '', value, ...more] = text.split(':').map(decoded);
  return name === '' || value === undefined || more.length > 0 ? null : { name, value };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A tag as a person reads it. */
export const tagText = ({ name, value }: SourceTag): string =>
  value === '' ? name : `${name}: ${value}`;

/** All tags of a resource, by their names. */
export const tagsIn = (tags: Tags): readonly SourceTag[] =>
  Object.entries(tags).map(([name, value]) => ({ name, value }));
