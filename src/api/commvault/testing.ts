import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import type { TokenSource } from '#src/api/arm/pipeline.ts';
import { commServeHome, provideCommServes } from '#src/api/commvault/home.ts';
import type { CommvaultRestore } from '#src/api/commvault/restores.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import { detailsOf, SUMMARY } from '#src/mocks/commvault/testing.ts';

/** What tests of the client need: a CommServe that answers as they say, and the shapes of commvault.md. */

export const HOST = 'commserve.contoso.example';

/** The client of a CommServe over a function like `fetch`. */
export const testServe = (
  answering: Parameters<typeof testArm>[0],
  tokens?: TokenSource,
): TestArm => testArm(answering, tokens, commServeHome({ host: HOST }));

/** The path of an address of its API. */
export const pathOf = (url: string): string => url.replace(/.*\/webconsole\/api/, '');

/** The deployment's one CommServe, which answers by path; its token is entered. */
export function deployedServe(answering: (path: string) => Response) {
  const { arm, sent } = testServe(({ url }) => answering(pathOf(url)));
  provideCommServes([{ host: HOST, commCellId: 2 }], arm.http);
  commServeSession(HOST).tokens.enter({ accessToken: 'access', refreshToken: '' });
  return { paths: () => sent.map(({ url }) => pathOf(url)), sent };
}

export const GUID = '5f2d9a30-7c41-4b8e-9d6f-0a1b2c3d4e5f';

/** A VM as GET of `/VM` lists it (§2.2; values ours). */
export const VM_ROW = {
  name: 'testVM',
  strGUID: GUID.toUpperCase(),
  vmStatus: 1,
  vmSize: 136365211648,
  vmUsedSpace: 55834574848,
  vmGuestSpace: 0,
  vmHost: 'testRG',
  vmAgent: 'an-weu-1',
  strOSName: 'Windows Server 2022',
  osType: 0,
  isDeleted: false,
  vendor: 7,
  bkpStartTime: 1763690000,
  bkpEndTime: 1763693600,
  lastSuccessfulBackupTime: 1763693600,
  subclientId: 35311,
  subclientName: 'vg-weu',
  vmSubClientEntity: { subclientId: 35311 },
  plan: { planId: 4, planName: 'gold' },
  client: { clientId: 511, clientName: 'testVM' },
  pseudoClient: { clientId: 120, clientName: 'hv-azure-a' },
  proxyClient: { clientId: 98, clientName: 'an-weu-1' },
  lastBackupJobInfo: {
    jobID: 8163001,
    startTime: { time: 1763690000 },
    endTime: { time: 1763693600 },
  },
  slaCategoryDescription: '',
  isRestoreActivityEnabled: true,
};

/** An answer with jobs, each as the sample but for what is given. */
export const jobsAnswer = (...jobs: readonly Partial<typeof SUMMARY>[]) => ({
  totalRecordsWithoutPaging: jobs.length,
  jobs: jobs.map((job) => ({ jobSummary: { ...SUMMARY, ...job } })),
});

/** Of the sample of a running job its details (§7). */
export const DETAILS = detailsOf(GUID);

/** What the answer to GET of `/Job/{id}/TaskDetails` says of a restore (§2.4). */
export const taskAnswer = (
  vm: { readonly guid?: string; readonly newName?: string },
  description?: string,
  inPlace = false,
) => ({
  taskInfo: {
    subTasks: [
      {
        options: {
          restoreOptions: {
            destination: { inPlace },
            virtualServerRstOption: {
              diskLevelVMRestoreOption: {
                advancedRestoreOptions: [{ esxHost: 'testRG', restoreAsManagedVM: true, ...vm }],
              },
            },
          },
          commonOpts: {
            notifyUserOnJobCompletion: false,
            ...(description !== undefined && { jobDescription: description }),
          },
        },
      },
    ],
  },
});

/** A restore in place. */
export const RESTORE: CommvaultRestore = {
  vm: { guid: GUID, name: 'testVM' },
  subclientId: '35311',
  commCellId: 2,
  upTo: null,
  isInPlace: true,
  hypervisor: { id: '120', name: 'hv-azure-a', instanceId: '7' },
  accessNode: null,
  target: {
    name: 'testVM',
    resourceGroup: 'testRG',
    region: 'westeurope',
    storageAccount: 'teststaging',
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
  overwrites: true,
  notifies: false,
};
