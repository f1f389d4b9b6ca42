import { keysOf } from '#src/lib/data.ts';
import type { FileQuestion } from '#src/datasources/azure-vm/files/fields.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';

/** The questions about where the script runs that matter for the VM of a draft. Pure. */
export function questionsOf({
  facts,
  shown,
}: Pick<FileView, 'facts' | 'shown'>): ReadonlySet<FileQuestion | 'runnerSystem'> {
  const { osType, isManaged } = facts.vm ?? {};
  const isElsewhere = shown.isOnSource !== 'yes';
  const questions = {
    // The source machine has the system that it has.
    sourceSystem: isElsewhere && osType !== 'Linux',
    runnerSystem: isElsewhere || osType !== 'Windows',
    spannedVolumes: true,
    deduplicated: osType !== 'Linux',
    restrictedAccount: isManaged === false,
  };
  return new Set(keysOf(questions).filter((question) => questions[question]));
}
