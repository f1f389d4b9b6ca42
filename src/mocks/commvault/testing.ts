import * as z from 'zod/mini';
import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import { originOf, type ScenarioId } from '#src/mocks/scenarios.ts';
import { jsonOf, type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { vmIdOf } from '#src/mocks/world/ids.ts';
import { corp, prod } from '#src/mocks/world/worlds/default-estate.ts';

/** What tests need to talk to a simulated CommServe. */

export interface TestCommServe extends TestAzure {
  /** Asks with the demo's token, and gives status and JSON. */
  readonly ask: (
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<StatusAndBody>;
  readonly read: (path: string, headers?: Record<string, string>) => Promise<unknown>;
  readonly restore: (wish: RestoreWish) => Promise<string>;
  readonly job: (id: string) => Promise<JobSeen | undefined>;
  /** Lets time go by until a job says a stage, or at its end a status. */
  readonly reach: (id: string, word: string) => Promise<JobSeen>;
  /** The VM in Azure; undefined: there is none. */
  readonly vm: (id: string) => Promise<unknown>;
}

interface StatusAndBody {
  readonly status: number;
  readonly body: unknown;
}

const summary = z.looseObject({
  jobId: z.number(),
  status: z.string(),
  percentComplete: z.number(),
  currentPhaseName: z.string(),
  pendingReason: z.string(),
  jobStartTime: z.number(),
  jobEndTime: z.number(),
});
export type JobSeen = z.infer<typeof summary>;

export const jobList = z.object({
  totalRecordsWithoutPaging: z.number(),
  jobs: z.array(z.object({ jobSummary: summary })),
});
const accepted = z.object({ taskId: z.number(), jobIds: z.tuple([z.string()]) });

/** A CommServe of a scenario with faults by their names. */
export function testCommServe(
  scenario: ScenarioId = 'default',
  ...faults: readonly string[]
): TestCommServe {
  const origin = originOf(scenario);
  const added = faults.flatMap((name) => faultNamed(name) ?? []);
  const it = testAzure({ ...origin, faults: [...origin.faults, ...added] });
  const Authtoken = `Bearer ${DEMO_TOKENS.accessToken}`;
  const ask: TestCommServe['ask'] = async (method, path, body, headers) => {
    const url = `${COMMSERVE_ORIGIN}/webconsole/api${path}`;
    const answer = await it.send(method, url, body, { Authtoken, ...headers });
    return { status: answer.status, body: await jsonOf(answer) };
  };
  const read: TestCommServe['read'] = async (path, headers) =>
    (await ask('GET', path, undefined, headers)).body;
  const job: TestCommServe['job'] = async (id) =>
    jobList.parse(await read(`/Job/${id}`)).jobs[0]?.jobSummary;
  return {
    ...it,
    ask,
    read,
    restore: async (wish) => {
      const { body } = await ask('POST', '/CreateTask', taskBody(wish));
      return accepted.parse(body).jobIds[0];
    },
    job,
    reach: async (id, word) => {
      for (let turn = 0; turn < 2000; turn += 1) {
        const seen = await job(id);
        if (seen?.status === word || seen?.currentPhaseName === word) return seen;
        it.clock.add(5);
      }
      throw new Error(`The job never said ${word}.`);
    },
    vm: async (id) => {
      const answer = await it.get(`${id}?api-version=2024-03-01`);
      return answer.status === 404 ? undefined : jsonOf(answer);
    },
  };
}

const vmIn = (group: string, name: string): string =>
  `${group}/providers/Microsoft.Compute/virtualMachines/${name}`;

export const app01 = vmIn(prod('rg-app-prod'), 'app01');
export const webFe = vmIn(prod('rg-web'), 'web-fe-07');
export const shopCart = vmIn(prod('rg-shop'), 'shop-cart-01');
export const finLedger = vmIn(corp('rg-finance'), 'fin-ledger-01');
export const guidOf = (id: string): string => vmIdOf({ id });

/** What of a restore tests vary. */
export interface RestoreWish {
  readonly id: string;
  readonly newName?: string;
  readonly isInPlace?: boolean;
  readonly overwrites?: boolean;
  readonly description?: string;
  readonly toTime?: number;
  readonly hypervisor?: number;
  readonly commCellId?: number;
  /** What the VM's entry has otherwise. */
  readonly vm?: Readonly<Record<string, unknown>>;
}

/** The body of the capture (commvault.md §2.3, R) with values of the default world: app01, or another VM, in west Europe. */
export function taskBody({
  id,
  newName = `${id.slice(id.lastIndexOf('/') + 1)}-r`,
  isInPlace = false,
  overwrites = false,
  description = 'mine',
  toTime = 0,
  hypervisor = 120,
  commCellId = 2,
  vm = {},
}: RestoreWish) {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const timeRange = { fromTime: 0, toTime };
  const entry = {
    guid: guidOf(id),
    name,
    newName: isInPlace ? name : newName,
    esxHost: 'rg-restore-weu',
    Datastore: 'stprodweu01',
    vmSize: '',
    datacenter: 'westeurope',
    availabilityZones: '',
    createPublicIP: false,
    restoreAsManagedVM: true,
    nics: [],
    securityGroups: [{}],
    encryptionOption: {},
    keyvaultId: '',
    extensionRestorePolicy: 'RESTORE',
    restoreVMTags: false,
    addToFailoverCluster: false,
    ...vm,
  };
  return {
    taskInfo: {
      task: {
        taskFlags: { disabled: false },
        policyType: 'DATA_PROTECTION',
        taskType: 'IMMEDIATE',
        initiatedFrom: 'GUI',
      },
      associations: [
        { subclientId: 35_311, client: {}, applicationId: 106, _type_: 'CLIENT_ENTITY' },
      ],
      subTasks: [
        {
          subTask: { subTaskName: '', subTaskType: 'RESTORE', operationType: 'RESTORE' },
          options: {
            restoreOptions: {
              browseOption: { commCellId, timeRange, toTime, fromTime: 0 },
              destination: { destClient: { clientId: hypervisor }, inPlace: isInPlace },
              virtualServerRstOption: {
                diskLevelVMRestoreOption: {
                  powerOnVmAfterRestore: true,
                  passUnconditionalOverride: overwrites,
                  advancedRestoreOptions: [entry],
                },
                vCenterInstance: { instanceId: 7, applicationId: 106, clientId: hypervisor },
              },
              fileOption: { sourceItem: [`\\${guidOf(id)}`] },
            },
            commonOpts: { notifyUserOnJobCompletion: false, jobDescription: description },
          },
        },
      ],
    },
  };
}

/** The sample of a running job (commvault.md §7). */
export const SUMMARY = {
  jobId: 8163492,
  status: 'Running',
  localizedStatus: 'Running',
  percentComplete: 41,
  jobType: 'Restore',
  localizedOperationName: 'Restore',
  appTypeName: 'Virtual Server',
  currentPhaseName: 'Write data from library',
  pendingReason: '',
  jobStartTime: 1763700060,
  jobEndTime: 0,
  lastUpdateTime: 1763700610,
  jobElapsedTime: 550,
  sizeOfApplication: 136365211648,
  sizeOfMediaOnDisk: 0,
  totalNumOfFiles: 0,
  totalFailedFiles: 0,
  isVisible: true,
  destClientName: 'an-weu-1',
  subclient: {
    clientId: 120,
    clientName: 'hv-azure-a',
    applicationId: 106,
    appName: 'Virtual Server',
    instanceName: 'Azure Resource Manager',
    subclientId: 35311,
  },
  userName: { userId: 7, userName: 'operator' },
};

/** The sample of its details (§7), of one VM. */
export const detailsOf = (guid: string) => ({
  job: {
    jobDetail: {
      progressInfo: {
        state: 'Running',
        currentPhase: 'Write data from library',
        percentComplete: 41,
        reasonForJobDelay: '',
      },
      detailInfo: {
        sizeOfApplication: '136365211648',
        dataXferedNetwork: '55834574848',
        throughPut: '365.2',
        transferTime: '548',
        startTime: 1763700060,
        endTime: 0,
      },
      generalInfo: {
        jobId: 8163492,
        operationType: 'Restore',
        priority: -999,
        totalNumOfFiles: -999,
        jobStartedBy: 'operator',
        jobStartedFrom: 'Interactive',
      },
      clientStatusInfo: {
        vmStatus: [
          {
            vmName: 'testVM',
            GUID: guid,
            destinationVMName: 'testVM-r',
            Agent: 'an-weu-1',
            Status: 2,
            restoredSize: 55834574848,
            UsedSpace: 136365211648,
            CurrentThroughput: 365,
            FailureReason: '',
          },
        ],
      },
    },
  },
});
