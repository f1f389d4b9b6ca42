import { countText } from '#src/lib/format.ts';
import type { OperationOfDay } from '#src/pages/overview/day.ts';
import { overview } from '#src/strings/overview.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = overview.operations;

const columns: Column<OperationOfDay>[] = [
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
          search={{ operation }}
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
          search={{ operation, status: 'failed' }}
          aria-label={words.failedOf(words.names[id], countText(failed))}
        >
          {countText(failed)}
        </RouterLink>
      ),
  },
];

/** How many jobs of each operation there were, and how many failed: each number leads to those jobs. */
export function Operations({ operations }: { readonly operations: readonly OperationOfDay[] }) {
  return (
    <DataTable
      label={words.title}
      columns={columns}
      rows={operations}
      rowKey={({ id }) => id}
      isSlim
    />
  );
}
