import { canBeMade, type MachineSize } from '#src/model/machines.ts';

/** A choice for the VM of a template. */
export interface MachineChoice {
  readonly value: string;
  /** Whether Azure would refuse it here. */
  readonly isRefused: boolean;
}

/** The sizes of a region by their names; those closed there, or in the zone, are refused. */
export const sizeChoices = (
  sizes: readonly MachineSize[],
  zone: string | null,
): readonly MachineChoice[] =>
  sizes
    .map(({ name }) => ({ value: name, isRefused: !canBeMade(sizes, { size: name, zone }) }))
    .toSorted((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }));

/** The zones of a region; one in which the size is closed is refused. */
export const zoneChoices = (
  sizes: readonly MachineSize[],
  size: string | null,
): readonly MachineChoice[] =>
  [...new Set(sizes.flatMap(({ zones }) => zones))].toSorted().map((zone) => ({
    value: zone,
    isRefused: size !== null && !isUnlisted(sizes, size) && !canBeMade(sizes, { size, zone }),
  }));

const isUnlisted = (sizes: readonly MachineSize[], size: string): boolean =>
  !sizes.some(({ name }) => name.toLowerCase() === size.toLowerCase());

const IN_GROUP = /^\[resourceId\('Microsoft\.Compute\/availabilitySets', '((?:[^']|'')*)'\)\]$/i;

/** What a template says for an availability set that a person names: a name is one of the deployment’s group. */
export function availabilitySetText(typed: string): string {
  const text = typed.trim();
  return text.startsWith('/') || text.startsWith('[')
    ? text
    : `[resourceId('Microsoft.Compute/availabilitySets', '${text.replaceAll("'", "''")}')]`;
}

/** The reverse: the name or the id that a person would type. */
export const availabilitySetName = (text: string): string =>
  IN_GROUP.exec(text)?.[1]?.replaceAll("''", "'") ?? text;
