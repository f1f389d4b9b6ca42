import { QueryClient } from '@tanstack/react-query';
import { actionStatusText, nextPress, stateWord, wayOf } from '#src/actions/ActionPanel.tsx';
import type { GuardedAction } from '#src/actions/action.ts';
import {
  deleteContainerStep,
  deleteDiskStep,
  deleteInterfaceStep,
} from '#src/actions/delete-steps.ts';
import { recordOf } from '#src/actions/record.ts';
import { grantMutation, revokeMutation } from '#src/actions/roles.ts';
import { actionStatusOf, carryOut, confirmAction } from '#src/actions/run.ts';
import {
  attachStep,
  machineStep,
  nicStep,
  startStep,
  stopStep,
  unmountStep,
  type WriteStep,
} from '#src/actions/steps.ts';
import { undeleteDiskStep, undeleteItemStep } from '#src/actions/undelete.tsx';
import { vaultChangeMutation } from '#src/actions/vault-change.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { listRoleAssignments } from '#src/api/authorization.ts';
import { commServeAt, commvaultJobId, provideCommServes } from '#src/api/commvault/home.ts';
import { killJobMutation } from '#src/api/commvault/job-lists.ts';
import { listContainers } from '#src/api/blobs.ts';
import { cancelDeploymentMutation } from '#src/api/queries/deployments.ts';
import { cancelJobMutation } from '#src/api/queries/jobs.ts';
import { mayBeDone } from '#src/api/queries/query.ts';
import type { Write, WriteWorld } from '#src/api/queries/testing-write.ts';
import {
  deployed,
  files,
  fresh,
  newMachine,
  orderIn,
  role,
} from '#src/api/queries/testing-writes.ts';
import type { Write as Mutation } from '#src/api/queries/use-write.ts';
import { getProtectedItem } from '#src/api/recovery-services/items.ts';
import { createDeployment, findDeployment } from '#src/api/resources/deployments.ts';
import { createResourceGroup } from '#src/api/resources/places.ts';
import { holdSecret, stepActionOf } from '#src/datasources/azure-vm/next-steps/orders.ts';
import type { StepOrder } from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { restoreOfOtherPerson } from '#src/mocks/another-user.ts';
import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { taskBody, webFe } from '#src/mocks/commvault/testing.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { restoreElsewhere } from '#src/mocks/testing-secondary.ts';
import { stagedAccount } from '#src/mocks/testing-staged.ts';
import {
  app01,
  deletedDisk,
  deletedVm,
  diskId,
  machineId,
  nicId,
  subnetId,
} from '#src/mocks/testing-writes.ts';
import { prodVault, production } from '#src/mocks/world/worlds/default-estate.ts';
import { nicBody } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What the pages of the product say of each request that starts something, and what they offer then, for tests. */

/** What a page says of a press: the result is there; it was refused, and looked for; or what came of it isn't known. */
export interface Shown {
  readonly outcome: 'done' | 'refused' | 'open';
  readonly text: string;
  /** Which press its page offers next; null: none. */
  readonly way: string | null;
  /** The job that it takes for the one of the press. */
  readonly job?: string;
}

/** A press as its page makes it. */
export interface Press {
  readonly press: () => Promise<unknown>;
  readonly shown: () => Shown;
  /** Makes the press that its page offers next. */
  readonly wayOn: () => Promise<unknown>;
}

/** The press of a row, in its world, where what has to come before has been done. */
export type Pressing = (it: WriteWorld, pass: Pass) => Press | Promise<Press>;

/** Lets simulated seconds go by. */
export type Pass = (seconds: number) => void;

/** An action with a plan, of which one request is left. */
function guarded(action: GuardedAction): Press {
  const recorded = () => {
    const record = recordOf(action.id);
    if (record === null) throw new Error('nothing was confirmed');
    return { record, status: actionStatusOf(record, 'none') };
  };
  return {
    press: async () => {
      confirmAction(action);
      await carryOut(action);
    },
    shown: () => {
      const { record, status } = recorded();
      const [step] = record.steps;
      if (step === undefined) throw new Error('it has no step');
      const isOver = status === 'ended';
      const way = isOver || status === 'here' || status === 'elsewhere';
      return {
        outcome: isOver ? 'done' : status === 'refused' ? 'refused' : 'open',
        text: `${actionStatusText(status, record)} ${stateWord(step)}`,
        way: way ? null : nextPress(status, step.state, wayOf(record)),
      };
    },
    wayOn: () => carryOut(action),
  };
}

