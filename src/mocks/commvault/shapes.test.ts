import { expect, test } from 'vitest';
import { app01, detailsOf, guidOf, SUMMARY, testCommServe } from '#src/mocks/commvault/testing.ts';

/** The samples that commvault.md quotes (§2.3 and §7): the simulated CommServe takes and answers the same, field by field. */

const guid = guidOf(app01);

/** The body captured from Command Center (R). */
const captured = {
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
            browseOption: {
              commCellId: 2,
              timeRange: { fromTime: 0, toTime: 1_763_700_000 },
              noImage: false,
              useExactIndex: false,
              mediaOption: { copyPrecedence: { copyPrecedence: 0 } },
              listMedia: false,
              toTime: 1_763_700_000,
              fromTime: 0,
              showDeletedItems: false,
            },
            destination: {
              destClient: { clientId: 120, clientName: 'hv-azure-a' },
              inPlace: false,
              isLegalHold: false,
            },
            restoreACLsType: 'ACL_DATA',
            volumeRstOption: {
              volumeLeveRestore: false,
              volumeLevelRestoreType: 'VIRTUAL_MACHINE',
              destinationVendor: 'AZURE_V2',
            },
            virtualServerRstOption: {
              diskLevelVMRestoreOption: {
                powerOnVmAfterRestore: true,
                passUnconditionalOverride: false,
                diskOption: 'Auto',
                advancedRestoreOptions: [
                  {
                    guid,
                    name: 'app01',
                    newName: 'testVM-r',
                    esxHost: 'rg-restore-weu',
                    Datastore: 'stprodweu01',
                    vmSize: 'Standard_D2s_v5',
                    datacenter: 'westeurope',
                    availabilityZones: '',
                    createPublicIP: false,
                    restoreAsManagedVM: true,
                    disks: [
                      {
                        name: 'app01_OsDisk',
                        newName: 'testVM-r-osdisk',
                        Datastore: 'stprodweu01',
                        type: 'Premium_LRS',
                      },
                    ],
                    nics: [{ networkName: 'vnet1', subnetId: '' }],
                    securityGroups: [{}],
                    encryptionOption: {},
                    keyvaultId: '',
                    extensionRestorePolicy: 'RESTORE',
                    restoreVMTags: false,
                    addToFailoverCluster: false,
                  },
                ],
                transportMode: 'Auto',
                useVcloudCredentials: true,
                restoreToDefaultHost: false,
                generateNewGuid: false,
                reuseExistingVMClient: false,
              },
              isDiskBrowse: true,
              viewType: 'DEFAULT',
              vCenterInstance: { instanceId: 7, applicationId: 106, clientId: 120 },
              securityScanOptions: { runSecurityScan: false },
            },
            fileOption: { sourceItem: [`\\${guid}`] },
            commonOptions: {
              overwriteFiles: false,
              detectRegularExpression: true,
              unconditionalOverwrite: false,
              stripLevelType: 'PRESERVE_LEVEL',
              preserveLevel: 1,
              stripLevel: 0,
              restoreACLs: true,
              isFromBrowseBackup: true,
              clusterDBBackedup: false,
            },
          },
          adminOpts: { updateOption: { invokeLevel: 'NONE' } },
          commonOpts: { notifyUserOnJobCompletion: false, jobDescription: 'request 1' },
        },
      },
    ],
  },
};

/** A value with each word and number replaced by its kind. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
}

test('the captured body starts a restore, and its task is returned as it was sent', async () => {
  const it = testCommServe();
  expect(await it.ask('POST', '/CreateTask', captured)).toEqual({
    status: 200,
    body: { taskId: 809_089, jobIds: ['8163493'] },
  });
  it.clock.add(4);
  expect(await it.read('/Job/8163493/TaskDetails')).toEqual(captured);
  await it.reach('8163493', 'Completed');
});

test('a running job has the fields of the sample, each of its kind', async () => {
  const it = testCommServe();
  await it.ask('POST', '/CreateTask', captured);
  const running = await it.reach('8163493', 'Write data from library');
  expect(await it.read('/Job/8163493')).toMatchObject({ totalRecordsWithoutPaging: 1 });
  expect([shapeOf(running)]).toMatchObject([shapeOf(SUMMARY)]);
  expect(running).toMatchObject({ jobType: 'Restore', jobEndTime: 0 });
  const { body } = await it.ask('POST', '/JobDetails', { jobId: 8_163_493, showAttempt: true });
  expect({ body: shapeOf(body) }).toMatchObject({ body: shapeOf(detailsOf(guid)) });
  expect(body).toMatchObject({ job: { jobDetail: { generalInfo: { priority: -999 } } } });
});
