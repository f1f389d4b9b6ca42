import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { JobSource } from '#src/api/queries/jobs.ts';
import type { AcceptedRestoreQuery, LostSearchQuery } from '#src/api/queries/restores.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import type { DatasourceLists } from '#src/datasources/list.ts';
import type { Address } from '#src/lib/address-values.ts';
import type { FirstHits } from '#src/lib/list.ts';
import type { StorageTrouble } from '#src/lib/storage.ts';
import type { Instant } from '#src/lib/time.ts';
import type { SoftDeletion } from '#src/model/instances.ts';
import type { Job } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { BackupProvider } from '#src/model/vaults.ts';
import type { PointSearch } from '#src/ui/points/filter.ts';
import type {
  DraftCause,
  DraftChange,
  Draft,
  DraftChoices,
  DraftOperation,
} from '#src/wizard/draft/schema.ts';
import type { LookedFor } from '#src/wizard/submit/follow.ts';

/** A datasource by what every page knows of it; the rest is loaded when it is needed. */
export interface Datasource {
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
  /** What can be done with its backups, each with its wizard. */
  readonly tasks: () => Promise<Tasks>;
  /** Its part of Settings, there where its service is not Azure Resource Manager: whether it is connected, and a test of that. */
  readonly connection?: () => Promise<ComponentType>;
  /** How an accepted request of its restore is followed, on whatever page one is: no wizard is loaded for it. */
  readonly wayToJob: () => Promise<WayToJob>;
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

/** What can be done with a backup. */
export interface Tasks {
  readonly restore: Task;
  /** There where single files can be read from a restore point; loaded on demand. */
  readonly recoverFiles?: () => Promise<Task>;
}

/** What a draft is created for. */
export interface DraftOrigin {
  readonly cause?: DraftCause | undefined;
  /** It shows a constraint: nothing is suggested for what it leaves open. */
  readonly isExample?: boolean | undefined;
}

/** A task: its drafts, and its wizard. */
export interface Task {
  /** Draws a draft of this task. */
  readonly Wizard: ComponentType<WizardProps>;
  /** Loads the code of a step, and then, without waiting, that of the others. Never rejects. */
  readonly loadStep: (step: string) => Promise<void>;
  /**
   * Creates and stores a draft, and returns its id. `chosen` is applied as a change by the operator, with
   * all that follows from it.
   */
  readonly begin: (given: DraftChange, chosen?: DraftChange, why?: DraftOrigin) => string;
  /** Whether a stored draft's fields hold what this task knows. */
  readonly canRead: (choices: DraftChoices) => boolean;
  /** The step that asks for a field; null: none does. */
  readonly stepWith: (field: string) => string | null;
  /** The step after the one that asks for a field; null: there is none. */
  readonly stepAfter: (field: string) => string | null;
}

/** Follows an accepted request until its job exists. */
export type AcceptedQueryOf = (request: AcceptedRequest) => AcceptedRestoreQuery;

/** How a press is followed to its job. */
export interface WayToJob {
  readonly acceptedQuery: AcceptedQueryOf;
  /** Finds the job of a request whose answer did not arrive, or led to another one's. */
  readonly searchFor: (draft: Draft, attempt: LookedFor) => LostSearchQuery;
}

/** The same of whatever was accepted: not all of it leads to a job. */
export type FollowedWay = Pick<WayToJob, 'acceptedQuery'> & Partial<WayToJob>;

/** Leads to a step, or to one of its fields. */
export type GoTo = (step: string, field?: string) => void;

/** What every wizard is given. */
export interface WizardProps {
  readonly draft: Draft;
  readonly trouble: StorageTrouble | null;
  /** The last part of the address; anything may be typed there. */
  readonly step: string;
  readonly onStep: GoTo;
  readonly onJob: (jobId: string) => void;
  /** Leads back to where one came from; done once one is there. */
  readonly onClose: () => Promise<void>;
  /** Leaves for the job's own address when it is drawn. */
  readonly ToJob: ComponentType<{ readonly jobId: string }>;
}

/** A request that the service accepted. */
export interface AcceptedRequest {
  /** Id of the backup instance. */
  readonly instance: string;
  /** As it was stored with the draft: what the task needs to follow it. */
  readonly operation: DraftOperation;
  /** Where its job is, if not in the region of the vault. */
  readonly secondaryRegion?: string | undefined;
}

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

/**
 * Which machines the backups of a datasource are of. Two datasources that give the same key protect the
 * same VM. Each member answers from what its queries know, and else reads it. @throws as every read.
 */
export interface Machines {
  /** The key of the VM that a backup is of: its resource ID in lower case; null: it is not of a VM. */
  readonly machineKey: (queries: QueryClient, instance: ResourceId) => Promise<string | null>;
  /** The backups of the VM with a key. */
  readonly backupsOf: (queries: QueryClient, key: string) => Promise<readonly MachineBackup[]>;
}

/** A backup of a machine, for a note that leads to it. */
interface MachineBackup {
  /** Id of the backup instance. */
  readonly instance: ResourceId;
  readonly name: string;
}

/** What a datasource says of the restore of a VM, beside another one that protects the same VM. */
export interface FitPart {
  /** Reads what it takes, and passes it on. */
  readonly WithFit: ComponentType<WithFitProps>;
}

export interface WithFitProps {
  readonly instance: ResourceId;
  readonly children: (fit: Fit) => ReactNode;
}

/** The restore of a VM by one service. */
export interface Fit {
  readonly service: string;
  /** The name of the backup instance; null: not read. */
  readonly name: string | null;
  /** Above the comparison: why there is less to compare. */
  readonly note?: ReactNode;
  readonly newest: FitCell;
  readonly cannot: FitCell;
  readonly needs: FitCell;
  readonly destroys: FitCell;
  /** How long its latest restores took, in milliseconds; undefined: not read, null: it is being read. */
  readonly tookMs: readonly number[] | null | undefined;
}

/** Null: it is being read. */
export type FitCell = readonly FitLine[] | null;

export interface FitLine {
  readonly text: string;
  /** The constraint that says so; left out: none does. */
  readonly rule?: string;
  /** The ways to restore that it is about; left out: all. */
  readonly options?: readonly string[];
}

/** What leads from an event to a restore: the questions of a datasource, and its answer. */
export interface WhatHappened {
  /** Starts the reads that the answers in an address need. */
  readonly warm: (queries: QueryClient, address: Address) => void;
  /** The questions, one section each. */
  readonly Questions: ComponentType<QuestionsProps>;
  /** Whether an address answers all of them that need an answer. */
  readonly isAnswered: (address: Address) => boolean;
  /** The answer, shown beside the questions; until they are answered, what is missing. */
  readonly Answer: ComponentType<AnswerProps>;
}

export interface AnswerProps {
  /** What was answered, as the address of the page holds it. */
  readonly address: Address;
}

export interface QuestionsProps extends AnswerProps {
  /** Puts answers into the address, beside those that are there; undefined: no answer. */
  readonly onAnswer: (answers: Address) => void;
}

/** How the global search finds the backup instances of a datasource. Each member reads; the frame makes the query. */
export interface DatasourceSearch {
  readonly words: SearchWords;
  /** Whether its service can be read now. Where it can’t, its instances are no part of the search. Left out: always. */
  readonly isReady?: () => boolean;
  /** The first `most` instances with all these words in their name or their place. @throws as every read. */
  readonly find: (
    words: readonly string[],
    most: number,
    signal: AbortSignal,
    queries: QueryClient,
  ) => Promise<FirstHits<FoundInstance>>;
  /** Which of some sources exist, by ids in lower case. There where results show that. */
  readonly existing?: (
    sources: readonly ResourceId[],
    signal: AbortSignal,
  ) => Promise<ReadonlySet<string>>;
  /** There where Resource Graph has none of its jobs: the search for them. */
  readonly jobs?: JobSearch;
}

/** How the global search finds the jobs of a datasource. */
export interface JobSearch {
  readonly words: SearchWords;
  /** The first `most` jobs with all these words in what they name. @throws as every read. */
  readonly find: (
    words: readonly string[],
    most: number,
    signal: AbortSignal,
  ) => Promise<FirstHits<Job>>;
}

export interface SearchWords {
  /** Above the results. */
  readonly heading: string;
  /** As in "Reading the protected disks." */
  readonly what: string;
  /** As in "2 protected disks" */
  readonly counted: (many: number) => string;
  /** What leads to the list of all with a word in their name. */
  readonly all: (word: string) => string;
}

/** A backup instance that was found, and what tells it from others of its name. */
export interface FoundInstance {
  readonly id: ResourceId;
  readonly name: string;
  /** Where it is, such as its resource group and its vault. */
  readonly place: readonly string[];
  /** Left out: it is in none. */
  readonly subscriptionId?: string;
  /** When its last restore point was created; null: it has none; left out: the search doesn't read it. */
  readonly lastPointAt?: Instant | null;
  /** It is deleted softly, as the datasource reports it. */
  readonly deletion?: SoftDeletion | null;
  /** What it protects, where the datasource can tell whether that exists. */
  readonly source?: FoundSource;
}

interface FoundSource {
  readonly id: ResourceId;
  /** Whether it can exist without being among `existing`. */
  readonly isMaybeUnlisted: boolean;
}
