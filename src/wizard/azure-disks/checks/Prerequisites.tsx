import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { jobAddress } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Job } from '#src/model/job.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { GrantRole } from '#src/wizard/azure-disks/checks/GrantRole.tsx';
import type { Prerequisite } from '#src/wizard/azure-disks/checks/prerequisite.ts';
import {
  PrerequisiteLine,
  prerequisiteId,
} from '#src/wizard/azure-disks/checks/PrerequisiteLine.tsx';
import { prerequisitesOf } from '#src/wizard/azure-disks/checks/prerequisites.ts';
import { type Stand, withValidation } from '#src/wizard/azure-disks/checks/stand.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

const words = diskChecks.prerequisites;

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface PrerequisitesProps {
  readonly reads: DiskReads;
  readonly choices: DraftChoices;
  readonly validation: Pick<Stand, 'state' | 'since'>;
  readonly goTo: GoTo;
}

/** What the Backup vault needs before it can restore the disk, each as it stands in Azure now. */
export function Prerequisites({ reads, choices, validation, goTo }: PrerequisitesProps) {
  const styles = useStyles();
  const client = useQueryClient();
  const all = withValidation(prerequisitesOf(reads, choices), validation);
  return (
    <section aria-label={words.title}>
      <div className={styles.head}>
        <SectionHeading level={3}>{words.title}</SectionHeading>
        {/* All that the page shows: what one line waits for another may have read. */}
        <Button size="small" onClick={() => void client.refetchQueries({ type: 'active' })}>
          {words.checkAgain}
        </Button>
      </div>
      <ul className={styles.list} aria-label={words.list}>
        {all.map((one) => (
          <PrerequisiteLine key={one.id} prerequisite={one}>
            <Remedy prerequisite={one} goTo={goTo} />
          </PrerequisiteLine>
        ))}
      </ul>
    </section>
  );
}

interface RemedyProps {
  readonly prerequisite: Prerequisite;
  readonly goTo: GoTo;
}

function Remedy({ prerequisite, goTo }: RemedyProps) {
  const { id, state, lacks, again, jobs } = prerequisite;
  const toName = (): void => void focusField(prerequisiteId(id));
  if (lacks !== null) return <GrantRole grant={lacks} onGranted={toName} />;
  if (id === 'snapshots' && state === 'missing') {
    return (
      <LinkButton onClick={() => goTo('restore-point', 'point')}>
        {words.snapshots.choose}
      </LinkButton>
    );
  }
  if (jobs.length > 0) return jobs.map((job) => <JobLink key={job.id} job={job} />);
  if (again === null) return null;
  return (
    <Button
      size="small"
      onClick={() => {
        toName();
        again();
      }}
    >
      {words.tryAgain(words.name[id])}
    </Button>
  );
}

/** The way to a restore in progress. */
function JobLink({ job: { id, itemName, startedAt } }: { readonly job: Job }) {
  return (
    <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
      {words.running.job(itemName, startedAt === null ? null : dateTimeText(startedAt))}
    </RouterLink>
  );
}
