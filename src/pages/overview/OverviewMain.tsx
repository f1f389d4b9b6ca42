import { lazy, Suspense } from 'react';
import { Attention } from '#src/pages/overview/Attention.tsx';
import { DayOfJobs } from '#src/pages/overview/DayOfJobs.tsx';
import { RunningRestores } from '#src/pages/overview/RunningRestores.tsx';

// Drafts belong to the wizard.
const DraftLines = lazy(async () => {
  const { DraftLines: lines } = await import('#src/wizard/drafts/DraftLines.tsx');
  return { default: lines };
});

/** What runs, what was begun and not sent, what needs a look, and the last day. */
export function OverviewMain() {
  return (
    <>
      <RunningRestores />
      <Suspense>
        <DraftLines />
      </Suspense>
      <Attention />
      <DayOfJobs />
    </>
  );
}
