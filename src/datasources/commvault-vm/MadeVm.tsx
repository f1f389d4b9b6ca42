import { useQuery } from '@tanstack/react-query';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { CommvaultJobDetails } from '#src/api/commvault/jobs.ts';
import {
  type FoundVm,
  type MadeVm as MadeVmPlace,
  madeVmQuery,
} from '#src/api/commvault/restores.ts';
import { problemOf, readAt } from '#src/api/queries/query.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import type { Instant } from '#src/lib/time.ts';
import { isTerminal } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { FoundThings } from '#src/progress/observe.ts';
import { commvaultJob } from '#src/strings/commvault.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { Status } from '#src/ui/Status.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { sentText } from '#src/wizard/draft/sent.ts';

/** What was read of the VM that a job makes. */
export interface MadeVmRead {
  /** Undefined: not looked for, or not read. */
  readonly vm: FoundVm | undefined;
  readonly isReading: boolean;
  /** Why it couldn't be read; null: it could, or was not looked for. */
  readonly problem: string | null;
}

/** The same, with when it was read and what reads it again. */
export interface MadeVmLook extends MadeVmRead {
  readonly at: Instant | null;
  readonly again: () => void;
}

/** The VM that a restore has made, looked for once the job is over; null: the job doesn't tell which. */
export function useMadeVm(job: CommvaultJobDetails | null): MadeVmLook {
  const isOver = job !== null && job.operation === 'Restore' && isTerminal(job.status);
  const vm = isOver ? madeVmOf(job) : null;
  const query = madeVmQuery(job?.id ?? resourceId(''), vm);
  const { data, error, isLoading, refetch } = useQuery({ ...query, enabled: vm !== null });
  return {
    vm: data,
    isReading: isLoading,
    problem: data === undefined && error !== null ? problemOf(error).message : null,
    at: readAt(query.queryKey),
    again: () => void refetch(),
  };
}

/** Where a task makes a VM; its subscription only where this browser sent it. Null: it doesn't tell. */
function madeVmOf({
  id,
  startedAt: from,
  endedAt: to,
  task: { newName: name, resourceGroup: group },
}: Pick<CommvaultJobDetails, 'id' | 'startedAt' | 'endedAt' | 'task'>): MadeVmPlace | null {
  if (name === null || group === null) return null;
  return { name, group, subscriptionId: sentText(draftOfJob(id), 'subscription'), from, to };
}

export const isGoodEnd = (status: CommvaultJobDetails['status']): boolean =>
  status === 'completed' || status === 'completedWithWarnings';

/** What that says of the target: after a job that ended badly a VM of that name may be another one. */
export function foundVm(
  { status }: Pick<CommvaultJobDetails, 'status'>,
  vm: FoundVm | undefined,
): FoundThings | null {
  return vm === undefined || vm.isThere === null || (vm.isThere && !isGoodEnd(status))
    ? null
    : { isMachineThere: vm.isThere, isMachineOfJob: vm.isOfJob, disks: null };
}

const words = commvaultJob.result;

interface MadeVmProps {
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
