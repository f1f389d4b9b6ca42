import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { grantRole } from '#src/api/authorization/role-assignments/grant.ts';
import { listRoleAssignments } from '#src/api/authorization/role-assignments/ops.ts';
import { removeRoleAssignment } from '#src/api/authorization/role-assignments/remove.ts';
import { commServeHome } from '#src/api/commvault/home.ts';
import { killJob } from '#src/api/commvault/jobs/ops.ts';
import { toCreateTaskBody } from '#src/api/commvault/restores/body.ts';
import { createTask } from '#src/api/commvault/restores/ops.ts';
import type { CommvaultRestore } from '#src/api/commvault/restores/restore.ts';
import { renewTokens } from '#src/api/commvault/tokens/ops.ts';
import type { Write, WriteWorld } from '#src/api/queries/testing-write.ts';
import {
  cancelDeployment,
  createDeployment,
  deploymentId,
} from '#src/api/resources/deployments/ops.ts';
import { blobPlace } from '#src/api/storage/blobs/place.ts';
import { listContainers } from '#src/api/storage/containers/ops.ts';
import { removeContainer } from '#src/api/storage/containers/remove.ts';
import { listServiceSas } from '#src/api/storage/signatures/ops.ts';
import { app01, guidOf } from '#src/mocks/commvault/testing.ts';
import {
  stagedAccount,
  stagedGroup,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { principalIdOf } from '#src/mocks/world/ids.ts';
import { inGroup, prodVault, production } from '#src/mocks/world/worlds/default-estate.ts';
import type { DeploymentOrder } from '#src/model/deployment.ts';
import { resourceId } from '#src/model/resource-id.ts';

const id = deploymentId(resourceId(stagedGroup), 'rc-1-1');
const account = resourceId(stagedAccount);

async function orderIn({ arm, clock }: WriteWorld): Promise<DeploymentOrder> {
  const place = blobPlace(stagedTemplate);
  if (place === null) throw new Error('no blob');
  const signature = await listServiceSas(arm, account, place, clock.now());
  return {
    source: { kind: 'link', uri: stagedTemplate, signature },
    values: { virtualMachineName: 'vmNew' },
  };
}

const role = {
  scope: resourceId(inGroup(production, 'rg-erp')),
  role: 'diskRestoreOperator',
  principalId: principalIdOf(prodVault),
} as const;

const commServe = commServeHome({ host: 'commserve.contoso.example' });
const estate = () => testAzure('default');

/** app01 beside itself, by Commvault. */
const restore: CommvaultRestore = {
  vm: { guid: guidOf(app01), name: 'app01' },
  subclientId: '35311',
  commCellId: 2,
  upTo: null,
  isInPlace: false,
  hypervisor: { id: '120', name: 'hv-contoso-production', instanceId: '7' },
  accessNode: null,
  target: {
    name: 'app01-r',
    resourceGroup: 'rg-restore-weu',
    region: 'westeurope',
    storageAccount: 'stprodweu01',
    vmSize: '',
    zone: null,
    securityGroupId: null,
    disks: [],
    nics: [],
    createsPublicIp: false,
    isManaged: true,
    encryption: null,
    restoresTags: false,
  },
  powersOn: true,
  overwrites: false,
  notifies: false,
};

const create = (arm: ArmPipelines, { clock }: WriteWorld) =>
  createTask(arm, toCreateTaskBody(restore, 'mine', clock.now()));

/** What starts something elsewhere: deployments, roles, storage and a CommServe. */
export const writesOfOthers: readonly Write[] = [
  {
    of: 'createDeployment',
    world: stagedWorld,
    ready: async (it) => {
      const order = await orderIn(it);
      return () => createDeployment(it.arm, id, order);
    },
  },
  {
    of: 'cancelDeployment',
    world: stagedWorld,
    ready: async (it) => {
      await createDeployment(it.arm, id, await orderIn(it));
      it.clock.add(5);
      return () => cancelDeployment(it.arm, id);
    },
  },
  {
    of: 'grantRole',
    world: estate,
    ready:
      async ({ arm }) =>
      () =>
        grantRole(arm, role),
  },
  {
    of: 'removeRoleAssignment',
    world: estate,
    ready: async ({ arm }) => {
      await grantRole(arm, role);
      const [given] = await listRoleAssignments(arm, role.scope, role.principalId);
      return () => removeRoleAssignment(arm, given?.id ?? resourceId(''));
    },
  },
  {
    of: 'removeContainer',
    world: stagedWorld,
    ready: async ({ arm }) => {
      const [container] = await listContainers(arm, account);
      return () => removeContainer(arm, { accountId: account, name: container?.name ?? '' });
    },
  },
  {
    of: 'createTask',
    twice: 'two restores',
    home: commServe,
    world: estate,
    ready: async (it) => () => create(it.arm, it),
  },
  {
    of: 'killJob',
    home: commServe,
    world: estate,
    ready: async (it) => {
      const name = (await create(it.arm, it)) ?? '';
      it.clock.add(120);
      return () => killJob(it.arm, { host: 'commserve.contoso.example', name });
    },
  },
  {
    of: 'renewTokens',
    twice: 'the second pair of tokens',
    home: commServe,
    world: estate,
    ready:
      async ({ arm }) =>
      () =>
        renewTokens(arm, { accessToken: 'demo-access-token', refreshToken: 'demo-refresh-token' }),
  },
];
