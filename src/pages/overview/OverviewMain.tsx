import { Attention } from '#src/pages/overview/Attention.tsx';
import { DayOfJobs } from '#src/pages/overview/DayOfJobs.tsx';
import { RunningRestores } from '#src/pages/overview/RunningRestores.tsx';
import { sessions as files } from '#src/strings/files.ts';
import { overview as words } from '#src/strings/overview.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';

const ServiceIssues = lazyPart(
  () => import('#src/pages/overview/ServiceIssues.tsx'),
  'ServiceIssues',
);
// Drafts belong to the wizard.
const DraftLines = lazyPart(() => import('#src/wizard/drafts/DraftLines.tsx'), 'DraftLines');
const FileSessions = lazyPart(() => import('#src/pages/overview/FileSessions.tsx'), 'FileSessions');
const OpenRestores = lazyPart(() => import('#src/pages/overview/OpenRestores.tsx'), 'OpenRestores');

/** Jobs in progress, unsent drafts, jobs that need attention, and the last day. */
export function OverviewMain() {
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
