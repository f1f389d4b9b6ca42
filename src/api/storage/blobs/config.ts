import { blobText } from '#src/api/storage/blobs/decode.ts';

/** What of a source's `vmconfig.json` helps with its template; null: it does not say. */
export interface VmConfig {
  readonly size: string | null;
  readonly osType: string | null;
  readonly osDiskName: string | null;
  readonly dataDisks: readonly { readonly lun: number; readonly name: string | null }[];
}

/** Keys in lower case, and a key with dots in it taken apart: both vary between documents (aftercare §1.3, D). */
function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key.toLowerCase().replace(/^properties\./, ''),
      folded(one),
    ]),
  );
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null
        ? Object.entries(here).find(([name]) => name === key)?.[1]
        : undefined,
    value,
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Reads the configuration of a source; null when the bytes are no JSON in any encoding. */
export function readVmConfig(bytes: Uint8Array): VmConfig | null {
  const whole = jsonIn(blobText(bytes));
  if (typeof whole !== 'object' || whole === null) return null;
  const all = folded(whole);
  const inside = at(all, 'properties');
  const find = (...path: readonly string[]): unknown => at(all, ...path) ?? at(inside, ...path);
  const disks = find('storageprofile', 'datadisks');
  return {
    size: text(find('hardwareprofile', 'vmsize')),
    osType: text(find('storageprofile', 'osdisk', 'ostype')),
    osDiskName: text(find('storageprofile', 'osdisk', 'name')),
    dataDisks: (Array.isArray(disks) ? disks : []).flatMap((disk: unknown) => {
      const lun = at(disk, 'lun');
      return typeof lun === 'number' ? [{ lun, name: text(at(disk, 'name')) }] : [];
    }),
  };
}

function jsonIn(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source);
    return value;
  } catch {
    return undefined;
  }
}
