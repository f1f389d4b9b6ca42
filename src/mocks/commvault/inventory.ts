import { NOT_FOUND } from '#src/mocks/commvault/answers.ts';
import { commServeOf } from '#src/mocks/commvault/commserve.ts';
import { apiPath } from '#src/mocks/commvault/origin.ts';
import type { CommServeSeed, HypervisorSeed, VmGroupSeed } from '#src/mocks/commvault/seed.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';

/** Hypervisors, access nodes and VM groups (commvault.md §2.2). */

/** What a CommServe knew at the world's start. */
export const commServeIn = ({ stored }: Pick<Call, 'stored'>): CommServeSeed =>
  commServeOf(stored.seed);

const hypervisorWire = ({ id, name, instanceId }: HypervisorSeed) => ({
  // A number here, text elsewhere: the SDKs read both.
  id,
  name,
  displayName: name,
  HypervisorType: 'AZURE_V2',
  instance: { id: String(instanceId), name: 'Azure Resource Manager' },
});

const groupWire = (call: Call, group: VmGroupSeed) => {
  const owner = commServeIn(call).hypervisors.find(({ id }) => id === group.hypervisorId);
  return {
    id: group.id,
    name: group.name,
    hypervisor: { id: owner?.id, name: owner?.name },
    plan: { id: group.planId, name: group.planName },
  };
};

function getGroup(call: Call): Answer {
  const found = commServeIn(call).groups.find(({ id }) => String(id) === param(call, 'id'));
  return found === undefined
    ? NOT_FOUND
    : ok({
        ...groupWire(call, found),
        snapshotManagement: { enableHardwareSnapshot: found.isIntelliSnap },
      });
}

export const inventoryRoutes: readonly Route[] = [
  {
    operation: 'commvault.hypervisors',
    method: 'GET',
    path: apiPath('/V4/Hypervisor'),
    action: 'hypervisors/read',
    handle: (call) => {
      const { hypervisors } = commServeIn(call);
      return ok({
        HypervisorCount: hypervisors.length,
        Hypervisors: hypervisors.map(hypervisorWire),
      });
    },
  },
  {
    operation: 'commvault.accessNodes',
    method: 'GET',
    path: apiPath('/VSAClientAndClientGroupList'),
    action: 'accessNodes/read',
    handle: (call) =>
      ok({
        clients: commServeIn(call).accessNodes.map(({ id, name }) => ({
          clientId: id,
          clientName: name,
          displayName: name,
          hostName: `${name}.contoso.example`,
        })),
      }),
  },
  {
    operation: 'commvault.vmGroups',
    method: 'GET',
    path: apiPath('/V4/VMGroups'),
    action: 'vmGroups/read',
    handle: (call) =>
      ok({
        vmGroups: commServeIn(call).groups.map((one) => ({
          ...groupWire(call, one),
          SnapBackupEnabled: one.isIntelliSnap,
        })),
      }),
  },
  {
    operation: 'commvault.vmGroup',
    method: 'GET',
    path: apiPath('/V4/VMGroup/{id}'),
    action: 'vmGroups/read',
    handle: getGroup,
  },
];
