import type { JobSources } from '#src/api/queries/jobs.ts';
import { azureDisk } from '#src/datasources/azure-disk/index.ts';
import { azureVm } from '#src/datasources/azure-vm/index.ts';
import { commvaultVm } from '#src/datasources/commvault-vm/index.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import type { Datasource, FollowedWay, Tasks } from '#src/datasources/datasource.ts';
import { loadCode, loadOnce } from '#src/lib/load.ts';
import { wizardParts } from '#src/model/restore-option.ts';
import { notLoaded } from '#src/strings/datasources.ts';

const all: readonly Datasource[] = [azureVm, azureDisk, commvaultVm];

const here = new Map(all.map((datasource) => [datasource.id, datasource]));

/** The datasources by their ids, in the order in which they are offered. */
export const DATASOURCES: ReadonlyMap<string, Datasource> = here;

/** Leaves out a datasource whose service the deployment doesn't name, before anything is drawn. */
export function leaveOut(id: string): void {
  here.delete(id);
}

/** The datasource that an id of an instance, a vault or a job is of; undefined: there is none here. */
export function ownerOf(id: string): Datasource | undefined {
  return [...here.values()].find(({ owns }) => owns(id));
}

/** Loads code of a datasource for a page. @throws MissingCodeError that says whose code did not load. */
export async function codeOf<Code>({ name }: Datasource, load: () => Promise<Code>): Promise<Code> {
  return loadCode(load, notLoaded([name]));
}

/** The service that restores what a datasource lists; one that this build doesn't have goes by its id. */
export const serviceOf = (datasource: string): string =>
  DATASOURCES.get(datasource)?.serviceName ?? datasource;

/** The service that an instance, a vault or a job is of; of one that this build doesn't have, the first word of the id. */
export const serviceBehind = (id: string): string =>
  ownerOf(id)?.serviceName ?? id.split(':')[0] ?? id;

/** How jobs are read. */
export const JOB_SOURCES: JobSources = {
  of: async (id) => {
    const owner = ownerOf(id);
    if (owner === undefined) throw new Error(`No datasource of this build has the job ${id}.`);
    return codeOf(owner, owner.jobSource);
  },
  get all() {
    return [...here.values()].map(({ name, serviceName, jobSource }) => ({
      name,
      service: serviceName,
      load: jobSource,
    }));
  },
};

/** What each datasource knows of its jobs. */
export const JOB_SPECS = loadOnce<JobSpec>((id) => DATASOURCES.get(id)?.jobSpec);

/** The code of each datasource. */
export const LOADS = loadOnce<Tasks>((id) => DATASOURCES.get(id)?.tasks);

/** How the accepted requests of each wizard are followed. */
export const FOLLOWS = loadOnce<FollowedWay>((id) => {
  const parts = wizardParts(id);
  const datasource = DATASOURCES.get(parts.datasource);
  if (parts.task === undefined) return datasource?.wayToJob;
  const files = datasource?.recoversFiles;
  return files && (async () => ({ acceptedQuery: await files() }));
});
