import type { ListOrder } from '#src/model/list-order.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { SourceTag, Tags } from '#src/model/source-tag.ts';

export const HEALTHS = [
  'passed',
  'actionSuggested',
  'actionRequired',
  'softDeleted',
  'unknown',
] as const;

/** Whether what is protected is still there. */
export const SOURCES = ['exists', 'deleted'] as const;
export type SourceState = (typeof SOURCES)[number];

/** How old the latest restore point of a backup instance may be before it counts as too old. */
export const POINT_AGES = ['12h', '24h', '48h', '7d'] as const;
export type PointAge = (typeof POINT_AGES)[number];

/** What a list can be narrowed to by latest restore points: those older than an age count without one, too. */
export const POINT_FILTERS = [...POINT_AGES, 'none'] as const;
export type PointFilter = (typeof POINT_FILTERS)[number];

/** Which backup instances a list shows. An empty list of values means all. */
export interface InstanceFilter {
  /** A part of the machine's name, in any letter case; empty: all. */
  readonly search: string;
  readonly vaults: readonly ResourceId[];
  readonly subscriptions: readonly string[];
  readonly regions: readonly string[];
  readonly healths: readonly ProtectedItem['health'][];
  readonly sources: readonly SourceState[];
  /** Of several ages the shortest counts. */
  readonly older: readonly PointFilter[];
  /** Tags of the source, of which it has one; left out: all. */
  readonly tags?: readonly SourceTag[];
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

export type InstanceOrder = ListOrder<InstanceSort>;

/** What a list can say of a source machine: its size and tags, or that it is gone. */
export interface SourceMachine {
  readonly id: ResourceId;
  readonly size: string | null;
  readonly tags: Tags;
}

/** No filter at all. */
export const EVERYTHING: InstanceFilter = {
  search: '',
  vaults: [],
  subscriptions: [],
  regions: [],
  healths: [],
  sources: [],
  older: [],
};

/** The usual order. */
export const BY_NAME: InstanceOrder = { by: 'name', isDescending: false };

/** How an address says that the secondary region is looked into. */
export function viewSearch(isSecondary: boolean): { view?: 'secondary' } {
  return isSecondary ? { view: 'secondary' } : {};
}
