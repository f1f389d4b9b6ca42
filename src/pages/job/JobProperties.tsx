import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isOtherThanAzure, vaultAddressOfJob } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { NO_PANEL_BESIDE, sidePanel } from '#src/ui/styles.ts';
import { propertyText } from '#src/pages/job/property-text.ts';
import type { JobOfPage } from '#src/pages/job/use-job.ts';
import { Moment } from '#src/ui/text.tsx';

const words = pages.job;

const useStyles = makeStyles({
  root: {
    ...sidePanel('368px', NO_PANEL_BESIDE),
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
  },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface JobPropertiesProps {
  readonly job: JobDetails;
  readonly now: JobOfPage;
}

/** The properties of a job: its times, its vault, and what its service reports of its target. */
export function JobProperties({ job, now }: JobPropertiesProps) {
  const styles = useStyles();
  return (
    <aside className={styles.root} aria-label={words.properties}>
      <h2 className={styles.heading}>{words.properties}</h2>
      <KeyFacts
        facts={[
          [words.started, <Moment key="startedAt" at={job.startedAt} />],
          ...(job.endedAt === null ? [] : [[words.ended, dateTimeText(job.endedAt)] as const]),
          ...vaultFact(job),
          ...now.parts.facts,
          ...job.properties.map(propertyText),
        ]}
      />
      <CopyText label={words.jobId} text={job.name} />
    </aside>
  );
}

/** The vault, with the link to it; nothing where the service has none. */
function vaultFact({ id, vaultName }: JobDetails): [string, ReactNode][] {
  if (vaultName === '' || isOtherThanAzure(id)) return [];
  const params = { vaultId: vaultAddressOfJob(id) };
  return [
    [
      words.vault,
      <RouterLink key="vault" to="/vaults/$vaultId" params={params}>
        {vaultName}
      </RouterLink>,
    ],
  ];
}
