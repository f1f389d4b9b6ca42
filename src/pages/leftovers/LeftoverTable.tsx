import { Checkbox } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { canSelect, type Leftover, type LeftoverKind } from '#src/model/leftovers.ts';
import { common } from '#src/strings/common.ts';
import { leftovers as words } from '#src/strings/leftovers.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { RouterLink } from '#src/ui/links.tsx';

/** A leftover with whether it is selected: a row is rendered anew when that changes. */
export interface LeftoverRow {
  readonly leftover: Leftover;
  /** Name of the VM of the restore that it is, or may be, from. */
  readonly source: string;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
}

export interface LeftoverTableProps {
  readonly kind: LeftoverKind;
  readonly rows: readonly LeftoverRow[];
}

/** What is left over, of one kind: from which restore, its size, and since when. */
export function LeftoverTable({ kind, rows }: LeftoverTableProps) {
  return (
    <DataTable
      label={words.kinds[kind]}
      columns={columns}
      rows={rows}
      rowKey={({ leftover }) => leftover.id}
      choice={{
        nameOf: ({ leftover }) => leftover.name,
        isChosen: ({ isSelected }) => isSelected,
      }}
    />
  );
}

const columns: Column<LeftoverRow>[] = [
  { head: words.heads.select, cell: (row) => <Select {...row} /> },
  { head: words.heads.name, cell: ({ leftover }) => leftover.name },
  { head: words.heads.from, cell: (row) => <From {...row} /> },
  {
    head: words.heads.size,
    isNumber: true,
    cell: ({ leftover: { kind, sizeGiB } }) =>
      kind === 'interface' || kind === 'role'
        ? ''
        : sizeGiB === null
          ? common.notReported
          : words.gib(sizeGiB),
  },
  {
    head: words.heads.since,
    isNumber: true,
    cell: ({ leftover: { since } }) => (since === null ? words.noTime : dateTimeText(since)),
  },
  { head: words.heads.where, cell: ({ leftover }) => whereOf(leftover) },
];

function Select({ leftover, isSelected, onSelect }: LeftoverRow) {
  if (!canSelect(leftover)) return words.inUse;
  return (
    <Checkbox
      aria-label={words.select(leftover.name)}
      checked={isSelected}
      onChange={(_, { checked }) => onSelect(checked === true)}
    />
  );
}

/** The restore, and whether that is certain. */
function From({ leftover, source }: LeftoverRow) {
  const { jobId } = leftover;
  const text = fromText(leftover, source);
  if (jobId === null) return text;
  return (
    <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }}>
      {text}
    </RouterLink>
  );
}

/** Which restore a leftover is from, as far as that is known. */
export function fromText(
  { kind, claim, jobId }: Pick<Leftover, 'kind' | 'claim' | 'jobId'>,
  source: string,
): string {
  if (jobId === null) return kind === 'role' ? words.unrelatedRole : words.unrelated;
  return claim === 'certain' ? words.certain(source) : words.likely(source);
}

/** The storage account of a container; the resource group of all else. */
function whereOf({ kind, id, held }: Leftover): string {
  const [, , , , group = '', , , , name = ''] = (held?.scope ?? id).split('/');
  return textInSentence(kind === 'container' ? name : group);
}
