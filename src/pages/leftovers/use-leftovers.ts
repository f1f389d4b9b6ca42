import { sentText } from '#src/wizard/draft/sent.ts';
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { givenRoles } from '#src/actions/record.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import {
  looseDisksQuery,
  looseInterfacesQuery,
  restoreRolesQuery,
  type RoleHolder,
} from '#src/api/queries/leftovers.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { containersQuery } from '#src/api/blobs.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import { instant } from '#src/lib/time.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';
import { isTerminal, type JobDetails, propertyOf } from '#src/model/jobs.ts';
import {
  containersLeft,
  disksLeft,
  interfacesLeft,
  type KnownRestore,
  type Leftover,
  type LeftoverKind,
  rolesLeft,
} from '#src/model/leftovers.ts';
import { nameOf, resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { leftovers as words } from '#src/strings/leftovers.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';

/** A restore that this browser started: its draft, and its job. */
export interface StartedRestore {
  readonly draft: Draft;
  readonly jobId: ResourceId;
  /** Disks and NICs that actions of this browser after it may have left unused. */
  readonly unusedAfter: readonly ResourceId[];
  /** What knows what else was done after it. */
  readonly spec: Pick<JobSpec, 'afterwards'>;
}

/**
 * What draft and job report of a restore. `job` undefined: not read, or it couldn't be; null: Azure no longer has
 * it. By the names of the fields alone: what the fields are besides is the wizard's, and heavy.
 */
export function knownRestore(
  { draft, jobId, unusedAfter }: Omit<StartedRestore, 'spec'>,
  job: JobDetails | null | undefined,
): KnownRestore {
  const own = /^\/subscriptions\/([^/]+)/i.exec(jobId)?.[1] ?? null;
  const [sourceGroup, source] = nameOf(sentText(draft, 'instance') ?? '')
    .split(';')
    .slice(-2);
  const staging = sentText(draft, 'staging');
  const restored = job && isDiskJob(job) ? job.restoredDiskId : null;
  return {
    jobId,
    source: job?.itemName ?? nameOfDraft(draft) ?? '',
    machine: sentText(draft, 'vmName'),
    group: groupId(sentText(draft, 'subscription') ?? own, sentText(draft, 'rg')),
    isReplace: sentText(draft, 'option') === 'replaceDisks',
    sourceGroup: source === undefined ? null : groupId(own, sourceGroup ?? null),
    accountId: staging === null ? null : resourceId(staging),
    container: (job && propertyOf(job, 'Config Blob Container Name')) || null,
    from: job?.startedAt ?? null,
    to: job?.endedAt ?? null,
    isInProgress: job === undefined || (job !== null && !isTerminal(job.status)),
    named: restored === null ? unusedAfter : [...unusedAfter, restored],
  };
}

const groupId = (subscription: string | null, group: string | null): ResourceId | null =>
  subscription === null || group === null
    ? null
    : resourceId(`/subscriptions/${subscription}/resourceGroups/${group}`);

/** One of the lists that leftovers are found by; it is read, and fails, by itself. */
export interface LeftoverRead {
  /** What is read, as in "Reading the containers of …". */
  readonly what: string;
  readonly query: UseQueryResult;
}

export interface LeftoversOfKind {
  readonly kind: LeftoverKind;
  readonly rows: readonly Leftover[];
  readonly reads: readonly LeftoverRead[];
}

interface Leftovers {
  readonly restores: readonly KnownRestore[];
  /** The jobs of these restores. */
  readonly jobs: readonly LeftoverRead[];
  readonly kinds: readonly LeftoversOfKind[];
  readonly readAgain: () => void;
}

/** What restores have left over, by lists that are read side by side: one that fails keeps the others. */
export function useLeftovers(started: readonly StartedRestore[]): Leftovers {
  const jobs = useQueries({ queries: started.map(({ jobId }) => jobQuery(jobId)) });
  const restores = started.map((one, index) => {
    const { data, error = null } = jobs[index] ?? {};
    const isGone = error !== null && problemOf(error).kind === 'notFound';
    return knownRestore(one, isGone ? null : data);
  });
  const accounts = unique(restores.map(({ accountId }) => accountId));
  const containers = useQueries({ queries: accounts.map(containersQuery) });
  const disks = useQuery(looseDisksQuery());
  const nics = useQuery(looseInterfacesQuery());
  const holders = holdersOf(started, restores);
  const roles = useQueries({
    queries: holders.map(({ scope, holder }) => restoreRolesQuery(scope, holder)),
  });
  const kinds: LeftoversOfKind[] = [
    {
      kind: 'container',
      rows: accounts.flatMap((id, index) =>
        containersLeft(id, containers[index]?.data ?? [], restores),
      ),
      reads: readsOf(containers, (index) => words.read.containers(nameOf(accounts[index] ?? ''))),
    },
    {
      kind: 'disk',
      rows: disksLeft(disks.data ?? [], restores),
      reads: [{ what: words.read.disk, query: disks }],
    },
    {
      kind: 'interface',
      rows: interfacesLeft(nics.data ?? [], restores),
      reads: [{ what: words.read.interface, query: nics }],
    },
    {
      kind: 'role',
      rows: onceEach(
        roles.flatMap(({ data }) =>
          data === undefined
            ? []
            : rolesLeft({ ...data, givenAt: givenAt(data) }, data.held, restores),
        ),
      ),
      reads: readsOf(roles, (index) => words.read.roles(nameOf(holders[index]?.scope ?? ''))),
    },
  ];
  return {
    restores,
    jobs: readsOf(jobs, (index) => words.read.job(restores[index]?.source ?? '')).filter(
      ({ query }) => query.error === null || problemOf(query.error).kind !== 'notFound',
    ),
    kinds,
    readAgain: () => {
      for (const query of [...jobs, ...containers, disks, nics, ...roles]) void query.refetch();
    },
  };
}

const readsOf = (
  queries: readonly UseQueryResult[],
  what: (index: number) => string,
): LeftoverRead[] => queries.map((query, index) => ({ what: what(index), query }));

interface HolderIn {
  readonly scope: ResourceId;
  readonly holder: RoleHolder;
}

/** Whose roles are looked at: those that this browser gave, and those of vaults that restored disks. */
function holdersOf(
  started: readonly StartedRestore[],
  restores: readonly KnownRestore[],
): HolderIn[] {
  const given = givenRoles().map(({ scope, principalId }) => ({
    scope: resourceId(scope),
    holder: { principalId },
  }));
  const ofVaults = started.flatMap(({ draft, jobId }, index): HolderIn[] => {
    const scope = restores[index]?.group ?? null;
    const isOfDisk = datasourceIn(draft.choices) === 'azure-disk';
    return isOfDisk && scope !== null ? [{ scope, holder: { jobId } }] : [];
  });
  return [...given, ...ofVaults];
}

/** When this browser gave an identity the role in a scope; null: it has no record of that. */
function givenAt({ scope, principalId }: { readonly scope: string; readonly principalId: string }) {
  const at = givenRoles().findLast(
    (one) => sameId(one.scope, scope) && sameId(one.principalId, principalId),
  )?.at;
  return at === undefined ? null : instant(at);
}

const unique = (ids: readonly (ResourceId | null)[]): ResourceId[] =>
  ids.flatMap((id, index) =>
    id === null || ids.findIndex((one) => sameId(one, id)) !== index ? [] : [id],
  );

/** Two jobs of one group have one role. */
const onceEach = (rows: readonly Leftover[]): Leftover[] =>
  rows.filter(({ id }, index) => rows.findIndex((one) => sameId(one.id, id)) === index);
