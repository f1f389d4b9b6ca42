import { useQuery } from '@tanstack/react-query';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { CommvaultJobDetails } from '#src/api/commvault/jobs.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import type { MadeVmRead } from '#src/datasources/commvault-vm/job/use-made-vm.ts';
import { isTerminal } from '#src/model/jobs.ts';
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

function VmState({ job, read }: MadeVmProps) {
  const { tone, text } = vmStateOf(job, read);
  return tone === null ? <span>{text}</span> : <Status tone={tone}>{text}</Status>;
}

interface VmStateWords {
  readonly tone: 'done' | 'warning' | 'unknown' | null;
  readonly text: string;
}

/** Whether the VM that a restore makes is there, by what was read. */
export function vmStateOf(
  { status }: Pick<CommvaultJobDetails, 'status'>,
  { vm, isReading, problem }: MadeVmRead,
): VmStateWords {
  if (!isTerminal(status)) return { tone: null, text: words.willBe };
  if (isReading) return { tone: null, text: words.reading };
  if (problem !== null) return { tone: 'unknown', text: words.unread(problem) };
  if (vm === undefined) return { tone: 'unknown', text: commvaultJob.afterwards.unread };
  if (vm.isOfJob === false) return { tone: 'warning', text: words.other };
  if (vm.isThere === null) return { tone: 'unknown', text: words.unknown };
  return vm.isThere ? { tone: 'done', text: words.there } : { tone: 'warning', text: words.gone };
}
