import { describe, expect, test } from 'vitest';
import { jobsQuestion } from '#src/api/recovery-services/job-lists.ts';
import { ALL_JOBS, type JobFilter, NEWEST_FIRST } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

const ALL: JobFilter = { ...ALL_JOBS, range: '24h' };
const questionFor = (filter: Partial<JobFilter>) =>
  jobsQuestion({ ...ALL, ...filter }, NEWEST_FIRST);
const vault = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v';

describe('the question for a list of jobs', () => {
  test('of all is the published one, of the last day', () => {
    expect(questionFor({}).split('\n')).toEqual([
      'recoveryservicesresources',
      "| where type in~ ('microsoft.recoveryservices/vaults/backupjobs', 'microsoft.dataprotection/backupvaults/backupjobs')",
      '| where todatetime(properties.startTime) > ago(1d)',
      "| where type =~ 'microsoft.recoveryservices/vaults/backupjobs' or properties.dataSourceType =~ 'Microsoft.Compute/disks'",
      '| order by todatetime(properties.startTime) desc, id asc',
      '| project id, name, type, properties',
    ]);
  });

  test('goes back as far as asked', () => {
    expect(questionFor({ range: '7d' })).toContain('ago(7d)');
    expect(questionFor({ range: '30d' })).toContain('ago(30d)');
  });

  test('keeps to states, operations and vaults', () => {
    const text = questionFor({
      statuses: ['failed', 'completedWithWarnings'],
      operations: ['Restore'],
      vaults: [resourceId(vault)],
    });
    expect(text).toContain(
      "properties.status in~ ('Failed', 'CompletedWithWarnings', 'SuccessWithWarning'",
    );
    expect(text).toContain("properties.operation in~ ('Restore')");
    expect(text).toContain(`id startswith '${vault}/'`);
  });

  test('keeps to a service, as a vault has jobs of others too', () => {
    const vm = questionFor({ providers: ['Microsoft.RecoveryServices'] });
    expect(vm).toContain("| where properties.backupManagementType =~ 'AzureIaasVM'");
    expect(vm).not.toContain('microsoft.dataprotection');
    const disk = questionFor({ providers: ['Microsoft.DataProtection'] });
    expect(disk).toContain("| where properties.dataSourceType =~ 'Microsoft.Compute/disks'");
    expect(disk).not.toContain('microsoft.recoveryservices');
  });

  test('keeps to one machine by its vault and its name', () => {
    const instance = resourceId(
      `${vault}/backupFabrics/Azure/protectionContainers/c;rg;web/protectedItems/VM;rg;web`,
    );
    expect(questionFor({ instance })).toContain(
      `| where id startswith '${vault}/' and properties.entityFriendlyName =~ 'web'`,
    );
  });

  test('keeps to one disk by its instance', () => {
    const bv =
      '/subscriptions/1/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/v';
    const instance = resourceId(`${bv}/backupInstances/d`);
    expect(questionFor({ instance })).toContain(
      `| where properties.backupInstanceId =~ '${instance}'`,
    );
  });

  test('searches machines, vaults and job ids for what was typed', () => {
    expect(questionFor({ search: "o'b" })).toContain(
      String.raw`tostring(properties.dataSourceName)) contains 'o\'b' or tostring(split(id, '/')[8]) contains 'o\'b' or name startswith 'o\'b'`,
    );
  });
});