const ofStep = (step: WriteStep): Press =>
  guarded({
    id: 'one',
    sentence: 'One request',
    plan: { created: [], changed: [], untouched: [], lost: [] },
    confirmName: 'one',
    steps: [{ id: 'one', title: 'One request', ...step }],
  });

const ofOrder = (order: StepOrder): Press => guarded(stepActionOf(order, () => undefined));

/** What a button starts at once, whose error is shown where it was pressed. Pressed again it is the same request. */
function ofButton<Input>(write: Mutation<unknown, Input>, input: Input): Press {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let shown: Shown = { outcome: 'open', text: '', way: null };
  const press = async () => {
    try {
      const end = await client.getMutationCache().build(client, write).execute(input);
      shown = { outcome: 'done', text: JSON.stringify(end ?? 'done'), way: null };
    } catch (error) {
      const outcome = mayBeDone(error) ? 'open' : 'refused';
      shown = { outcome, text: error instanceof Error ? error.message : '', way: 'the same press' };
    }
  };
  return { press, shown: () => shown, wayOn: press };
}

/** What is started and then found by its own ID, in the middle of something larger. `start` throws, or says what there is. */
function ofStart(start: () => Promise<string>, find: () => Promise<string>): Press {
  let shown: Shown = { outcome: 'open', text: '', way: null };
  const shownOf = async (run: () => Promise<string>) => {
    try {
      const kind = await run();
      const outcome = kind === 'unknown' ? 'open' : 'done';
      shown = { outcome, text: kind, way: outcome === 'done' ? null : 'look again' };
    } catch (error) {
      const outcome = mayBeDone(error) ? 'open' : 'refused';
      shown = { outcome, text: error instanceof Error ? error.message : '', way: 'look again' };
    }
  };
  return { press: () => shownOf(start), shown: () => shown, wayOn: () => shownOf(find) };
}

const newGroup = { subscriptionId: production, name: 'rg-new', region: 'westeurope' };

const commServe = commServeAt(COMMSERVE_ORIGIN);

const vm = resourceId(app01.id);
const when = { at: 1 };

