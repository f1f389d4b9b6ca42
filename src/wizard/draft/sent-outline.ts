import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { draftOfJob, sentChoicesOf } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { isCertain } from '#src/wizard/draft/submission.ts';

/**
 * The outline of a restore by what this browser sent for its job. Null: it was sent elsewhere, or with an earlier
 * press, whose choices aren't kept, or only a person says that it is the job.
 */
export function sentOutline(jobId: string): RestoreOutline | null {
  const draft = draftOfJob(jobId);
  if (draft?.submission.state !== 'job') return null;
  const { foundBy } = draft.submission;
  if (foundBy === 'earlierId') return null;
  return isCertain(draft.submission) || foundBy === 'target' ? outlineOf(draft) : null;
}

/** By the names that the fields of the datasources share. Null: nothing of it was chosen there. */
function outlineOf(draft: Draft): RestoreOutline | null {
  const choices = sentChoicesOf(draft);
  const textIn = (field: string): string | null => {
    const value = choices[field];
    return typeof value === 'string' ? value : null;
  };
  const vm = { name: textIn('vmName'), group: null };
  if (choices.datasource === 'azure-disk') {
    return { kind: 'createDisk', name: textIn('diskName'), group: null };
  }
  switch (textIn('option')) {
    case 'createVm':
      return { kind: 'createVm', ...vm };
    case 'restoreDisks': {
      // Unmanaged disks become files in a storage account.
      const group = choices['restoreAsManaged'] === true ? textIn('rg') : null;
      return { kind: 'restoreDisks', name: null, group };
    }
    case 'replaceDisks':
      return { kind: 'replaceDisks', name: null, group: null };
    default:
      return vm.name === null ? null : { kind: null, ...vm };
  }
}
