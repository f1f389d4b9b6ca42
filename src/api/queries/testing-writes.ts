import { deleteDisk } from '#src/api/compute/disks.ts';
import { putExtension } from '#src/api/compute/machines.ts';
import {
  attachDetachDisks,
  deallocateMachine,
  deleteMachine,
  patchMachine,
  startMachine,
  writeMachine,
} from '#src/api/compute/machine-writes.ts';
import {
  deleteInterface,
  deletePublicAddress,
  writeInterface,
  writePublicAddress,
} from '#src/api/network.ts';
import { type Copy, type Write, type WriteWorld, atOnce } from '#src/api/queries/testing-write.ts';
import { createResourceGroup } from '#src/api/resources/places.ts';
import { registerSqlMachine } from '#src/api/sql.ts';
import {
  app01,
  deletedDisk,
  deletedVm,
  diskId,
  machineId,
  nicId,
  publicAddressId,
  subnetId,
  withNic,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { inGroup, prodVault, production } from '#src/mocks/world/worlds/default-estate.ts';
import { machineFromDisks } from '#src/model/machine-model.ts';
import { nicBody } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { undeleteDisk } from '#src/api/data-protection/instances.ts';
import { startDiskRestore, startDiskValidation } from '#src/api/data-protection/restores.ts';
import { cancelJob } from '#src/api/recovery-services/jobs.ts';
import { getProtectedItem, listSecondaryItems } from '#src/api/recovery-services/items.ts';
import { protectMachine, undeleteItem } from '#src/api/recovery-services/protect.ts';
import {
  type FileRecovery,
  endFileRecovery,
  startFileRecovery,
} from '#src/api/recovery-services/files.ts';
import { listSecondaryPoints } from '#src/api/recovery-services/points.ts';
import {
  rightToPoint,
  startRestore,
  startSecondaryRestore,
  startValidation,
} from '#src/api/recovery-services/restores.ts';
import { changeCrossSubscription } from '#src/api/recovery-services/vaults.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { exampleDisks, exampleMachine, exampleVault } from '#src/mocks/testing-example.ts';
import type { RestoreDisks } from '#src/api/recovery-services/restore.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { commServeHome } from '#src/api/commvault/home.ts';
import { killJob } from '#src/api/commvault/job-lists.ts';
import {
  type CommvaultRestore,
  createTask,
  toCreateTaskBody,
} from '#src/api/commvault/restores.ts';
import { renewTokens } from '#src/api/commvault/session.ts';
import { RESTORE } from '#src/api/commvault/testing.ts';
import { app01 as commvaultApp01, guidOf } from '#src/mocks/commvault/testing.ts';
import { grantRole, listRoleAssignments, removeRoleAssignment } from '#src/api/authorization.ts';
import {
  cancelDeployment,
  createDeployment,
  deploymentId,
} from '#src/api/resources/deployments.ts';
import { blobPlace, listContainers, listServiceSas, removeContainer } from '#src/api/blobs.ts';
import {
  stagedAccount,
  stagedGroup,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import { principalIdOf } from '#src/mocks/world/ids.ts';
import type { DeploymentOrder } from '#src/model/deployment.ts';

/** What starts something in a world, by the functions of `src/api` that send it. */
const inWorld = (
  world: Write['world'],
  writes: Readonly<Record<string, Write['ready']>>,
  more: Pick<Write, 'home' | 'twice' | 'job'> = {},
): Write[] =>
  Object.entries(writes).map(([of, ready]) => {
    const copy = COPIES[of];
    return { of, world, ready, ...(copy === undefined ? {} : { copy }), ...more };
  });

const BUSY: Copy = { status: 409, code: 'Conflict' };
const BUSY_MACHINE: Copy = { status: 409, code: 'ConflictingConcurrentWriteNotAllowed' };
const THERE_ALREADY: Copy = { status: 412, code: 'PreconditionFailed' };

/** How a second copy is refused at the moment of the first; others are accepted, or find nothing left to do. */
const COPIES: Readonly<Partial<Record<string, Copy>>> = {
  cancelJob: { status: 400, code: 'BMSUserErrorJobNotCancellable' },
  startFileRecovery: { status: 400, code: 'CloudInvalidInputError' },
  changeCrossSubscription: BUSY,
  undeleteItem: BUSY,
  protectMachine: BUSY,
  undeleteDisk: { status: 404, code: 'UserErrorGenericResourceNotFound' },
  writeMachine: THERE_ALREADY,
  writeInterface: THERE_ALREADY,
  writePublicAddress: THERE_ALREADY,
  patchMachine: BUSY_MACHINE,
  deallocateMachine: BUSY_MACHINE,
  startMachine: BUSY_MACHINE,
  attachDetachDisks: BUSY_MACHINE,
  putExtension: BUSY_MACHINE,
  createDeployment: { status: 409, code: 'DeploymentActive' },
  cancelDeployment: { status: 409, code: 'DeploymentCannotBeCancelled' },
  grantRole: { status: 409, code: 'RoleAssignmentExists' },
};

const machine = resourceId(app01.id);
const address = publicAddressId('new-ip');

/** A new machine of restored disks. */
export const newMachine = machineFromDisks({
  region: 'westeurope',
  zone: '1',
  size: 'Standard_D2s_v5',
  osType: 'Linux',
  osDiskId: diskId('new-os'),
  dataDisks: [],
  nicIds: [nicId('new-nic')],
});

const beside = (): Promise<TestAzure> => withNic(writesAzure());

/** What starts something of a machine, or of what it has. */
const writesOfMachines: readonly Write[] = [
  ...inWorld(beside, {
    writeMachine: atOnce(({ arm }) =>
      writeMachine(arm, machineId('built'), newMachine, { isOnlyNew: true }),
    ),
    deleteInterface: atOnce(({ arm }) => deleteInterface(arm, nicId('new-nic'))),
  }),
  ...inWorld(writesAzure, {
    patchMachine: atOnce(({ arm }) => patchMachine(arm, machine, { tags: { owner: 'night' } })),
    deallocateMachine: atOnce(({ arm }) => deallocateMachine(arm, machine)),
    startMachine: async ({ arm, clock }) => {
      await deallocateMachine(arm, machine);
      clock.add(600);
      return () => startMachine(arm, machine);
    },
    deleteMachine: atOnce(({ arm }) => deleteMachine(arm, machine)),
    attachDetachDisks: atOnce(({ arm }) =>
      attachDetachDisks(arm, machine, {
        attach: [{ diskId: diskId('new-data'), lun: 9 }],
        detach: [],
      }),
    ),
    putExtension: atOnce(({ arm }) =>
      putExtension(arm, {
        machineId: machine,
        name: 'VMAccess',
        region: 'westeurope',
        publisher: 'Microsoft.OSTCExtensions',
        type: 'VMAccessForLinux',
        version: '1.5',
        protectedSettings: { username: 'ada' },
        runTag: 'one',
      }),
    ),
    registerSqlMachine: atOnce(({ arm }) =>
      registerSqlMachine(arm, machine, { region: 'westeurope', license: 'PAYG' }),
    ),
    deleteDisk: atOnce(({ arm }) => deleteDisk(arm, diskId('new-os'))),
    writeInterface: async ({ arm }) => {
      const nic = nicBody({ region: 'westeurope', subnetId: subnetId('default'), address: null });
      return () => writeInterface(arm, nicId('new-nic'), nic, { isOnlyNew: true });
    },
    writePublicAddress: atOnce(({ arm }) =>
      writePublicAddress(arm, { id: address, region: 'westeurope' }),
    ),
    deletePublicAddress: async ({ arm, clock }) => {
      await writePublicAddress(arm, { id: address, region: 'westeurope' });
      clock.add(60);
      return () => deletePublicAddress(arm, address);
    },
    createResourceGroup: atOnce(({ arm }) =>
      createResourceGroup(arm, {
        subscriptionId: production,
        name: 'rg-new',
        region: 'westeurope',
      }),
    ),
  }),
];

const estate = (): TestAzure => testAzure('default');

export const files: FileRecovery = {
  pointId: exampleMachine.recoveryPointResourceId,
  machineId: exampleMachine.sourceResourceId,
};

/** A restore of disks in the secondary region. */
async function elsewhere({ arm }: WriteWorld): Promise<RestoreDisks> {
  const items = await listSecondaryItems(arm, resourceId(prodVault));
  const item = items.find(({ friendlyName }) => friendlyName === 'web-fe-07');
  const [point] = await listSecondaryPoints(arm, item?.id ?? resourceId(''));
  const group = resourceId(inGroup(production, 'rg-restore-weu'));
  return {
    kind: 'restoreDisks',
    recoveryPointResourceId: point?.id ?? resourceId(''),
    recoveryPointId: point?.name ?? '',
    sourceResourceId: item?.sourceResourceId ?? resourceId(''),
    stagingAccountId: resourceId(
      `${group}/providers/Microsoft.Storage/storageAccounts/stprodneu01`,
    ),
    region: 'northeurope',
    targetResourceGroupId: group,
    networkAccess: null,
  };
}

/** A machine that came into the world after its start, and that no vault has seen. */
export const fresh = machineId('app99');

async function withFresh(): Promise<TestAzure> {
  const it = writesAzure();
  const newcomer = { ...app01, id: fresh };
  const at = it.clock.now();
  await it.azure.append([
    { type: 'resource-written', at, id: fresh, ms: 0, isNew: true, machine: newcomer },
  ]);
  return it;
}

/** What starts something of a vault. */
const writesOfBackup: readonly Write[] = [
  ...inWorld(
    estate,
    {
      restoreRequest: atOnce(({ arm }) => startRestore(arm, exampleDisks, 'mine')),
      secondaryRestoreRequest: async (it) => {
        const restore = await elsewhere(it);
        const right = await rightToPoint(it.arm, restore);
        return () => startSecondaryRestore(it.arm, restore, right, 'mine');
      },
      startDiskRestore: atOnce(({ arm }) =>
        startDiskRestore(arm, restoreOfDisk('app01_DataDisk_0'), 'mine'),
      ),
    },
    { twice: 'two restores', job: 'restore' },
  ),
  ...inWorld(estate, {
    startValidation: atOnce(({ arm }) => startValidation(arm, exampleMachine)),
    startDiskValidation: atOnce(({ arm }) =>
      startDiskValidation(arm, restoreOfDisk('app01_DataDisk_0')),
    ),
    cancelJob: async ({ arm, azure, clock }) => {
      await startRestore(arm, exampleMachine, 'mine');
      const [restore] = (await azure.state()).restores;
      clock.add(120);
      return () => cancelJob(arm, resourceId(`${exampleVault}/backupJobs/${restore?.jobId ?? ''}`));
    },
    startFileRecovery: atOnce(({ arm }) => startFileRecovery(arm, files, 'mine')),
    endFileRecovery: async ({ arm, clock }) => {
      await startFileRecovery(arm, files, 'mine');
      clock.add(300);
      return () => endFileRecovery(arm, files.pointId);
    },
    changeCrossSubscription: atOnce(({ arm }) =>
      changeCrossSubscription(arm, resourceId(prodVault), 'disabled'),
    ),
    undeleteDisk: atOnce(({ arm }) => undeleteDisk(arm, resourceId(deletedDisk))),
  }),
  ...inWorld(
    estate,
    {
      undeleteItem: async ({ arm }) => {
        const item = await getProtectedItem(arm, resourceId(deletedVm));
        return () => undeleteItem(arm, item);
      },
    },
    { job: 'other' },
  ),
  ...inWorld(
    withFresh,
    {
      protectMachine: atOnce(({ arm }) =>
        protectMachine(arm, {
          vaultId: resourceId(prodVault),
          machineId: fresh,
          policyId: resourceId(`${prodVault}/backupPolicies/EnhancedPolicy`),
        }),
      ),
    },
    { job: 'other' },
  ),
];

const commServe = commServeHome({ host: 'commserve.contoso.example' });

/** commvaultApp01 beside itself, by Commvault. */
const restore: CommvaultRestore = {
  ...RESTORE,
  vm: { guid: guidOf(commvaultApp01), name: 'app01' },
  isInPlace: false,
  hypervisor: { id: '120', name: 'hv-contoso-production', instanceId: '7' },
  target: {
    ...RESTORE.target,
    name: 'app01-r',
    resourceGroup: 'rg-restore-weu',
    storageAccount: 'stprodweu01',
  },
  overwrites: false,
};

const create = (arm: ArmPipelines, { clock }: WriteWorld) =>
  createTask(arm, toCreateTaskBody(restore, 'mine', clock.now()));

/** What starts something of a CommServe. */
const writesOfCommvault: readonly Write[] = [
  ...inWorld(
    estate,
    { createTask: atOnce((it) => create(it.arm, it)) },
    { home: commServe, twice: 'two restores', job: 'restore' },
  ),
  ...inWorld(
    estate,
    {
      killJob: async (it) => {
        const name = (await create(it.arm, it)) ?? '';
        it.clock.add(120);
        return () => killJob(it.arm, { host: 'commserve.contoso.example', name });
      },
    },
    { home: commServe },
  ),
  ...inWorld(
    estate,
    {
      renewTokens: atOnce(({ arm }) =>
        renewTokens(arm, { accessToken: 'demo-access-token', refreshToken: 'demo-refresh-token' }),
      ),
    },
    { home: commServe, twice: 'the second pair of tokens' },
  ),
];

export const deployed = deploymentId(resourceId(stagedGroup), 'rc-1-1');
const account = resourceId(stagedAccount);

export async function orderIn({ arm, clock }: WriteWorld): Promise<DeploymentOrder> {
  const place = blobPlace(stagedTemplate);
  if (place === null) throw new Error('no blob');
  const signature = await listServiceSas(arm, account, place, clock.now());
  return {
    source: { kind: 'link', uri: stagedTemplate, signature },
    values: { virtualMachineName: 'vmNew' },
  };
}

export const role = {
  scope: resourceId(inGroup(production, 'rg-erp')),
  role: 'diskRestoreOperator',
  principalId: principalIdOf(prodVault),
} as const;

/** What starts something elsewhere: deployments, roles and storage. */
const writesOfOthers: readonly Write[] = [
  ...inWorld(stagedWorld, {
    createDeployment: async (it) => {
      const order = await orderIn(it);
      return () => createDeployment(it.arm, deployed, order);
    },
    cancelDeployment: async (it) => {
      await createDeployment(it.arm, deployed, await orderIn(it));
      it.clock.add(5);
      return () => cancelDeployment(it.arm, deployed);
    },
    removeContainer: async ({ arm }) => {
      const [container] = await listContainers(arm, account);
      return () => removeContainer(arm, { accountId: account, name: container?.name ?? '' });
    },
  }),
  ...inWorld(estate, {
    grantRole: atOnce(({ arm }) => grantRole(arm, role)),
    removeRoleAssignment: async ({ arm }) => {
      await grantRole(arm, role);
      const [given] = await listRoleAssignments(arm, role.scope, role.principalId);
      return () => removeRoleAssignment(arm, given?.id ?? resourceId(''));
    },
  }),
];

/** A restore whose second copy finds the name taken, beside that of disks, of which Azure accepts both. */
export const NEW_VM: Write = {
  of: 'restoreRequest of a new VM',
  world: estate,
  ready: atOnce(({ arm }) => startRestore(arm, exampleMachine, 'mine')),
  copy: { status: 400, code: 'CloudInvalidInputError' },
  job: 'restore',
};

/** Every request of the client that starts something. */
export const WRITES: readonly Write[] = [
  ...writesOfBackup,
  ...writesOfMachines,
  ...writesOfOthers,
  ...writesOfCommvault,
];
