import { commServeIn } from '#src/mocks/commvault/commserve.ts';
import { behindDoor, NOT_FOUND, refusal, renew } from '#src/mocks/commvault/commvault-auth.ts';
import { jobRoutes } from '#src/mocks/commvault/jobs.ts';
import {
  apiPath,
  COMMSERVE_ORIGIN,
  type HypervisorSeed,
  type VmGroupSeed,
} from '#src/mocks/commvault/seed.ts';
import { taskRoutes } from '#src/mocks/commvault/tasks.ts';
import { vmRoutes } from '#src/mocks/commvault/vms.ts';
import { inside, textIn } from '#src/mocks/json.ts';
import {
  type Answer,
  type Call,
  ok,
  type OtherService,
  param,
  type Route,
} from '#src/mocks/service.ts';
import { httpDate } from '#src/mocks/time/text.ts';

/** Hypervisors, access nodes and VM groups (commvault.md §2.2). */

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

const inventoryRoutes: readonly Route[] = [
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

/** The simulated CommServe of Commvault: another host, another token, other jobs. */

const renewal: Route = {
  operation: 'commvaultTokens.renew',
  method: 'POST',
  path: apiPath('/V4/AccessToken/Renew'),
  action: 'tokens/renew',
  handle: renew,
};

const guarded = [...inventoryRoutes, ...vmRoutes, ...jobRoutes, ...taskRoutes].map((route) => ({
  ...route,
  handle: behindDoor(route.handle),
}));

/** A fault's refusal in a CommServe's words: status, code and message are the same. */
const asRefused = ({ status, body }: Answer): Answer =>
  refusal(status, textIn(inside(body, 'error')['message']) ?? 'The request was refused.');

/** Pages of every origin may call it: whether real ones let any do so isn't known (A). */
const headersOf = ({ body, bytes }: Answer, _request: unknown, now: number) => ({
  Date: httpDate(now),
  Server: 'Apache Tomcat',
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date, Retry-After',
  ...(body === undefined && bytes === undefined
    ? {}
    : { 'Content-Type': 'application/json; charset=utf-8' }),
});

/** The simulated CommServe; its door needs the world, so each operation opens it by itself. */
export const commvaultService: OtherService = {
  origin: COMMSERVE_ORIGIN,
  routes: [renewal, ...guarded],
  refuse: () => null,
  notFound: NOT_FOUND,
  asRefused,
  headersOf,
};
