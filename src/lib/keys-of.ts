/** The names of the properties of an object, in their order. */
export const keysOf = <Table extends object>(table: Table): (keyof Table & string)[] =>
  Object.keys(table).filter((key): key is keyof Table & string => Object.hasOwn(table, key));

/** An entry for each property of an object, whether it may be missing or not: one that is left out doesn't compile. */
export type ByKey<Keyed, Said> = { readonly [Key in keyof Keyed]-?: Said };

/** What is left of an object once each of its properties was taken. With one that was forgotten it doesn't compile. */
export type NoneLeft = Readonly<Record<string, never>>;

/** Each property of an object, or undefined, also in place of one that may be missing: one that is left out doesn't compile. */
export type EachKey<Keyed> = { readonly [Key in keyof Required<Keyed>]: Keyed[Key] | undefined };
