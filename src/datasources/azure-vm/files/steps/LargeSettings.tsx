import {
  LARGE_ON_LINUX,
  LARGE_ON_WINDOWS,
} from '#src/datasources/azure-vm/files/large-settings.ts';
import { isWarned } from '#src/datasources/azure-vm/files/warned.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { runner } from '#src/strings/files/runner.ts';
import { CopyBlock } from '#src/ui/CopyBlock.tsx';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = runner.large;

/** What to change where many or very large disks are mounted; nothing for any other point. */
export function LargeSettings({ view }: { readonly view: FileView }) {
  const styles = useCommonStyles();
  const osType = view.facts.vm?.osType;
  if (!isWarned(view, 'files.large-disks')) return null;
  return (
    <section className={styles.column}>
      <SectionHeading level={3}>{words.title}</SectionHeading>
      <span>{words.when}</span>
      {osType !== 'Linux' && (
        <>
          <CopyBlock label={words.windows} text={LARGE_ON_WINDOWS} />
          <span>{words.windowsAfter}</span>
        </>
      )}
      {osType !== 'Windows' && (
        <>
          <span>{words.linuxWhere}</span>
          <CopyBlock label={words.linux} text={LARGE_ON_LINUX} />
        </>
      )}
    </section>
  );
}
