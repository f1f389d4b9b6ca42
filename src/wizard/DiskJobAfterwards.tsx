import { lazy, Suspense } from 'react';
import type { DiskJobDetails } from '#src/model/data-protection.ts';

const DiskAfterwards = lazy(async () => {
  const { DiskAfterwards: part } =
    await import('#src/wizard/azure-disks/checks/DiskAfterwards.tsx');
  return { default: part };
});

/** What is left to do after the restore of a disk, for the page of its job; loaded when there is one. */
export function DiskJobAfterwards({ job }: { readonly job: DiskJobDetails }) {
  return (
    <Suspense>
      <DiskAfterwards job={job} />
    </Suspense>
  );
}
