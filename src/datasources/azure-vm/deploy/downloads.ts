import { azCommand, type Command, powerShellCommand } from '#src/lib/command.ts';
import type { BlobPlace } from '#src/model/blob.ts';

/** The names that the downloaded files get. */
export const TEMPLATE_FILE = 'azuredeploy.json';
export const CONFIG_FILE = 'vmconfig.json';

/** One file that a job has left, and the name for its copy. */
export interface Download {
  readonly place: BlobPlace;
  readonly file: string;
}

/**
 * A command of the Azure CLI that downloads a file, with the person’s own sign-in and no account key
 * (Microsoft Learn, az storage blob download).
 */
export const azDownload = ({ place: { account, container, blob }, file }: Download): Command =>
  azCommand([
    'az storage blob download --auth-mode login',
    ['--account-name', account],
    ['--container-name', container],
    ['--name', blob],
    `--file ${file}`,
  ]);

/** The same for PowerShell (Microsoft Learn, Get-AzStorageBlobContent). */
export const powerShellDownload = ({
  place: { account, container, blob },
  file,
}: Download): Command =>
  powerShellCommand([
    'Get-AzStorageBlobContent -Context (New-AzStorageContext',
    ['-StorageAccountName', account],
    '-UseConnectedAccount)',
    ['-Container', container],
    ['-Blob', blob],
    `-Destination ${file}`,
  ]);
