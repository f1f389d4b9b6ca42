import { expect, test } from 'vitest';
import { appsVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import {
  examplePoint,
  header,
  keysOf,
  type Manner,
  newMachine,
  onlyMachines,
  restored,
  statusAddress,
  validation,
  valueOf,
  versions,
} from '#src/mocks/testing-manners.ts';
import { restoreElsewhere } from '#src/mocks/testing-secondary.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';

/**
 * Azure's manners, azure-contract §13: answers (rows 13 to 19). Each test's name starts with its row's
 * number and first words. Those of Data Protection are in `manners-disks.test.ts`.
 */

const { old, present } = versions;
const jobsPath = `${exampleVault}/backupJobs?api-version=${present}`;

const rows: readonly Manner[] = [
  [
    '13 progressPercentage constant, tasks without times, PT0S',
    async () => {
      const azure = testAzure('recorded');
      const { job } = await restored(azure, present, newMachine);
      const read = () => valueOf(azure.get(job), 'properties', 'extendedInfo');
      const first = await read();
      azure.clock.add(7 * 60);
      const later = await read();
      expect(first).toHaveProperty('tasksList.0.status', 'InProgress');
      expect(later).toHaveProperty('tasksList.0.status', 'Completed');
      for (const info of [first, later]) {
        expect(info).toMatchObject({
          progressPercentage: 1,
          tasksList: [{ duration: 'PT0S' }, { duration: 'PT0S' }],
        });
        expect(info).not.toHaveProperty('estimatedRemainingDuration');
        expect(JSON.stringify(info)).not.toMatch(/"(startTime|endTime|taskExecutionDetails)"/);
      }
    },
  ],
  [
    '14 "Recovery point time " with a trailing blank, US date, no zone',
    async (azure) => {
      const time = await valueOf(
        azure.get(`${examplePoint}?api-version=${present}`),
        'properties',
        'recoveryPointTime',
      );
      expect(time).toMatch(/^2025-06-04T06:06:00\.\d{7}Z$/);
      const { job } = await restored(azure);
      const bag = await valueOf(azure.get(job), 'properties', 'extendedInfo', 'propertyBag');
      expect(bag).toHaveProperty(['Recovery point time '], '6/4/2025 6:06:00 AM');
      expect(bag).not.toHaveProperty(['Recovery point time']);
    },
  ],
  [
    '15 keys that come and go between polls',
    async (azure) => {
      const { job } = await restored(azure);
      const keys = async () => [
        ...keysOf(await valueOf(azure.get(job), 'properties')),
        ...keysOf(await valueOf(azure.get(job), 'properties', 'extendedInfo')),
      ];
      const going = ['actionsInfo', 'dynamicErrorMessage'];
      const running = await keys();
      azure.clock.add(24 * 3600);
      const ended = await keys();
      expect(running).toEqual(expect.arrayContaining(going));
      expect(running).not.toContain('endTime');
      expect(ended).toContain('endTime');
      for (const key of going) expect(ended).not.toContain(key);
    },
  ],
  [
    '15 null vs missing',
    async ({ get }) => {
      // Nothing to restore yet is null; what an old vault never learnt is missing.
      const items = `${appsVault}/backupProtectedItems?api-version=${present}&${onlyMachines} and friendlyName eq 'build-agent-04'`;
      const item = { lastRecoveryPoint: null, lastBackupTime: null };
      expect(await jsonOf(await get(items))).toMatchObject({ value: [{ properties: item }] });
      const vault = (id: string) => valueOf(get(`${id}?api-version=${present}`), 'properties');
      expect(await vault(appsVault)).not.toHaveProperty('restoreSettings');
      expect(await vault(prodVault)).toHaveProperty('restoreSettings');
      // A job leaves out what it does not know.
      expect(await (await get(jobsPath)).text()).not.toContain(':null');
    },
  ],
  [
    '16 job id = operation id now, different before; endTime year 1 while running',
    async (azure) => {
      const now = await restored(azure);
      expect(now.jobId).toBe(now.operationId);
      const before = await restored(azure, old);
      expect(before.jobId).not.toBe(before.operationId);
      const status = await statusAddress(azure);
      expect(await valueOf(azure.get(status), 'endTime')).toBe('0001-01-01T00:00:00');
    },
  ],
  [
    '17 operationsStatus / operationStatus / backupOperations',
    async (azure) => {
      const { status, operationId } = await restored(azure);
      expect(status).toContain(`/operationsStatus/${operationId}?`);
      const path = `${exampleVault}/backupOperations/${operationId}?api-version=${present}`;
      const vaultWide = await jsonOf(await azure.get(path));
      expect(vaultWide).toEqual(await jsonOf(await azure.get(status)));
      const change = await azure.send('PATCH', `${exampleVault}?api-version=${present}`, {
        properties: {
          restoreSettings: {
            crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Disabled' },
          },
        },
      });
      const address = header(change, 'azure-asyncoperation');
      expect(address).toContain(`${exampleVault}/operationStatus/`);
      expect(await valueOf(azure.get(address), 'status')).toBe('InProgress');
      // One letter more, and there is no such thing.
      const other = address.replace('operationStatus', 'operationsStatus');
      expect((await azure.get(other)).status).toBe(404);
    },
  ],
  [
    '17 backupValidateOperationsStatuses',
    async (azure) => {
      const path = `${exampleVault}/backupTriggerValidateOperation?api-version=${present}`;
      const address = header(await azure.send('POST', path, validation), 'azure-asyncoperation');
      expect(address).toContain(`${exampleVault}/backupValidateOperationsStatuses/`);
      expect(await valueOf(azure.get(address), 'status')).toBe('InProgress');
      azure.clock.add(10);
      expect(await valueOf(azure.get(address), 'status')).toBe('Succeeded');
    },
  ],
  [
    '17 backupCrrOperationsStatus',
    async (azure) => {
      const accepted = await restoreElsewhere(azure, 'app01');
      const address = header(accepted, 'azure-asyncoperation');
      expect(address).toContain('/locations/northeurope/backupCrrOperationsStatus/');
      expect(await valueOf(azure.get(address), 'status')).toBe('InProgress');
      azure.clock.add(90);
      expect(await valueOf(azure.get(address), 'status')).toBe('Succeeded');
    },
  ],
  [
    '18 validation problems inside a 200 (VM)',
    async (azure) => {
      const { restoreRequest } = validation.properties;
      const wrong = { ...restoreRequest, region: 'eastus' };
      const answer = await azure.send(
        'POST',
        `${exampleVault}/backupValidateOperation?api-version=${present}`,
        { ...validation, properties: { ...validation.properties, restoreRequest: wrong } },
      );
      expect(answer.status).toBe(200);
      expect(await valueOf(answer, 'validateOperationResponse')).toMatchObject({
        validationResults: [{ code: 'CloudInvalidInputError' }],
      });
    },
  ],
];

test.each(rows)('%s', async (_, holds) => {
  await expect(holds(testAzure('default'))).resolves.toBeUndefined();
});
