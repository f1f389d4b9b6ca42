import { ownName } from '#src/lib/owner.ts';

/**
 * A channel to the tabs of the same owner; null in a browser that has none. @throws before the owner is
 * known.
 */
export function openChannel(name: string): BroadcastChannel | null {
  const fullName = ownName(name);
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(fullName);
}
