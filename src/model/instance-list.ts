import type { ProtectedItem } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Which kinds of protected things a list holds. */
export const DATASOURCES = ['vm', 'disk'] as const;
export type Datasource = (typeof DATASOURCES)[number];

/** What a protected thing, a job or a vault is about, by whose service its id is of. */
export function datasourceOf(id: string): Datasource {
  return /\/providers\/Microsoft\.DataProtection\//i.test(id) ? 'disk' : 'vm';
}

export const HEALTHS = ['passed', 'actionSuggested', 'actionRequired', 'unknown'] as const;

/** Whether what is protected is still there. */
export const SOURCES = ['exists', 'deleted'] as const;
export type SourceState = (typeof SOURCES)[number];

/** Which protected items a list shows. An empty list of values means all. */
export interface InstanceFilter {
  /** A part of the machine's name, in any letter case; empty: all. */
  readonly search: string;
  readonly datasources: readonly Datasource[];
  readonly vaults: readonly ResourceId[];
  readonly subscriptions: readonly string[];
  readonly regions: readonly string[];
  readonly healths: readonly ProtectedItem['health'][];
  readonly sources: readonly SourceState[];
}

export const INSTANCE_SORTS = [
  'name',
  'vault',
  'subscription',
  'region',
  'lastPoint',
  'health',
] as const;
export type InstanceSort = (typeof INSTANCE_SORTS)[number];

/** How a list is ordered. */
export interface InstanceOrder {
  readonly by: InstanceSort;
  readonly isDescending: boolean;
}

/** What a list can say of a source machine: its size, or that it is gone. */
export interface SourceMachine {
  readonly id: ResourceId;
  readonly size: string | null;
}

/** No filter at all. */
export const EVERYTHING: InstanceFilter = {
  search: '',
  datasources: [],
  vaults: [],
  subscriptions: [],
  regions: [],
  healths: [],
  sources: [],
};

/** The usual order. */
export const BY_NAME: InstanceOrder = { by: 'name', isDescending: false };

/** How an address says that the secondary region is looked into. */
export function viewSearch(isSecondary: boolean): { view?: 'secondary' } {
  return isSecondary ? { view: 'secondary' } : {};
}
