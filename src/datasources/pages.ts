import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { PointSearch } from '#src/ui/points/filter.ts';

/** What a datasource brings to the page of one of its backup instances. */
export interface InstancePageOf {
  /** Starts the reads of the page. */
  readonly warm: (queries: QueryClient, id: ResourceId, search: InstanceSearch) => void;
  readonly Page: ComponentType<InstancePageProps>;
}

export interface InstancePageProps extends InstancePlace {
  readonly id: ResourceId;
  /** The instance as addresses have it. */
  readonly address: string;
  /** The latest of an instance's jobs, as Resource Graph has them. */
  readonly Jobs: ComponentType<{ readonly instance: ResourceId }>;
  /** That another datasource protects the same VM, below the commands; null where it has no `machines`. */
  readonly also: ReactNode;
}

/** What the address of the page asks for, and how to ask for something else. */
export interface InstancePlace {
  readonly search: InstanceSearch;
  readonly change: ChangeSearch;
  readonly goTo: GoToPart;
}

/** What the address of an instance's page can ask for; each datasource reads what it knows of it. */
export interface InstanceSearch extends PointSearch {
  /** `secondary`: the points in the secondary region of the vault. */
  readonly view?: 'primary' | 'secondary' | undefined;
  /** Two points by their names, or one and `now`, with a comma between. */
  readonly compare?: string | undefined;
}

/** Changes parts of the address; the others stay. */
export type ChangeSearch = (change: Partial<InstanceSearch>) => void;

/** Changes the address and gives the focus to a part of the page, by its id. */
export type GoToPart = (part: string, change: Partial<InstanceSearch>) => void;

/** What a datasource brings to the page of one of its vaults. */
export interface VaultPageOf {
  /** Starts the reads of the page, and resumes a change of the vault that is in progress. */
  readonly warm: (queries: QueryClient, id: ResourceId) => void;
  readonly Page: ComponentType<{ readonly id: ResourceId }>;
}
