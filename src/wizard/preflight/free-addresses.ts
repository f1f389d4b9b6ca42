import type { Subnet } from '#src/model/placement.ts';

/** Azure keeps five addresses of every subnet for itself (general knowledge of Azure networks, not in the contract). */
const KEPT_BY_AZURE = 5;
const ADDRESS_BITS = 32;

/** How many addresses of the fourth version a subnet has, and how many of them are free; null: it does not say. */
export function freeAddresses({
  addressPrefixes,
  usedAddresses,
}: Subnet): { readonly all: number; readonly free: number } | null {
  const sizes = addressPrefixes.flatMap(sizeOf);
  if (sizes.length === 0) return null;
  const all = sizes.reduce((sum, size) => sum + Math.max(0, size - KEPT_BY_AZURE), 0);
  return { all, free: Math.max(0, all - usedAddresses) };
}

function sizeOf(prefix: string): number[] {
  const bits = Number(/^[\d.]+\/(\d{1,2})$/.exec(prefix)?.[1] ?? Number.NaN);
  return bits <= ADDRESS_BITS ? [2 ** (ADDRESS_BITS - bits)] : [];
}
