import { countText } from '#src/lib/format.ts';
import type { OperationOfDay } from '#src/pages/overview/day.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { overview } from '#src/strings/overview.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = overview.operations;

export interface OperationsProps {
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
      cell: ({ id, operation, all }) =>
        operation === null || all === 0 ? (
          countText(all)
        ) : (
          <RouterLink
            to="/jobs"
            search={searchFor({ id, operation }, vaults)}
            aria-label={words.allOf(words.names[id], countText(all))}
          >
            {countText(all)}
          </RouterLink>
        ),
    },
    {
      head: words.heads.failed,
      isNumber: true,
      cell: ({ id, operation, failed }) =>
        operation === null || failed === 0 ? (
          countText(failed)
        ) : (
          <RouterLink
            to="/jobs"
            search={{ ...searchFor({ id, operation }, vaults), status: 'failed' }}
            aria-label={words.failedOf(words.names[id], countText(failed))}
          >
            {countText(failed)}
          </RouterLink>
        ),
    },
  ];
}

interface OneOperation {
  readonly id: OperationOfDay['id'];
  readonly operation: string;
}

/** The list of jobs that holds those of an operation: each vault has one of its own for its secondary region. */
function searchFor({ id, operation }: OneOperation, vaults: readonly ResourceId[]) {
  if (id !== 'crossRegion') return { operation };
  const [vault] = vaults;
  return { view: 'secondary', ...(vaults.length === 1 && { vault }) };
}
