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
import { app01, guidOf } from '#src/mocks/commvault/testing.ts';
import { atOnce, type Write, type WriteWorld } from '#src/api/queries/testing-write.ts';
import { testAzure } from '#src/mocks/testing.ts';

const commServe = commServeHome({ host: 'commserve.contoso.example' });
const estate = () => testAzure('default');

/** app01 beside itself, by Commvault. */
const restore: CommvaultRestore = {
  ...RESTORE,
  vm: { guid: guidOf(app01), name: 'app01' },
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
export const writesOfCommvault: readonly Write[] = [
  {
    of: 'createTask',
    twice: 'two restores',
    home: commServe,
    world: estate,
    ready: atOnce((it) => create(it.arm, it)),
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
    ready: atOnce(({ arm }) =>
      renewTokens(arm, { accessToken: 'demo-access-token', refreshToken: 'demo-refresh-token' }),
    ),
  },
];
