/**
 * A region as Azure writes its name: `West Europe` and `WestEurope` are `westeurope`. Azure's lists
 * answer with any of the three (ARM, locations: `name` and `displayName`).
 */
export function regionName(text: string): string {
  return text.replaceAll(/\s/g, '').toLowerCase();
}

/** Whether two texts name one region, however they are written. Nothing is the same as nothing. */
export function sameRegion(a: string | null | undefined, b: string | null | undefined): boolean {
  return regionName(a ?? '') === regionName(b ?? '');
}
