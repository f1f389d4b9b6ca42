import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { commvaultVmPages } from '#src/api/commvault/vms.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { commvaultInstance } from '#src/strings/commvault/instance.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { Status } from '#src/ui/Status.tsx';

export interface SourceStateProps {
  readonly host: string;
  readonly guid: string;
}

/** Whether the VM is still in Azure, which its CommServe reports in lists alone. */
export function SourceState({ host, guid }: SourceStateProps): ReactNode {
  const { data } = useQuery(pageQuery(commvaultVmPages(host, { guid }), 0));
  const row = data?.rows.find((one) => one.guid === guid);
  if (row === undefined) return common.notRead;
  if (!row.isDeleted) return <Status tone="done">{instance.facts.exists}</Status>;
  return (
    <>
      <Status tone="warning">{commvaultLists.vms.deleted}</Status>
      <div>{commvaultInstance.facts.deletedMeans}</div>
    </>
  );
}
