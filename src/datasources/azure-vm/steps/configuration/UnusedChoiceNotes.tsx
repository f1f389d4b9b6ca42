import { useCommonStyles } from '#src/ui/common-styles.ts';
import { type TargetField, unusedChoicesOf } from '#src/datasources/azure-vm/not-used.tsx';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { UnusedChoiceNote } from '#src/ui/UnusedChoiceNote.tsx';

export interface UnusedChoiceNotesProps {
  readonly view: DraftView;
  readonly fields: readonly TargetField[];
}

/** Replaces hidden fields: what was selected in them, and how to use it. */
export function UnusedChoiceNotes({ view, fields }: UnusedChoiceNotesProps) {
  const styles = useCommonStyles();
  const here = unusedChoicesOf(view).filter(({ field }) => fields.includes(field));
  return here.map(({ field, text, instead }) => (
    <div key={field} className={styles.belowControl}>
      <UnusedChoiceNote text={text} instead={instead()} />
    </div>
  ));
}
