import { Button } from '@fluentui/react-components';
import { blobPlace } from '#src/api/blobs.ts';
import {
  CONFIG_FILE,
  type LeftTemplate,
  TEMPLATE_FILE,
  type TemplateReading,
} from '#src/datasources/azure-vm/deploy/template.ts';
import { now } from '#src/lib/clock.ts';
import { azCommand, type Command, powerShellCommand } from '#src/lib/command.ts';
import { instant, type Instant, isoText } from '#src/lib/time.ts';
import type { BlobPlace } from '#src/model/blob.ts';
import { deploy } from '#src/strings/deploy.ts';
import { CommandText } from '#src/ui/code.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { saveFile } from '#src/ui/dom.ts';

const words = deploy.source;

interface DownloadsProps {
  readonly left: LeftTemplate;
  /** What this page has of the template; null: nothing. */
  readonly text: string | null;
  readonly source: TemplateReading;
  readonly target: DeployTarget;
}

/** The files that the job has left: where they are, and how to get them. */
export function Downloads({ left, text, source, target }: DownloadsProps) {
  const { column } = useCommonStyles();
  const { saveConfig } = source;
  const config = left.config === null ? null : blobPlace(left.config);
  const deployment = target.group === '' ? null : azDeploy(target, left.address, now());
  const files = [
    { place: left.place, file: TEMPLATE_FILE },
    ...(config === null ? [] : [{ place: config, file: CONFIG_FILE }]),
  ];
  return (
    <details>
      <summary>{words.files}</summary>
      <div className={column}>
        <CopyText label={words.address} text={left.address} />
        {left.config !== null && <CopyText label={words.config} text={left.config} />}
        {files.map((one) => (
          <CommandText key={one.file} label={words.az(one.file)} command={azDownload(one)} />
        ))}
        {files.map((one) => (
          <CommandText
            key={one.file}
            label={words.powerShell(one.file)}
            command={powerShellDownload(one)}
          />
        ))}
        {deployment !== null && <CommandText label={words.azDeploy} command={deployment} />}
        {text !== null && (
          <Button onClick={() => saveFile(TEMPLATE_FILE, 'application/json', text)}>
            {words.download}
          </Button>
        )}
        {saveConfig !== null && (
          <Button disabledFocusable={source.isReading} onClick={saveConfig}>
            {words.downloadConfig}
          </Button>
        )}
      </div>
    </details>
  );
}

/** One file that a job has left, and the name for its copy. */
interface Download {
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
interface DeployTarget {
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
