import { PartHeading } from '#src/pages/overview/PartHeading.tsx';
import { overview as words } from '#src/strings/overview.ts';
import { SkeletonRows } from '#src/ui/states.tsx';

/** As many rows as each part will have, about. */
const PARTS = [
  { ...words.running, rows: 3 },
  { ...words.attention, rows: 2 },
  { ...words.day, rows: 5 },
];

/** The parts of the start page with their headings, while what draws them is on its way. */
export function MainLoading() {
  return PARTS.map(({ title, what, rows }) => (
    <section key={title}>
      <PartHeading title={title} />
      <SkeletonRows what={what} rows={rows} />
    </section>
  ));
}
