import { getRouteApi } from '@tanstack/react-router';
import type { ResourceId } from '#src/model/resource-id.ts';
import { InstanceHistory } from '#src/pages/instance/InstanceHistory.tsx';
import { instance } from '#src/strings/instance.ts';
import { InstancesButton, PageHeader } from '#src/ui/page.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { instanceAddress, jobAddress } from '#src/api/arm/address.ts';
import { machineBackupsQuery, machineKeyQuery } from '#src/api/queries/search.ts';
import type { Datasource, InstancePlace, Machines } from '#src/datasources/datasource.ts';
import { codeOf, DATASOURCES } from '#src/datasources/registry.ts';
import { vendorFit } from '#src/strings/vendor-fit.ts';
import { usePartStyles } from '#src/ui/styles.ts';
import { NameLink, RouterLink } from '#src/ui/links.tsx';
import { jobPages } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { countText, dateTimeText, durationText } from '#src/lib/format.ts';
import { ALL_JOBS, type Job, NEWEST_FIRST } from '#src/model/jobs.ts';
import { Section } from '#src/ui/instance.tsx';
import { common } from '#src/strings/common.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { Moment } from '#src/ui/text.tsx';
import { focusField } from '#src/ui/dom.ts';

const route = getRouteApi('/instances/$instanceId');

/** What was done with an instance, and what it was restored to. */
const JobLists = ({ instance: id }: { readonly instance: ResourceId }) => (
  <>
    <InstanceJobs instance={id} />
    <InstanceHistory instance={id} />
  </>
);

/** One backup instance: what it is, and as of when it can be restored. */
export function InstancePage() {
  const { instanceId } = route.useParams();
  const known = route.useLoaderData();
  const place = useInstancePlace();
  if (known === null) {
    return (
      <>
        <PageHeader title={instance.unknown} />
        <EmptyState title={instance.unknownBody}>
          <InstancesButton />
        </EmptyState>
      </>
    );
  }
  const { id, owner, page } = known;
  // Another instance is another page, so its selections aren't carried over.
  return (
    <page.Page
      key={id.toLowerCase()}
      {...{ id, ...place }}
      address={instanceId}
      Jobs={JobLists}
      also={<AlsoProtected instance={id} owner={owner} />}
    />
  );
}

const alsoWords = instance.also;

const useStyles = makeStyles({ line: { paddingTop: tokens.spacingVerticalM } });

/** What a datasource knows of machines, and its name. */
interface MachinesKnown {
  readonly id: string;
  readonly serviceName: string;
  /** Whether its restore can be compared with another one's. */
  readonly hasFit: boolean;
  readonly load: () => Promise<Machines>;
}

/** What the datasource knows of machines; null: its backups are never of VMs that another one protects. */
export function machinesKnownTo(entry: Datasource): MachinesKnown | null {
  const { id, serviceName, machines, fit } = entry;
  return machines === undefined
    ? null
    : { id, serviceName, hasFit: fit !== undefined, load: () => codeOf(entry, machines) };
}

/** The datasources whose backups can be of the same VM as one of this datasource. */
export const otherProtections = (own: Datasource): readonly MachinesKnown[] =>
  [...DATASOURCES.values()].flatMap((entry) =>
    entry.id === own.id ? [] : (machinesKnownTo(entry) ?? []),
  );

interface AlsoProtectedProps {
  readonly instance: ResourceId;
  /** The datasource that it is of. */
  readonly owner: Datasource;
}

/** Backups that other datasources have of the same VM. */
function AlsoProtected({ instance: id, owner }: AlsoProtectedProps) {
  const own = machinesKnownTo(owner);
  if (own === null) return null;
  return otherProtections(owner).map((other) => (
    <BackupsOf key={other.id} {...{ id, own, other }} />
  ));
}

interface BackupsOfProps {
  readonly id: ResourceId;
  readonly own: MachinesKnown;
  readonly other: MachinesKnown;
}

function BackupsOf({ id, own, other }: BackupsOfProps) {
  const part = usePartStyles();
  const styles = useStyles();
  const line = mergeClasses(part.inset, styles.line);
  const key = useQuery(
    machineKeyQuery(id, async (queries) => (await own.load()).machineKey(queries, id)),
  );
  const backups = useQuery(
    machineBackupsQuery(other.id, key.data, async (queries, machine) =>
      (await other.load()).backupsOf(queries, machine),
    ),
  );
  if (key.error !== null || backups.error !== null) {
    return <div className={line}>{alsoWords.notChecked(other.serviceName)}</div>;
  }
  return backups.data?.map(({ instance: backup, name }) => (
    <div key={backup} className={line}>
      {alsoWords.by(other.serviceName)}{' '}
      <RouterLink to="/instances/$instanceId" params={{ instanceId: instanceAddress(backup) }}>
        {name}
      </RouterLink>
      {own.hasFit && other.hasFit && (
        <>
          {instance.separator}
          <RouterLink
            to="/instances/$instanceId/fit"
            params={{ instanceId: instanceAddress(id) }}
            search={{ beside: instanceAddress(backup) }}
          >
            {vendorFit.title}
          </RouterLink>
        </>
      )}
    </div>
  ));
}

const jobWords = instance.jobs;

/** More are behind `View all`. */
const MOST = 5;

const columns: Column<Job>[] = [
  { head: jobWords.heads.status, cell: ({ status }) => <JobStatusBadge status={status} /> },
  {
    head: jobWords.heads.operation,
    cell: ({ id, operation, startedAt }) => (
      <NameLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(id) }}
        aria-label={jobWords.jobOf(
          operation,
          startedAt === null ? common.absence.notReported : dateTimeText(startedAt),
        )}
      >
        {operation}
      </NameLink>
    ),
  },
  {
    head: jobWords.heads.started,
    isNumber: true,
    cell: ({ startedAt }) => <Moment at={startedAt} />,
  },
  {
    head: jobWords.heads.duration,
    isNumber: true,
    cell: ({ durationMs }) =>
      durationMs === null ? common.absence.notReported : durationText(durationMs),
  },
];

/** What was done with a backup instance in the last days. */
function InstanceJobs({ instance: id }: { readonly instance: ResourceId }) {
  const styles = usePartStyles();
  const jobs = useQuery(pageQuery(jobPages({ ...ALL_JOBS, instance: id }, NEWEST_FIRST), 0));
  return (
    <Section
      title={jobWords.title}
      beside={
        <RouterLink to="/jobs" search={{ instance: instanceAddress(id) }}>
          {jobWords.all}
        </RouterLink>
      }
    >
      <Loaded query={jobs} problemOf={problemOf} what={jobWords.what}>
        {({ rows, total }) => (
          <div className={styles.inset}>
            {rows.length === 0 ? (
              jobWords.none
            ) : (
              <DataTable
                label={jobWords.title}
                columns={columns}
                rows={rows.slice(0, MOST)}
                rowKey={(job) => job.id}
              />
            )}
            {total > MOST && (
              <span className={styles.second}>
                {jobWords.shown(countText(MOST), countText(total))}
              </span>
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

/** What the address of the page asks for, and how to ask for something else. */
function useInstancePlace(): InstancePlace {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    // A person who tries filters does not want each in the history, nor the page to move.
    change: (part) =>
      void navigate({
        search: (all) => ({ ...all, ...part }),
        hash: true,
        replace: true,
        resetScroll: false,
      }),
    goTo: (part, change) => {
      // The router gives the focus to a part when it was not the one before.
      void navigate({
        search: (all) => ({ ...all, ...change }),
        hash: part,
        resetScroll: false,
      });
      focusField(part);
    },
  };
}
