import { Button } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { jobPages, jobQuery } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { countText } from '#src/lib/format.ts';
import { ALL_JOBS, type Job, NEWEST_FIRST } from '#src/model/jobs.ts';
import { providerOf } from '#src/model/vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { historyColumns } from '#src/pages/instance/history-columns.tsx';
import { instance } from '#src/strings/instance.ts';
import { DataTable } from '#src/ui/DataTable.tsx';
import { Section } from '#src/ui/instance/parts.tsx';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { Loaded } from '#src/ui/states.tsx';

const words = instance.history;

/** Each is read by itself: the others only when they are wanted. */
const FIRST = 5;

/** The restores of a backup instance: from which restore point, to what, by whom, and how they ended. */
export function InstanceHistory({ instance: id }: { readonly instance: ResourceId }) {
  const styles = usePartStyles();
  const jobs = useQuery(
    pageQuery(
      jobPages(
        {
          ...ALL_JOBS,
          instance: id,
          operations: ['Restore', 'CrossRegionRestore'],
          range: '30d',
        },
        NEWEST_FIRST,
      ),
      0,
    ),
  );
  return (
    <Section title={words.title}>
      <div className={styles.inset}>
        <details className={styles.second}>
          <summary>{words.how}</summary>
          {words.range}{' '}
          {providerOf(id) === 'Microsoft.RecoveryServices' && (
            <>
              {words.crossRegion}{' '}
              <RouterLink
                to="/jobs"
                search={{ view: 'secondary', vault: id.split(/\/backupFabrics\//i)[0] }}
              >
                {words.crossRegionJobs}
              </RouterLink>
            </>
          )}
        </details>
      </div>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={2}>
        {({ rows }) => (
          <div className={styles.inset}>
            {rows.length === 0 ? words.none : <Restores jobs={rows} />}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Restores({ jobs }: { readonly jobs: readonly Job[] }) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? jobs : jobs.slice(0, FIRST);
  const read = useQueries({ queries: shown.map(({ id }) => jobQuery(id)) });
  return (
    <>
      <DataTable
        label={words.title}
        columns={historyColumns}
        rows={shown.map((job, index) => ({
          job: read[index]?.data ?? job,
          details: read[index]?.data ?? null,
          isFailed: read[index]?.error !== null,
        }))}
        rowKey={({ job }) => job.id}
      />
      {shown.length < jobs.length && (
        <Button size="small" onClick={() => setIsWhole(true)}>
          {words.all(countText(jobs.length))}
        </Button>
      )}
    </>
  );
}
