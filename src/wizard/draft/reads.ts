/** Where a read stands. Facts that hang on it are known only in the first state. */
export type Read<Value> =
  | { readonly state: 'known'; readonly value: Value }
  | { readonly state: 'not asked' | 'loading' | 'forbidden' | 'failed' };

/** The value of a read; undefined while it is not known. */
export function known<Value>(read: Read<Value>): Value | undefined {
  return read.state === 'known' ? read.value : undefined;
}
