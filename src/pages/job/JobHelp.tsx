import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
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
  const sent = sentRestore(job.id);
  const isCleanedUp = job.status === 'failed' && sent?.hasIdentity === true;
  const ids = [
    ...copied(words.requestId, sent?.requestId ?? null),
    ...copied(words.activityId, activityId),
  ];
  return (
    <section aria-label={words.title} className={styles.root}>
      {ids.length > 0 && <KeyFacts facts={ids} />}
      {isCleanedUp && <span>{ruleText('jobs.failed.cleanup').say}</span>}
      <span>
        {ruleText('jobs.failed.help').say}{' '}
        <OutsideLink href={`${LEARN}/${guide}`}>{words.guide}</OutsideLink>
      </span>
      <span>{ruleText('datasource.alerts.tip').say}</span>
    </section>
  );
}

/** An id to be copied; nothing where it isn't known. */
function copied(label: string, id: string | null): [string, ReactNode][] {
  return id === null ? [] : [[label, <CopyText key={label} label={label} text={id} />]];
}
