import type { MachineSize } from '#src/model/machine-size.ts';

/** What a subscription uses of one quota in one region. */
export interface ComputeUsage {
  /** `cores` for all sizes together, else the family of a size, such as `standardDSv5Family`. */
  readonly name: string;
  /** The same in Azure's words. */
  readonly label: string;
  readonly used: number;
  /** Null: there is no limit. */
  readonly limit: number | null;
}

const ALL_SIZES = 'cores';

/**
 * The quotas that a machine of a size counts against, those with the fewest cores left first: that of
 * the region and that of its family.
 */
export function quotasOf(usages: readonly ComputeUsage[], { family }: MachineSize): ComputeUsage[] {
  const names = [ALL_SIZES, ...(family === null ? [] : [family])].map((one) => one.toLowerCase());
  return usages
    .filter(({ name }) => names.includes(name.toLowerCase()))
    .toSorted((a, b) => leftOf(a) - leftOf(b));
}

/** How much more may be used of a quota; without a limit as much as one likes. */
export function leftOf({ limit, used }: ComputeUsage): number {
  return limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - used);
}
