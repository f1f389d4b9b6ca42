import type { RestoreOption } from '#src/model/restore-option.ts';
import { restoreKinds, restoreOptions as words } from '#src/strings/choices.ts';

const kind = (option: keyof typeof restoreKinds): RestoreOption => ({
  text: restoreKinds[option],
  label: words.labels[option],
  search: { option },
});

/** The ways to use the backup of a VM. */
export const vmRestoreOptions: readonly RestoreOption[] = [
  kind('createVm'),
  kind('restoreDisks'),
  { ...kind('replaceDisks'), needsSource: words.needsSource },
  {
    text: words.files,
    label: words.recoverFiles,
    search: { task: 'recoverFiles' },
    isPrimaryOnly: true,
  },
];
