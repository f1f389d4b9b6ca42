/** How shapes of ours and of Azure's own SDK are held against each other: types alone. */

/** An answer as JSON has it: the SDK makes dates of times. */
export type Json<T> = T extends Date
  ? string
  : T extends readonly (infer One)[]
    ? Json<One>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;

/** Keys with a name: our objects let any other key pass. */
export type Named<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: T[Key] } &
  string;

/** A body as we send it: named keys alone, and what is not known is left out, not null. */
export type Sent<T> = T extends readonly (infer One)[]
  ? Sent<One>[]
  : T extends object
    ? { [Key in Named<T>]: Sent<Exclude<T[Key], null>> }
    : T;

/** All keys of a shape, those inside with the way to them: `properties.zones`. */
export type Keys<T> = T extends Date
  ? never
  : T extends readonly (infer One)[]
    ? Keys<One>
    : T extends object
      ? { [Key in Named<T>]: Key | `${Key}.${Keys<NonNullable<T[Key]>>}` }[Named<T>]
      : never;

/** An answer of Azure always says what the model, made for requests too, leaves open. */
export type Answered<Model, Sure extends keyof Model> = Json<
  Omit<Model, Sure> & Required<Pick<Model, Sure>>
>;

/** The model with the properties of one kind out of the SDK's union. */
export type Of<Model, Properties> = Omit<Model, 'properties'> & { properties: Properties };

/** Theirs is of our type, or with the two exchanged ours of theirs. */
export type Fits<Ours, Theirs extends Ours> = [Ours, Theirs];
/** The keys of ours that theirs has not, those left out that are known to be ours alone. */
export type Strange<Ours, Theirs, Known extends Keys<Ours> = never> = Exclude<
  Keys<Ours>,
  Keys<Theirs> | Known
>;
export type None<Found extends never> = Found;

/**
 * Keys of theirs that we do not name. Those that are known must be such keys: what is named one day
 * is taken from the list.
 */
export type Unnamed<
  Ours,
  Theirs,
  Known extends Exclude<Named<NonNullable<Theirs>>, Named<NonNullable<Ours>>> = never,
> = Exclude<Named<NonNullable<Theirs>>, Named<NonNullable<Ours>> | Known>;
