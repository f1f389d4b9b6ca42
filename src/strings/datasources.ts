import { listText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Names of the datasources, as their documents print them. */
export const datasources = {
  'azure-vm': 'Azure Virtual machines',
  'azure-disk': 'Azure Disks',
} as const;

export const { notLoaded, notHere } = sentences({
  /** Names are of datasources whose code did not load. */
  notLoaded: (names: readonly string[]) =>
    `Couldn’t load ${listText(names)}. Reload the page to try again.`,
  /** A datasource of another build, by its id. */
  notHere: (id: string) =>
    `This Restore Center doesn’t have the datasource “${id}”, so it can’t restore its backups.`,
});

/** The service that backs them up and restores them, as a sentence names it. */
export const azure = 'Azure';

/** The name of the datasource. */
export const commvaultName = 'Commvault (Azure VM)';

/** The service that backs up and restores, as a sentence names it. */
export const commvault = 'Commvault';
