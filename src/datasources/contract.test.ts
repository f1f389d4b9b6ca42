import { expect, test } from 'vitest';
import type { Datasource, Tasks } from '#src/datasources/datasource.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import type { DatasourceLists } from '#src/datasources/list.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';

/** Every member of the contract, with the datasources that have it: one that is added to a type is missed here. */

const vm = 'azure-vm';
const disk = 'azure-disk';
const commvault = 'commvault-vm';
const all = [vm, disk, commvault];

type Members<Part> = Readonly<Record<keyof Part, readonly string[]>>;

const ofDatasource: Members<Datasource> = {
  id: all,
  name: all,
  serviceName: all,
  word: all,
  owns: all,
  provider: [vm, disk],
  recoversFiles: [vm],
  jobSource: all,
  tasks: all,
  connection: [commvault],
  wayToJob: all,
  lists: all,
  jobSpec: all,
  instancePage: all,
  vaultPage: [vm, disk],
  whatHappened: [vm],
  machines: [vm, commvault],
  fit: [vm, commvault],
  search: all,
};
const ofTasks: Members<Tasks> = { restore: all, recoverFiles: [vm] };
const ofLists: Members<DatasourceLists> = {
  instances: all,
  restoreOptions: [vm],
  vaults: [vm, disk],
  secondary: [vm],
  jobs: [commvault],
};
const ofJobs: Members<JobSpec> = {
  Job: all,
  Unread: [commvault],
  cancelOf: all,
  instanceOf: all,
  choicesOf: all,
  stepText: all,
  afterwards: [vm],
  unusedAfter: [vm],
  tasks: [vm],
};

/** The members that the datasources really have, by the name of each. */
async function found(part: (datasource: Datasource) => Promise<object>) {
  const byName = new Map<string, string[]>();
  for (const [id, datasource] of DATASOURCES)
    for (const [name, member] of Object.entries(await part(datasource)))
      if (member !== undefined) byName.set(name, [...(byName.get(name) ?? []), id]);
  return Object.fromEntries(byName);
}

test.each([
  ['what every page knows', ofDatasource, async (datasource: Datasource) => datasource],
  ['tasks', ofTasks, async (datasource: Datasource) => datasource.tasks()],
  ['lists', ofLists, async (datasource: Datasource) => datasource.lists()],
  ['jobs', ofJobs, async (datasource: Datasource) => datasource.jobSpec()],
])('%s: each member of the contract is there where it should be', async (_, members, part) => {
  expect(await found(part)).toEqual(members);
});
