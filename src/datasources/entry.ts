import type { ComponentType } from 'react';
import type { JobSource } from '#src/api/queries/read-job.ts';
import type { AcceptedQueryOf, Datasource } from '#src/datasources/datasource.ts';
import type { FitPart } from '#src/datasources/fit.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import type { DatasourceLists } from '#src/datasources/list.ts';
import type { Machines } from '#src/datasources/machines.ts';
import type { InstancePageOf, VaultPageOf } from '#src/datasources/pages.ts';
import type { DatasourceSearch } from '#src/datasources/search.ts';
import type { WhatHappened } from '#src/datasources/what-happened.ts';
import type { BackupProvider } from '#src/model/vaults.ts';

/** A datasource by what every page knows of it; the rest is loaded when it is needed. */
export interface Entry {
  /** As drafts store it. */
  readonly id: string;
  readonly name: string;
  /** The service that restores it, as a sentence names it. */
  readonly serviceName: string;
  /** Its value of `datasource` in the addresses of lists. */
  readonly word: string;
  /** Whether an id is of this datasource. */
  readonly owns: (id: string) => boolean;
  /** The service of Azure that its vaults and jobs are of; left out: it is not Azure's. */
  readonly provider?: BackupProvider;
  /** There where single files can be read from its restore points: how an accepted request is followed. */
  readonly recoversFiles?: () => Promise<AcceptedQueryOf>;
  /** How its jobs are read: every page may show some. */
  readonly jobSource: () => Promise<JobSource>;
  readonly load: () => Promise<Datasource>;
  /** Its part of Settings, there where its service is not Azure Resource Manager: whether it is connected, and a test of that. */
  readonly connection?: () => Promise<ComponentType>;
  /** How an accepted request of its restore is followed, on whatever page one is: no wizard is loaded for it. */
  readonly acceptedQuery: () => Promise<AcceptedQueryOf>;
  /** Loads its lists alone: pages of lists need no wizard. */
  readonly lists: () => Promise<DatasourceLists>;
  /** What it knows of its jobs, beyond a read of them. */
  readonly jobSpec: () => Promise<JobSpec>;
  /** The page of one of its backup instances. */
  readonly instancePage: () => Promise<InstancePageOf>;
  /** There where it has vaults: the page of one. */
  readonly vaultPage?: () => Promise<VaultPageOf>;
  /** Its part of the page What happened?; left out: it has no answer to that. */
  readonly whatHappened?: () => Promise<WhatHappened>;
  /** There where its backups can be of VMs that another datasource protects, too. */
  readonly machines?: () => Promise<Machines>;
  /** There where a restore of such a VM can be compared with that of another datasource. */
  readonly fit?: () => Promise<FitPart>;
  /** Finds its instances for the global search; loaded with the first look at that. */
  readonly search: () => Promise<DatasourceSearch>;
}
