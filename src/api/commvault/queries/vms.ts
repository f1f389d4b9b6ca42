import { queryOptions, skipToken } from '@tanstack/react-query';
import { listAccessNodes, listHypervisors } from '#src/api/commvault/hypervisors/ops.ts';
import { listPoints } from '#src/api/commvault/jobs/list.ts';
import { commServeSession, placedVm } from '#src/api/commvault/queries/session.ts';
import { listVms, type VmFilter } from '#src/api/commvault/vms/list.ts';
import { getVm, getVmGroup, listVmDisks } from '#src/api/commvault/vms/ops.ts';
import type { CommvaultVm } from '#src/api/commvault/vms/vm.ts';
import { PAGE } from '#src/api/commvault/total.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What a CommServe says of the VMs that it protects. */

/** The VMs of a CommServe, in pages: there may be a hundred thousand. */
export const commvaultVmPages = (host: string, filter: VmFilter): Pages<CommvaultVm> => ({
  key: ['commvault vms', host, filter],
  read: (wanted, signal) =>
    listVms(commServeSession(host).serve, { host, filter, ...wanted }, signal),
});

/** The first VMs of a CommServe, as many as one answer has. */
export const firstVmsQuery = (host: string) =>
  queryOptions({
    queryKey: ['commvault first vms', host],
    queryFn: async ({ signal }) => {
      const wanted = { host, filter: {}, start: { skip: 0 }, top: PAGE };
      return (await listVms(commServeSession(host).serve, wanted, signal)).rows;
    },
  });

/** One VM. */
export const commvaultVmQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['commvault vm', id],
    queryFn: ({ signal }) => {
      const { serve, place } = placedVm(id);
      return getVm(serve, place, signal);
    },
  });

/** The restore points of a VM, the newest first. */
export const commvaultPointsQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['commvault points', id],
    queryFn: ({ signal }) => {
      const { serve, place } = placedVm(id);
      return listPoints(serve, place, signal);
    },
  });

/** The disks in the latest backup of a VM. */
export const commvaultDisksQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['commvault disks', id],
    queryFn: ({ signal }) => {
      const { serve, place } = placedVm(id);
      return listVmDisks(serve, place.name, signal);
    },
  });

/** How a VM group backs up; null: which one isn't known. */
export const commvaultGroupQuery = (host: string, groupId: string | null) =>
  queryOptions({
    queryKey: ['commvault group', host, groupId],
    queryFn:
      groupId === null
        ? skipToken
        : ({ signal }) => getVmGroup(commServeSession(host).serve, groupId, signal),
  });

/** The hypervisors of Azure: where a VM can be restored to. */
export const hypervisorsQuery = (host: string) =>
  queryOptions({
    queryKey: ['commvault hypervisors', host],
    queryFn: ({ signal }) => listHypervisors(commServeSession(host).serve, signal),
  });

/** The access nodes. */
export const accessNodesQuery = (host: string) =>
  queryOptions({
    queryKey: ['commvault access nodes', host],
    queryFn: ({ signal }) => listAccessNodes(commServeSession(host).serve, signal),
  });