/** By the function of `src/api` that sends the request. */
export const PRESSES: Readonly<Record<string, Pressing>> = {
  writeMachine: () => ofStep(machineStep(machineId('built'), newMachine)),
  deleteInterface: () => ofStep(deleteInterfaceStep(nicId('new-nic'))),
  patchMachine: () =>
    ofOrder({ kind: 'license', ...when, machineId: vm, license: 'Windows_Server' }),
  deallocateMachine: () => ofStep(stopStep(vm)),
  startMachine: () => ofStep(startStep(vm)),
  attachDetachDisks: () => ofStep(attachStep(vm, diskId('new-data'), 9)),
  putExtension: () => {
    holdSecret('one', 'secret');
    return ofOrder({
      kind: 'reset',
      ...when,
      machineId: vm,
      region: 'westeurope',
      osType: 'Linux',
      userName: 'ada',
      secret: 'password',
      runTag: 'one',
    });
  },
  registerSqlMachine: () =>
    ofOrder({ kind: 'sql', ...when, machineId: vm, region: 'westeurope', license: 'PAYG' }),
  deleteDisk: () => ofStep(deleteDiskStep(diskId('new-os'))),
  writeInterface: () => {
    const body = nicBody({ region: 'westeurope', subnetId: subnetId('default'), address: null });
    return ofStep(nicStep(nicId('new-nic'), body, machineId('built')));
  },
  endFileRecovery: () => ofStep(unmountStep(files.pointId)),
  undeleteItem: async ({ arm }) =>
    ofStep(undeleteItemStep(await getProtectedItem(arm, resourceId(deletedVm)))),
  undeleteDisk: () => ofStep(undeleteDiskStep(new QueryClient(), resourceId(deletedDisk))),
  protectMachine: () =>
    ofOrder({
      kind: 'protect',
      ...when,
      machineId: fresh,
      vaultId: resourceId(prodVault),
      policyId: resourceId(`${prodVault}/backupPolicies/EnhancedPolicy`),
      policyName: 'EnhancedPolicy',
    }),
  removeContainer: async ({ arm }) => {
    const account = resourceId(stagedAccount);
    const [container] = await listContainers(arm, account);
    const name = container?.name ?? '';
    return ofStep(
      deleteContainerStep(resourceId(`${account}/blobServices/default/containers/${name}`)),
    );
  },
  changeCrossSubscription: () =>
    ofButton(vaultChangeMutation(resourceId(prodVault)), { wanted: 'disabled' }),
  grantRole: () => ofButton(grantMutation(role), undefined),
  removeRoleAssignment: async ({ arm }) => {
    const [given] = await listRoleAssignments(arm, role.scope, role.principalId);
    if (given === undefined) throw new Error('no role was given');
    return ofButton(revokeMutation(role.scope), given);
  },
  cancelJob: async ({ azure }) => {
    const [restore] = (await azure.state()).restores;
    const job = resourceId(`${exampleVault}/backupJobs/${restore?.jobId ?? ''}`);
    return ofButton(cancelJobMutation(job), undefined);
  },
  createDeployment: async (it) => {
    const order = await orderIn(it);
    return ofStart(
      async () => (await createDeployment(it.arm, deployed, order)).kind,
      async () => ((await findDeployment(it.arm, deployed)) === null ? 'unknown' : 'found'),
    );
  },
  // Each press of its restore asks first whether it is there.
  createResourceGroup: ({ arm }) =>
    ofStart(
      () => createResourceGroup(arm, newGroup),
      () => createResourceGroup(arm, newGroup),
    ),
  killJob: async ({ azure }) => {
    const { serviceEvents } = await azure.state();
    const name = /"jobId":(\d+)/.exec(JSON.stringify(serviceEvents))?.[1] ?? '';
    return ofButton(killJobMutation(commvaultJobId('commserve.contoso.example', name)), undefined);
  },
  cancelDeployment: () => ofButton(cancelDeploymentMutation(deployed), undefined),
};

/** Simulated seconds in which a person reads what is shown: what takes time is over then. */
const READING_S = 120;

/** Another person has restored before: each service has a job that isn't ours, also a vault's secondary region. */
async function restoredByAnother(it: WriteWorld): Promise<void> {
  const order = { instance: 'testVM', group: 'testRG' };
  await it.azure.change((state, at) => [restoreOfOtherPerson(state, at, order)]);
  await restoreElsewhere(it, 'app01');
  const theirs = taskBody({ id: webFe, description: '99999999-0000-4000-8000-000000000000' });
  await it.send('POST', `${COMMSERVE_ORIGIN}/webconsole/api/CreateTask`, theirs, {
    Authtoken: `Bearer ${DEMO_TOKENS.accessToken}`,
  });
  it.clock.add(600);
}

/** The row of a request, as its page presses it: `note` is called with what is shown of it, and after the way on. */
export const asPressed = (
  write: Write,
  pressing: Pressing,
  pass: (it: WriteWorld) => Pass,
  note: (first: Shown, last: Shown) => void,
): Write => {
  const { home: _home, ...row } = write;
  return {
    ...row,
    ready: async (it) => {
      startSession(it.arm);
      if (commServe !== null)
        provideCommServes([{ ...commServe, tokens: DEMO_TOKENS }], it.arm.http);
      if (write.job === 'restore') await restoredByAnother(it);
      await write.ready(write.home === undefined ? it : { ...it, arm: it.arm.to(write.home) });
      const passing = pass(it);
      const { press, shown, wayOn } = await pressing(it, passing);
      return async () => {
        await press();
        const first = shown();
        passing(READING_S);
        // Where it is shown to be rejected and no press is offered, its page looks when it opens again.
        if (first.outcome !== 'done') await wayOn();
        note(first, shown());
      };
    },
  };
};
