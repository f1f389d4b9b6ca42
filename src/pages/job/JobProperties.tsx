import { makeStyles, tokens } from '@fluentui/react-components';
import { vaultAddressOfJob } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { isDiskJob } from '#src/model/data-protection.ts';
import type { JobDetails } from '#src/model/job.ts';
import { diskFacts } from '#src/pages/job/disk/facts.tsx';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { NO_PANEL_BESIDE } from '#src/ui/room.ts';
import { propertyText } from '#src/pages/job/property-text.ts';
import { sentAnswers } from '#src/wizard/sent-answers.ts';

const words = pages.job;

const useStyles = makeStyles({
  root: {
    width: '368px',
    flexShrink: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    [NO_PANEL_BESIDE]: {
      width: '100%',
      borderLeft: 'none',
      // Only forced colors draw this edge, where the tint is gone.
      borderTop: `1px solid ${tokens.colorTransparentStroke}`,
    },
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
  /** The secondary region that it runs in; null for a job in the vault's own. */
  readonly region: string | null;
}

/** What a job is about: its times, its vault, and what Azure wrote down of its target. */
export function JobProperties({ job, region }: JobPropertiesProps) {
  const styles = useStyles();
  return (
    <aside className={styles.root} aria-label={words.properties}>
      <h2 className={styles.heading}>{words.properties}</h2>
      <KeyFacts
        facts={[
          [
            words.started,
            job.startedAt === null ? common.notReported : dateTimeText(job.startedAt),
          ],
          ...(job.endedAt === null ? [] : [[words.ended, dateTimeText(job.endedAt)] as const]),
          [
            words.vault,
            <RouterLink
              key="vault"
              to="/vaults/$vaultId"
              params={{ vaultId: vaultAddressOfJob(job.id) }}
            >
              {job.vaultName}
            </RouterLink>,
          ],
          ...(region === null ? [] : [[words.secondaryRegion, region] as const]),
          ...(isDiskJob(job) ? diskFacts(job) : sentAnswers(job.id)),
          ...job.properties.map(propertyText),
        ]}
      />
      <CopyText label={words.jobId} text={job.name} />
    </aside>
  );
}
