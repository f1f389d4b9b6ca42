import { useQuery } from '@tanstack/react-query';
import { jobCountsQuery } from '#src/api/queries/overview.ts';
import { Attention } from '#src/pages/overview/Attention.tsx';
import { DayOfJobs } from '#src/pages/overview/DayOfJobs.tsx';
import { MainLoading, usePartStyles } from '#src/pages/overview/parts.tsx';
import { RunningBand, useBandReads } from '#src/progress/live/RunningBand.tsx';
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
  const { parts } = usePartStyles();
  const counts = useQuery(jobCountsQuery());
  const band = useBandReads();
  // The band is the first of the page: its rows move all others.
  const isDrawn = useTogether(counts.isPending || band.isReading) && !band.isPending;
  if (!isDrawn) return <MainLoading />;
  return (
    <>
      <RunningBand isFull={false} hasLink />
      <div className={parts}>
        <Part what={words.serviceHealth}>
          <ServiceIssues />
        </Part>
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
      </div>
    </>
  );
}
