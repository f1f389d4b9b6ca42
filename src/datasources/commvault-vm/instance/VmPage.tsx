import { useQuery, useQueryClient } from '@tanstack/react-query';
import { vmOf } from '#src/api/commvault/home.ts';
import {
  commvaultPointsQuery,
  type CommvaultVmDetails,
  commvaultVmQuery,
} from '#src/api/commvault/vms.ts';
import { oldestReadAt, problemOf } from '#src/api/queries/query.ts';
import { useConnected } from '#src/datasources/commvault-vm/connection/use-connected.ts';
import { VmFacts } from '#src/datasources/commvault-vm/instance/VmFacts.tsx';
import { VmHeader } from '#src/datasources/commvault-vm/instance/VmHeader.tsx';
import { VmNotes } from '#src/datasources/commvault-vm/instance/VmNotes.tsx';
import { VmPoints } from '#src/datasources/commvault-vm/instance/VmPoints.tsx';
import type { InstancePageProps } from '#src/datasources/pages.ts';
import { commvaultInstance } from '#src/strings/commvault/instance.ts';
import { common } from '#src/strings/common.ts';
import { InstanceCommands } from '#src/ui/instance/InstanceCommands.tsx';
import { InstanceLayout } from '#src/ui/instance/InstanceLayout.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = commvaultInstance;

/** A VM whose address is one: its states of being read, what is known of it, and its finished backups. */
export function VmPage({ id, address, also }: InstancePageProps) {
  const queries = useQueryClient();
  const vm = useQuery(commvaultVmQuery(id));
  const points = useQuery(commvaultPointsQuery(id));
  const place = vmOf(id);
  const isConnected = useConnected(place?.host ?? '');
  const failed = vm.error ?? (points.data === undefined ? null : points.error);
  const blocked = vm.data === undefined ? null : blockedText(vm.data);
  return (
    <>
      <VmHeader id={id} vm={vm.data} isReading={vm.isFetching} />
      <InstanceCommands
        search={{ instance: address }}
        isBlocked={blocked !== null}
        readAt={oldestReadAt([commvaultVmQuery(id).queryKey, commvaultPointsQuery(id).queryKey])}
        onRefresh={() => void queries.refetchQueries({ type: 'active' })}
      />
      <VmNotes host={place?.host ?? null} blocked={blocked} />
      {also}
      {(isConnected || vm.data !== undefined || place === null) && (
        <Loaded
          query={vm}
          problemOf={problemOf}
          what={words.what}
          wayOn={<RouterButton to="/instances">{common.backupInstances}</RouterButton>}
        >
          {(known) => (
            <InstanceLayout
              facts={<VmFacts vm={known} points={points.data} />}
              stale={failed === null ? null : problemOf(failed).message}
            >
              <VmPoints query={points} address={address} isBlocked={blocked !== null} />
            </InstanceLayout>
          )}
        </Loaded>
      )}
    </>
  );
}

/** Why a VM can't be restored, by what its CommServe reports of it; null: nothing speaks against it. */
function blockedText({ isRestoreEnabled, needsPasskey }: CommvaultVmDetails): string | null {
  if (isRestoreEnabled === false) return words.blocked.disabled;
  return needsPasskey === true ? words.blocked.passkey : null;
}
