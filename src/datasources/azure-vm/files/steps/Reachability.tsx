import {
  checkScripts,
  DNS_PORT,
  DOWNLOADS,
  DOWNLOADS_PORT,
  SERVICE_PORT,
  serviceHost,
} from '#src/datasources/azure-vm/files/check-script.ts';
import { runner } from '#src/strings/files/runner.ts';
import { CopyBlock } from '#src/ui/CopyBlock.tsx';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = runner.reach;

export interface ReachabilityProps {
  /** The kind of system that runs the script; undefined while it isn't known. */
  readonly osType: 'Windows' | 'Linux' | undefined;
  /** The vault's geography; left out while no script is there that names it. */
  readonly geo?: string | null;
}

/** What must be reachable from where the script runs, with a check to copy. */
export function Reachability({ osType, geo = null }: ReachabilityProps) {
  const styles = useCommonStyles();
  const scripts = checkScripts(geo);
  return (
    <section className={styles.column}>
      <SectionHeading level={3}>{words.title}</SectionHeading>
      <KeyFacts
        facts={[
          [words.outbound(DOWNLOADS_PORT), words.downloads(DOWNLOADS)],
          [words.outbound(SERVICE_PORT), words.service(`https://${serviceHost(geo ?? '{geo}')}`)],
          [words.outbound(DNS_PORT), words.dns],
        ]}
      />
      {geo === null && <span>{words.geo}</span>}
      <span>{words.proxy}</span>
      <span>{words.check}</span>
      {osType !== 'Linux' && <CopyBlock label={words.powerShell} text={scripts.powerShell} />}
      {osType !== 'Windows' && <CopyBlock label={words.bash} text={scripts.bash} />}
    </section>
  );
}
