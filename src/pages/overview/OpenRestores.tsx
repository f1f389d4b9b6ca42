import { useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { overview as words } from '#src/strings/overview.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { onMarks, openRestores } from '#src/wizard/next-steps/marks.ts';
import { onWatchedChange, watchedJobs } from '#src/wizard/submit/watched.ts';

/** The restores of this browser with open next steps, each with the way to them. */
export function OpenRestores() {
  const { plainList } = useCommonStyles();
  useSyncExternalStore(onDraftChange, draftsVersion);
  useSyncExternalStore(onWatchedChange, watchedJobs);
  const count = useSyncExternalStore(onMarks, () =>
    openRestores().reduce((sum, { open }) => sum + open, 0),
  );
  if (count === 0) return null;
  const restores = openRestores();
  const title = words.openRestores(restores.length);
  return (
    <section aria-label={title}>
      <SectionHeading level={2}>{title}</SectionHeading>
      <ul className={plainList}>
        {restores.map(({ jobId, machine, open }) => (
          <li key={jobId}>
            <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }}>
              {words.ofRestore(machine, open)}
            </RouterLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
