import type { ReactNode } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import { commvaultVmId } from '#src/api/commvault/home.ts';
import type { CommvaultJobDetails } from '#src/api/commvault/jobs.ts';
import { gib } from '#src/lib/bytes.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { commvaultJob as words } from '#src/strings/commvault/job.ts';
import { commvaultName } from '#src/strings/commvault/name.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';

type Facts = readonly (readonly [string, ReactNode])[];

/** The properties of a job: what no tenant or this one doesn't report is named as that. */
export function factsOf(job: CommvaultJobDetails): Facts {
  const { vaultName: host, stage, bytes, task } = job;
  const where: Facts = [
    [words.datasource, commvaultName],
    [words.host, host],
  ];
  if (job.operation !== 'Restore') return where;
  const written = bytes === null ? words.notReported : gib(bytes.transferred);
  return [
    ...where,
    [words.instance, instanceOf(job)],
    [words.point, job.pointTime ? dateTimeText(job.pointTime) : words.notReported],
    [words.destination, destinationText(task.isInPlace)],
    [words.stage, stage ?? words.notReported],
    [words.written, written],
  ];
}

function destinationText(isInPlace: boolean | null): string {
  if (isInPlace === null) return words.notReported;
  return isInPlace ? words.inPlace : words.outOfPlace;
}

function instanceOf({ vaultName: host, itemName, task: { guid } }: CommvaultJobDetails): ReactNode {
  if (guid === null) return words.notReported;
  const instanceId = instanceAddress(commvaultVmId(host, guid));
  return (
    <RouterLink key="instance" to="/instances/$instanceId" params={{ instanceId }}>
      {itemName || guid}
    </RouterLink>
  );
}
