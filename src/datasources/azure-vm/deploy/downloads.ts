import { azCommand, type Command, powerShellCommand } from '#src/lib/command.ts';
import { isoText, type Instant, instant } from '#src/lib/time.ts';
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

/** The resource group that a template is deployed to, by its name. */
export interface DeployTarget {
  readonly subscriptionId: string;
  readonly group: string;
}

/** How long the link to the template is good for. */
const LINK_FOR_MS = 3_600_000;

/**
 * A command that deploys the template to a resource group (Microsoft Learn, az deployment group create). It is
 * read with a link of its own, which a person signs without the account's key. Null where the address is not
 * one of a blob.
 */
export function azDeploy(target: DeployTarget, address: string, at: Instant): Command | null {
  if (!/^https:\/\/[\w.-]+(\/[\w.%-]+)+$/.test(address)) return null;
  const expiry = `${isoText(instant(at + LINK_FOR_MS)).slice(0, 16)}Z`;
  const link = azCommand([
    'az storage blob generate-sas',
    ['--blob-url', address],
    `--permissions r --expiry ${expiry} --auth-mode login --as-user --full-uri --output tsv`,
  ]);
  if (!link.ok) return link;
  return azCommand([
    'az deployment group create',
    ['--subscription', target.subscriptionId],
    ['--resource-group', target.group],
    `--template-uri "$(${link.value})"`,
  ]);
}
