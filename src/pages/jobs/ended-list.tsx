import type { ReactNode } from 'react';
import { atOnce } from '#src/api/queries/paged.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { weekQuery, wholeJobsQuery } from '#src/api/queries/whole-jobs.ts';
import type { ListSpec, WithColumnsProps } from '#src/datasources/list.ts';
import { ownerOf } from '#src/datasources/registry.ts';
import { countText } from '#src/lib/format.ts';
import { LATEST_END_FIRST } from '#src/model/jobs.ts';
import {
  asEnded,
  countIn,
  endedJobs,
  type EndedRow,
  endedRows,
  jobsIn,
  type OwnKnown,
} from '#src/pages/jobs/ended.ts';
import { endedColumns, meaningOf, titleOf } from '#src/pages/jobs/EndedCells.tsx';
import { EndedHeading, EndedToggles } from '#src/pages/jobs/EndedParts.tsx';
import { allJobsCsv, allOf, jobFilters } from '#src/pages/jobs/lists.tsx';
import { azureFilter, isNarrowed, jobsWanted, type WantedJobs } from '#src/pages/jobs/search.ts';
import { type JobsLeftOut, type ListsRead, noneIn } from '#src/progress/live/all-jobs.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { startedText } from '#src/ui/filters/started-filter.ts';
import { RouterLink } from '#src/ui/links.tsx';
import type { EmptyStateProps } from '#src/ui/states.tsx';

const { ended } = words;

/** What has ended, of all services; those that run stand above. */
export const endedList = (elsewhere: JobsLeftOut, own: OwnKnown): ListSpec<EndedRow> => ({
  what: ended.what,
  isDense: true,
  rowName: (row) => (row.kind === 'job' ? row.job.itemName : ended.fold(String(row.jobs.length))),
  listOf: (address) => {
    const wanted = jobsWanted(address);
    const { filter, order, isNeedsYouFirst, isOpen } = wanted;
    const csv = allJobsCsv(elsewhere, wanted);
    return {
      ...jobFilters(address),
      // What needs a person first is the order of no column.
      order: { now: isNeedsYouFirst ? undefined : order, usual: LATEST_END_FIRST },
      heading: (rows) => <EndedHeading rows={rows} isReading={elsewhere.isReading} />,
      toggles: (rows) => <EndedToggles rows={rows} isReading={elsewhere.isReading} />,
      source: atOnce(wholeJobsQuery(azureFilter(wanted), order), ({ jobs, total, week }) => {
        const all = allOf(jobs, elsewhere, wanted);
        const runs = [...(week ?? []), ...elsewhere.others];
        // Who looks for some jobs, or in an order of his own, sees each of them.
        const isFolded = !isNarrowed(wanted) && address['sort'] === undefined;
        return {
          kind: 'rows',
          read: all,
          rows: endedRows(endedJobs(all, runs, own), { order, isNeedsYouFirst, isFolded, isOpen }),
          ...(total > jobs.length && { inAll: total + all.length - jobs.length }),
        };
      }),
      empty: () => emptyEnded(wanted, elsewhere),
      count: (_, { all, whole }) => {
        if (whole?.kind !== 'rows' || all === null || typeof all === 'function') return '';
        if (elsewhere.isReading) return '';
        const { read, inAll } = whole;
        const count = inAll ?? read.length;
        const started = words.count(count, countText(count), startedText(filter));
        const running = read.length - countIn(jobsIn(all));
        if (inAll !== undefined) return ended.first(countText(read.length), started);
        return running === 0 ? started : ended.running(started, countText(running));
      },
      csv: {
        ...csv,
        heads: [...csv.heads, words.filters.datasource, ended.heads.job, ended.heads.meaning],
        read: async (...asked) => {
          const page = await csv.read(...asked);
          return { ...page, rows: page.rows.map(asEnded) };
        },
        complete: (rows) => csv.complete(jobsIn(rows).map(({ job }) => job)).map(asEnded),
        lines: (rows, context) => {
          const { queries } = context;
          const jobs = jobsIn(rows).map(({ job }) => job);
          const { cells, notes } = csv.lines(jobs, context);
          const runs = [...(queries.getQueryData(weekQuery().queryKey) ?? []), ...elsewhere.others];
          const known = new Map(endedJobs(jobs, runs, own).map((row) => [row.id, row]));
          const more = jobs.map((job) => {
            const stored = queries.getQueryData(jobQuery(job.id).queryKey);
            const meaning = meaningOf(known.get(job.id) ?? asEnded(job), stored);
            return [ownerOf(job.id)?.name ?? null, titleOf(job, stored), meaning];
          });
          return { cells: cells.map((line, at) => [...line, ...(more[at] ?? [])]), notes };
        },
      },
    };
  },
  WithColumns: EndedColumns,
});

function EndedColumns({ children }: WithColumnsProps<EndedRow>): ReactNode {
  return children(endedColumns);
}

/** Where nothing has ended: of the lists that were read, and the filter that shows more. */
export function emptyEnded(wanted: WantedJobs, lists: ListsRead): EmptyStateProps {
  const { filter } = wanted;
  const when = startedText(filter);
  const isDay = filter.range === '24h' && !filter.hours;
  return {
    title: noneIn(isNarrowed(wanted) ? ended.noneFit(when) : ended.noneOf(when), lists),
    children: isDay && (
      <RouterLink to="/jobs" search={(all) => ({ ...all, range: '7d' })}>
        {ended.longer}
      </RouterLink>
    ),
  };
}
