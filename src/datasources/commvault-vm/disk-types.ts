import * as z from 'zod/mini';

const types = z.record(z.string(), z.string());

/** Storage types that a managed disk can be restored to, as Azure names them. */
export const DISK_TYPES = ['Premium_LRS', 'StandardSSD_LRS', 'Standard_LRS'] as const;

/** The storage types that were chosen, by the names of the disks; of text that holds none, none. */
export function chosenTypes(text: string | null): Readonly<Record<string, string>> {
  try {
    return types.safeParse(JSON.parse(text ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

/** The same with one more, as a draft stores it; null: the disk's own. */
export function withType(text: string | null, disk: string, type: string | null): string | null {
  const { [disk]: _before, ...others } = chosenTypes(text);
  const all = type === null ? others : { ...others, [disk]: type };
  return Object.keys(all).length === 0 ? null : JSON.stringify(all);
}
