import type { QueryClient } from '@tanstack/react-query';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import type { SoftDeletion } from '#src/model/instances.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { FirstHits } from '#src/lib/list.ts';

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

export interface FoundSource {
  readonly id: ResourceId;
  /** Whether it can exist without being among `existing`. */
  readonly isMaybeUnlisted: boolean;
}
