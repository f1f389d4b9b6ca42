declare const kind: unique symbol;

/** An Azure Resource Manager id, spelled as it was received. Ids ignore letter case. */
export type ResourceId = string & { readonly [kind]: 'resource id' };

/** Brands text that came from Azure in an id's place. */
export function resourceId(text: string): ResourceId {
  // A brand has no value of its own, so only a cast can make one.
  return text as ResourceId;
}

/** Whether two ids name the same resource: Azure's ids ignore letter case. */
export function sameId(a: string | null | undefined, b: string | null | undefined): boolean {
  return (a ?? '').toLowerCase() === (b ?? '').toLowerCase();
}

/** The last segment of an id: a resource's name. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
