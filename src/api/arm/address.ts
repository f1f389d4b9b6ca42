import { isSegment } from '#src/api/arm/hosts.ts';
import { type AddressReader, matching } from '#src/lib/address-values.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/**
 * Resource ids in the address bar. Azure's ids hold slashes; the part that tells two of a kind
 * apart is written with `~`, which no Azure name may contain.
 */

const INSTANCE =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.RecoveryServices\/vaults\/([^/]+)\/backupFabrics\/[^/]+\/protectionContainers\/([^/]+)\/protectedItems\/([^/]+)/i;
const JOB =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.RecoveryServices\/vaults\/([^/]+)(?:\/locations\/([^/]+))?\/backupJobs\/([^/]+)$/i;
const VAULT =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.RecoveryServices\/vaults\/([^/]+)$/i;
/** A Backup vault, or an instance or a job of one. */
const OF_DISKS =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.DataProtection\/backupVaults\/([^/]+)(?:\/(backupInstances|backupJobs)\/([^/]+))?$/i;

/** Stands in front of what is in a Backup vault: no subscription has that name. */
const DISKS = 'disks';

/**
 * Address of a backup instance: `subscription~group~vault~container~item`; of a disk
 * `disks~subscription~group~vault~instance`.
 */
export function instanceAddress(id: string): string {
  return addressOfDisks(id) ?? (INSTANCE.exec(id)?.slice(1, 6) ?? [id]).join('~');
}

/** The backup instance of an address; null when it is none. */
export function instanceFromAddress(address: string): ResourceId | null {
  return isOtherThanAzure(address) ? resourceId(address) : azureInstanceFromAddress(address);
}

/** Backup instance or disk of an address; null when it is none. */
export function azureInstanceFromAddress(address: string): ResourceId | null {
  if (isOfDisks(address)) return ofDisksFrom(address, 'backupInstances');
  const [subscription, group, vault, container, item, ...rest] = namesIn(address);
  if (!subscription || !group || !vault || !container || !item || rest.length > 0) return null;
  return resourceId(
    `${vaultPath(subscription, group, vault)}/backupFabrics/Azure/protectionContainers/${container}/protectedItems/${item}`,
  );
}

/** Backup instance of a machine by its address; null when it is none, or a disk. */
export function machineFromAddress(address: string): ResourceId | null {
  return isOfDisks(address) ? null : azureInstanceFromAddress(address);
}

/**
 * The address of a job: `subscription~group~vault~job`; in the secondary region `~region` behind it,
 * that of a Backup vault with `disks~` in front.
 */
export function jobAddress(id: string): string {
  const ofDisks = addressOfDisks(id);
  if (ofDisks !== null) return ofDisks;
  const [, subscription, group, vault, region, job] = JOB.exec(id) ?? [];
  if (job === undefined) return id;
  return [subscription, group, vault, job, region].filter((part) => part !== undefined).join('~');
}

/** The job of an address; null when it is none. */
export function jobFromAddress(address: string): ResourceId | null {
  if (isOtherThanAzure(address)) return resourceId(address);
  if (isOfDisks(address)) return ofDisksFrom(address, 'backupJobs');
  const [subscription, group, vault, job, region, ...rest] = namesIn(address);
  if (!subscription || !group || !vault || !job || rest.length > 0) return null;
  const place = region === undefined ? '' : `/locations/${region}`;
  return resourceId(`${vaultPath(subscription, group, vault)}${place}/backupJobs/${job}`);
}

/** The address of a vault: `subscription~group~vault`; of a Backup vault with `disks~` in front. */
export function vaultAddress(id: string): string {
  return addressOfDisks(id) ?? (VAULT.exec(id)?.slice(1, 4) ?? [id]).join('~');
}

/** The address of a job's vault. */
export function vaultAddressOfJob(id: string): string {
  return (
    addressOfDisks(id.replace(/\/backupJobs\/[^/]+$/i, '')) ??
    (JOB.exec(id)?.slice(1, 4) ?? [id]).join('~')
  );
}

/** The vault of an address; null when it is none. */
export function vaultFromAddress(address: string): ResourceId | null {
  if (isOtherThanAzure(address)) return resourceId(address);
  if (isOfDisks(address)) return ofDisksFrom(address, null);
  const [subscription, group, vault, ...rest] = namesIn(address);
  if (!subscription || !group || !vault || rest.length > 0) return null;
  return resourceId(vaultPath(subscription, group, vault));
}

/** The names that an address is made of; none where one of them could lead elsewhere in Azure. */
function namesIn(address: string): string[] {
  const names = address.split('~');
  return names.every(isSegment) ? names : [];
}

function vaultPath(subscription: string, group: string, vault: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${vault}`;
}

/** Ids that aren't Azure's start with their datasource and a colon, and are their own address. */
export const isOtherThanAzure = (address: string): boolean => /^[a-z][a-z0-9-]*:./.test(address);

const isOfDisks = (address: string): boolean => address.startsWith(`${DISKS}~`);

/** The address of a Backup vault or of what is in it; null for other ids. */
function addressOfDisks(id: string): string | null {
  const [, subscription, group, vault, , name] = OF_DISKS.exec(id) ?? [];
  if (vault === undefined) return null;
  return [DISKS, subscription, group, vault, name].filter((part) => part !== undefined).join('~');
}

/** What such an address means, as one of a kind; without a kind it is the vault. */
function ofDisksFrom(
  address: string,
  kind: 'backupInstances' | 'backupJobs' | null,
): ResourceId | null {
  const [, subscription, group, vault, name, ...rest] = namesIn(address);
  if (!subscription || !group || !vault || rest.length > 0) return null;
  const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.DataProtection/backupVaults/${vault}`;
  if (kind === null) return name === undefined ? resourceId(id) : null;
  return name ? resourceId(`${id}/${kind}/${name}`) : null;
}

/** The vault's id that a filter of an address holds; null when it is none. */
export function vaultIn(text: string): ResourceId | null {
  const [, , , , kind] = OF_DISKS.exec(text) ?? [];
  const isBackupVault = kind === undefined && OF_DISKS.test(text);
  return isBackupVault || VAULT.test(text) ? resourceId(text) : null;
}

/** The subscription's id that a filter of an address holds; null when it is none. */
export function subscriptionIn(text: string): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null;
}

/** Which part of all there is a list's address asks for. */
export const placesIn = ({ search, list }: AddressReader) => ({
  search,
  subscriptions: list('subscription', subscriptionIn),
  vaults: list('vault', vaultIn),
  regions: list('region', matching(/^[a-z0-9]+$/i)),
});
