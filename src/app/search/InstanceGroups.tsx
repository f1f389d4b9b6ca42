import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { searchedGroup } from '#src/app/search/searched-group.ts';
import { allJobsOf, jobHit } from '#src/app/search/azure-hits.ts';
import type { Group } from '#src/app/search/group.ts';
import { allInstances, instanceHit } from '#src/app/search/instance-hits.ts';
import type { OwnSearch } from '#src/app/search/searches.ts';
import { useSources } from '#src/app/search/use-sources.ts';
import { instanceSearchQuery, ownJobSearchQuery } from '#src/api/queries/search.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import type { JobSearch } from '#src/datasources/datasource.ts';

export interface InstanceGroupsProps {
  readonly searches: readonly OwnSearch[];
  /** The words to search the services for; empty: no search. */
  readonly words: readonly string[];
  /** Given the groups of each. */
  readonly children: (groups: readonly Group[]) => ReactNode;
}

/**
 * Searches the backup instances of every datasource, and jobs that Azure doesn't list: each is a component, since each has its own reads. The
 * first is the innermost, so that it asks its service first.
 */
export function InstanceGroups({ searches, words, children }: InstanceGroupsProps) {
  const last = searches.at(-1);
  if (last === undefined) return children([]);
  return (
    <InstanceGroup own={last} words={words}>
      {(own) => (
        <InstanceGroups searches={searches.slice(0, -1)} words={words}>
          {(groups) => children([...groups, ...own])}
        </InstanceGroups>
      )}
    </InstanceGroup>
  );
}

interface InstanceGroupProps {
  readonly own: OwnSearch;
  readonly words: readonly string[];
  readonly children: (groups: readonly Group[]) => ReactNode;
}

function InstanceGroup({ own, words, children }: InstanceGroupProps) {
  const { id, search } = own;
  const isReady = search.isReady?.() ?? true;
  const enabled = isReady && words.length > 0;
  const found = useQuery({ ...instanceSearchQuery(id, search.find, words), enabled });
  const { data: names = {} } = useQuery({ ...subscriptionNamesQuery(), enabled });
  const sourceOf = useSources(own, found.data?.hits ?? []);
  const group = searchedGroup(found, {
    name: id,
    words: search.words,
    nameOf: ({ name }) => name,
    hitOf: (one) => instanceHit(one, names, sourceOf(one)),
    allOf: (word) => allInstances(own, word),
  });
  const groups = isReady ? [group] : [];
  if (search.jobs === undefined) return children(groups);
  return (
    <JobGroup own={own} jobs={search.jobs} words={words}>
      {(jobs) => children([...groups, jobs])}
    </JobGroup>
  );
}

interface JobGroupProps {
  readonly own: OwnSearch;
  readonly jobs: JobSearch;
  readonly words: readonly string[];
  readonly children: (group: Group) => ReactNode;
}

function JobGroup({ own: { id, word }, jobs, words, children }: JobGroupProps) {
  const enabled = words.length > 0;
  const found = useQuery({ ...ownJobSearchQuery(id, jobs.find, words), enabled });
  return children(
    searchedGroup(found, {
      name: `${id}-jobs`,
      words: jobs.words,
      nameOf: ({ itemName }) => itemName,
      hitOf: (job) => jobHit(job, {}, words),
      allOf: (typed) => allJobsOf(jobs.words.all(typed), typed, word),
    }),
  );
}
