import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The beginning of every ID of Commvault's: no ID of Azure's has it. The host ties an ID to its CommServe. */
const PREFIX = 'commvault:';
const VM = /^commvault:([^/]+)\/vm\/([0-9a-f-]+)$/i;
const JOB = /^commvault:([^/]+)\/job\/(\d+)$/i;

/** Whether an ID is one of Commvault's. */
export const isCommvaultId = (id: string): boolean => id.startsWith(PREFIX);

/** The ID of a VM by its GUID, which is Azure's `vmId`. */
export const commvaultVmId = (host: string, guid: string): ResourceId =>
  resourceId(`${PREFIX}${host}/vm/${guid.toLowerCase()}`);

/** The ID of a job by its number: a text in some answers and a number in others, so a text here. */
export const commvaultJobId = (host: string, number: string): ResourceId =>
  resourceId(`${PREFIX}${host}/job/${number}`);

/** A VM or a job as its CommServe names it. */
export interface CommvaultPlace {
  readonly host: string;
  /** The GUID of a VM, or the number of a job. */
  readonly name: string;
}

/** The VM of an ID; null: it is not the ID of one. */
export const vmOf = (id: string): CommvaultPlace | null => placeIn(VM, id);

/** The job of an ID; null: it is not the ID of one. */
export const jobOf = (id: string): CommvaultPlace | null => placeIn(JOB, id);

function placeIn(pattern: RegExp, id: string): CommvaultPlace | null {
  const [, host, name] = pattern.exec(id) ?? [];
  return host === undefined || name === undefined
    ? null
    : { host: host.toLowerCase(), name: name.toLowerCase() };
}
