import { grantRole, listRoleAssignments, removeRoleAssignment } from '#src/api/authorization.ts';
import { atOnce, type Write, type WriteWorld } from '#src/api/queries/testing-write.ts';
import {
  cancelDeployment,
  createDeployment,
  deploymentId,
} from '#src/api/resources/deployments.ts';
import {
  blobPlace,
  listContainers,
  listServiceSas,
  removeContainer,
} from '#src/api/storage/blobs.ts';
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

const estate = () => testAzure('default');

/** What starts something elsewhere: deployments, roles and storage. */
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
  { of: 'grantRole', world: estate, ready: atOnce(({ arm }) => grantRole(arm, role)) },
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
];
