import type { FileStepId } from '#src/datasources/azure-vm/files/fields.ts';
import { type FileView, warningsIn } from '#src/datasources/azure-vm/files/model.ts';
import { disksInstead } from '#src/datasources/azure-vm/files/plan.ts';
import { countText } from '#src/lib/format.ts';
import { mostToCopyGiB } from '#src/model/file-recovery.ts';
import { runner } from '#src/strings/file-runner.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterButton } from '#src/ui/links.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import type { RemarksProps } from '#src/wizard/task.ts';

const words = runner.remarks;

/** What a file recovery is good for, what is to be watched out for in a step, and the other way to the files. */
export function FileRemarks({ step, view }: RemarksProps<FileView, FileStepId>) {
  const styles = useCommonStyles();
  const disks = disksInstead(view);
  if (disks === null || step === 'datasource' || step === 'instance') return null;
  const most = mostToCopyGiB(view.facts.vm?.diskSizesGiB);
  // The size is in the sentence above.
  const warnings = warningsIn(view, step).filter(({ id }) => id !== 'files.size');
  return (
    <Notice
      {...(warnings.length > 0 && { intent: 'warning' as const })}
      title={words.title}
      actions={
        <RouterButton size="small" to="/restore/new" search={disks} preload={false}>
          {words.instead}
        </RouterButton>
      }
    >
      <div>
        {most !== null && words.sizes(countText(most))} {words.copy} {words.insteadWhy}
      </div>
      {warnings.length > 0 && (
        <ul className={styles.bullets}>
          {warnings.map((rule) => (
            <li key={rule.id}>{sayOf(rule)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
