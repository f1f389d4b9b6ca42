import { armFacts } from '#src/api/arm/error.ts';
import type { Read } from '#src/wizard/reads/read.ts';

export const notRead = { state: 'not asked' } as const;

/** A read as the wizard would hold it; not started while its key is unknown. */
export async function readOf<Key, Value>(
  key: Key | null | undefined,
  read: (key: Key) => Promise<Value>,
): Promise<Read<Value>> {
  if (key === null || key === undefined) return notRead;
  try {
    return { state: 'known', value: await read(key) };
  } catch (error) {
    const status = armFacts(error)?.status;
    if (status === undefined) throw error;
    return { state: status === 403 || status === 401 ? 'forbidden' : 'failed' };
  }
}
