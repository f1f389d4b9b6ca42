import { useQuery } from '@tanstack/react-query';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { CommvaultJobDetails } from '#src/api/commvault/jobs/job.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import type { MadeVmRead } from '#src/datasources/commvault-vm/job/use-made-vm.ts';
import { isTerminal } from '#src/model/job.ts';
import { commvaultJob } from '#src/strings/commvault/job.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = commvaultJob.result;

export interface MadeVmProps {
  readonly job: CommvaultJobDetails;
  readonly read: MadeVmRead;
}

/** The VM that a restore makes: where it is to be, and whether it is there. */
export function MadeVm({ job, read }: MadeVmProps) {
  const { column, close } = useCommonStyles();
  const { data: names } = useQuery(subscriptionNamesQuery());
  const { newName, resourceGroup } = job.task;
  const id = read.vm?.id ?? null;
  const subscription = id === null ? null : (parseResourceId(id)?.subscriptionId ?? null);
  return (
    <section aria-label={words.title} className={`${column} ${close}`}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {newName === null || resourceGroup === null ? (
        <span>{words.notTold}</span>
      ) : (
        <>
          <VmState {...{ job, read }} />
          <KeyFacts
            facts={[
              [words.name, newName],
              [words.group, resourceGroup],
              ...(subscription === null
                ? []
                : [
                    [
                      words.subscription,
                      names?.[subscription.toLowerCase()] ?? subscription,
                    ] as const,
                  ]),
            ]}
          />
          {id !== null && <CopyText label={words.id} text={id} />}
          {id !== null && read.vm?.isThere === true && (
            <OutsideLink href={`https://portal.azure.com/#resource${encodeURI(id)}`}>
              {words.portal}
            </OutsideLink>
          )}
        </>
      )}
    </section>
  );
}

function VmState({ job: { status }, read: { vm, isReading, problem } }: MadeVmProps) {
  if (!isTerminal(status)) return <span>{words.willBe}</span>;
  if (isReading) return <span>{words.reading}</span>;
  if (problem !== null) return <Status tone="unknown">{words.unread(problem)}</Status>;
  if (vm?.isOfJob === false) return <Status tone="warning">{words.other}</Status>;
  if (vm?.isThere === true) return <Status tone="done">{words.there}</Status>;
  return vm?.isThere === false ? (
    <Status tone="warning">{words.gone}</Status>
  ) : (
    <Status tone="unknown">{words.unknown}</Status>
  );
}
