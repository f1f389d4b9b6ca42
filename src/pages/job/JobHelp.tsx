import { makeStyles, tokens } from '@fluentui/react-components';
import { isDiskJob } from '#src/model/data-protection.ts';
import type { JobDetails } from '#src/model/job.ts';
import { pages } from '#src/strings/pages.ts';
import { ruleText } from '#src/strings/rules.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { sentRestore } from '#src/wizard/sent-restore.ts';

const words = pages.job.help;

const LEARN = 'https://learn.microsoft.com/azure/backup';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** What helps with a job that went wrong: what support asks for, the guide, who is told the next time. */
export function JobHelp({ job }: { readonly job: JobDetails }) {
  const styles = useStyles();
  const { activityId } = job;
  const guide = isDiskJob(job) ? 'disk-backup-troubleshoot' : 'backup-azure-vms-troubleshoot';
  const isCleanedUp = job.status === 'failed' && sentRestore(job.id)?.hasIdentity === true;
  return (
    <section aria-label={words.title} className={styles.root}>
      {activityId !== null && (
        <KeyFacts
          facts={[
            [
              words.activityId,
              <CopyText key={activityId} label={words.activityId} text={activityId} />,
            ],
          ]}
        />
      )}
      {isCleanedUp && <span>{ruleText('jobs.failed.cleanup').say}</span>}
      <span>
        {ruleText('jobs.failed.help').say}{' '}
        <OutsideLink href={`${LEARN}/${guide}`}>{words.guide}</OutsideLink>
      </span>
      <span>{ruleText('datasource.alerts.tip').say}</span>
    </section>
  );
}
