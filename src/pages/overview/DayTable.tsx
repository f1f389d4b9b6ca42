import { countText, timeText } from '#src/lib/format.ts';
import { type LastDay, type HourOfDay, KINDS } from '#src/pages/overview/day.ts';
import { overview } from '#src/strings/overview.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';

const words = overview.day;

const columns: Column<HourOfDay>[] = [
  { head: words.hour, cell: ({ begins }) => timeText(begins) },
  { head: words.all, isNumber: true, cell: ({ total }) => countText(total) },
  ...KINDS.map((kind) => ({
    head: words.kinds[kind],
    isNumber: true,
    cell: ({ kinds }: HourOfDay) => countText(kinds[kind]),
  })),
];

/** The facts of the chart as a table: the hours in which a job started. */
export function DayTable({ day }: { readonly day: LastDay }) {
  return (
    <details>
      <summary>{words.asTable}</summary>
      <DataTable
        label={words.title}
        columns={columns}
        rows={day.hours.filter(({ total }) => total > 0)}
        rowKey={({ begins }) => String(begins)}
      />
    </details>
  );
}
