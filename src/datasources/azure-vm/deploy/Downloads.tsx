import { Button } from '@fluentui/react-components';
import { blobPlace } from '#src/api/storage/blobs.ts';
import {
  azDeploy,
  azDownload,
  CONFIG_FILE,
  type DeployTarget,
  powerShellDownload,
  TEMPLATE_FILE,
} from '#src/datasources/azure-vm/deploy/downloads.ts';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template-of.ts';
import type { TemplateText } from '#src/datasources/azure-vm/deploy/use-template-text.ts';
import { now } from '#src/lib/clock.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { CommandText } from '#src/ui/CommandText.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { saveFile } from '#src/ui/save-file.ts';

const words = deploy.source;

export interface DownloadsProps {
  readonly left: LeftTemplate;
  /** What this page has of the template; null: nothing. */
  readonly text: string | null;
  readonly source: TemplateText;
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
