import { countText } from '#src/lib/format.ts';
import type { OperationOfDay } from '#src/pages/overview/day.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { overview } from '#src/strings/overview.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { RouterLink } from '#src/ui/links.tsx';

const words = overview.operations;

interface OperationsProps {
  readonly operations: readonly OperationOfDay[];
  /** The vaults that have jobs in their secondary regions. */
  readonly secondaryVaults: readonly ResourceId[];
}

/** How many jobs of each operation there were, and how many failed: each number leads to those jobs. */
export function Operations({ operations, secondaryVaults }: OperationsProps) {
  return (
    <DataTable
      label={words.title}
      columns={columnsWith(secondaryVaults)}
      rows={operations}
      rowKey={({ id }) => id}
      isSlim
    />
  );
}

function columnsWith(vaults: readonly ResourceId[]): Column<OperationOfDay>[] {
  return [
    { head: words.heads.operation, cell: ({ id }) => words.names[id] },
    {
      head: words.heads.all,
      isNumber: true,
      cell: (line) => (
        <JobsLink
          jobs={line.all}
          search={listOf(line, vaults)}
          label={words.allOf(words.names[line.id], countText(line.all))}
        />
      ),
    },
    {
      head: words.heads.failed,
      isNumber: true,
      cell: (line) => (
        <JobsLink
          jobs={line.failed}
          search={listOf(line, vaults)}
          status="failed"
          label={words.failedOf(words.names[line.id], countText(line.failed))}
        />
      ),
    },
  ];
}

interface JobsLinkProps {
  readonly jobs: number;
  /** Null: no list has just those. */
  readonly search: ReturnType<typeof listOf>;
  readonly status?: 'failed';
  readonly label: string;
}

/** A number of jobs that leads to them. */
function JobsLink({ jobs, search, status, label }: JobsLinkProps) {
  if (search === null || jobs === 0) return countText(jobs);
  return (
    <RouterLink to="/jobs" search={{ ...search, ...(status && { status }) }} aria-label={label}>
      {countText(jobs)}
    </RouterLink>
  );
}

interface OneOperation {
  readonly id: OperationOfDay['id'];
  readonly operation: string;
}

/** The datasource whose list has the jobs of services other than Azure; undefined: there are several. */
function wordElsewhere(): string | undefined {
  const [first, ...rest] = [...DATASOURCES.values()].filter(
    ({ provider }) => provider === undefined,
  );
  return rest.length === 0 ? first?.word : undefined;
}

/** The list of jobs that holds those of a line; null: no list has just those. */
function listOf(
  { id, operation }: Pick<OperationOfDay, 'id' | 'operation'>,
  vaults: readonly ResourceId[],
) {
  const datasource = id === 'elsewhere' ? wordElsewhere() : undefined;
  if (datasource !== undefined) return { datasource };
  return operation === null ? null : searchFor({ id, operation }, vaults);
}

/** The list of jobs that holds those of an operation: each vault has one of its own for its secondary region. */
function searchFor({ id, operation }: OneOperation, vaults: readonly ResourceId[]) {
  if (id !== 'crossRegion') return { operation };
  const [vault] = vaults;
  return { view: 'secondary', ...(vaults.length === 1 && { vault }) };
}
