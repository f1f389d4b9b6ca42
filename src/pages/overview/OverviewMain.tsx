import { useQuery } from '@tanstack/react-query';
import { jobCountsQuery } from '#src/api/queries/overview.ts';
import { Attention } from '#src/pages/overview/Attention.tsx';
import { DayOfJobs } from '#src/pages/overview/DayOfJobs.tsx';
import { MainLoading } from '#src/pages/overview/MainLoading.tsx';
import { RunningRestores, useAreRowsRead } from '#src/pages/overview/RunningRestores.tsx';
import { sessions as files } from '#src/strings/files.ts';
import { overview as words } from '#src/strings/overview.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { useTogether } from '#src/api/queries/together.tsx';

const ServiceIssues = lazyPart(
  () => import('#src/pages/overview/ServiceIssues.tsx'),
  (code) => code.ServiceIssues,
);
// Drafts belong to the wizard.
const DraftLines = lazyPart(
  () => import('#src/wizard/draft/DraftLines.tsx'),
  (code) => code.DraftLines,
);
const FileSessions = lazyPart(
  () => import('#src/pages/overview/FileSessions.tsx'),
  (code) => code.FileSessions,
);
const OpenRestores = lazyPart(
  () => import('#src/pages/overview/OpenRestores.tsx'),
  (code) => code.OpenRestores,
);

/** Jobs in progress, unsent drafts, jobs that need attention, and the last day. */
export function OverviewMain() {
  const counts = useQuery(jobCountsQuery());
  const areRowsRead = useAreRowsRead();
  if (!useTogether(counts.isPending || !areRowsRead)) return <MainLoading />;
  return (
    <>
      <Part what={words.serviceHealth}>
        <ServiceIssues />
      </Part>
      <RunningRestores />
      <Part what={files.what}>
        <FileSessions />
      </Part>
      <Part what={words.drafts}>
        <DraftLines />
      </Part>
      <Part what={words.nextSteps}>
        <OpenRestores />
      </Part>
      <Attention />
      <DayOfJobs />
    </>
  );
}
