import { azCommand, type Command, powerShellCommand } from '#src/lib/command.ts';
import { ok } from '#src/lib/result.ts';
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
 * A command of the Azure CLI for each file, with the person’s own sign-in and no account key
 * (Microsoft Learn, az storage blob download).
 */
export const azDownloads = (downloads: readonly Download[]): Command =>
  lines(
    downloads.map(({ place: { account, container, blob }, file }) =>
      azCommand([
        'az storage blob download --auth-mode login',
        ['--account-name', account],
        ['--container-name', container],
        ['--name', blob],
        `--file ${file}`,
      ]),
    ),
  );

/** The same for PowerShell (Microsoft Learn, Get-AzStorageBlobContent). */
export const powerShellDownloads = (downloads: readonly Download[]): Command =>
  lines(
    downloads.flatMap(({ place: { account, container, blob }, file }) => [
      powerShellCommand([
        '$context = New-AzStorageContext',
        ['-StorageAccountName', account],
        '-UseConnectedAccount',
      ]),
      powerShellCommand([
        'Get-AzStorageBlobContent -Context $context',
        ['-Container', container],
        ['-Blob', blob],
        `-Destination ${file}`,
      ]),
    ]),
  );

/** Commands one below the other; the first that can’t be expressed stands for all. */
function lines(commands: readonly Command[]): Command {
  const texts: string[] = [];
  for (const command of commands) {
    if (!command.ok) return command;
    if (!texts.includes(command.value)) texts.push(command.value);
  }
  return ok(texts.join('\n'));
}
