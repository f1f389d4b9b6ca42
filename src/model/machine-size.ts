/** A size of machines as one subscription may use it in one region. */
export interface MachineSize {
  /** `Standard_D4s_v5`, as Azure names it. */
  readonly name: string;
  /** Whether the subscription may use it in the region at all. */
  readonly isOffered: boolean;
  /** The logical zones in which it may be used. */
  readonly zones: readonly string[];
  /** The quota that it counts against besides that of the region; null: not told. */
  readonly family: string | null;
  /** Null: not told. */
  readonly cores: number | null;
}

/** Whether a machine of a size can be made; in the zone, where one is wanted. */
export function canBeMade(
  sizes: readonly MachineSize[],
  wanted: { readonly size: string; readonly zone: string | null },
): boolean {
  const found = sizes.find(({ name }) => name.toLowerCase() === wanted.size.toLowerCase());
  if (found === undefined || !found.isOffered) return false;
  return wanted.zone === null || found.zones.includes(wanted.zone);
}

/** The same where any of some zones may be meant, in a region without zones none; undefined where it makes a difference. */
export function canBeMadeInAny(
  sizes: readonly MachineSize[],
  size: string,
  zones: readonly (string | null)[],
): boolean | undefined {
  const wanted = zones.length === 0 ? [null] : zones;
  const [first, ...others] = wanted.map((zone) => canBeMade(sizes, { size, zone }));
  return others.every((is) => is === first) ? first : undefined;
}
