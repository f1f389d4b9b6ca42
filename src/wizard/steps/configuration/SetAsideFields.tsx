import { makeStyles } from '@fluentui/react-components';
import { type KeptField, setAsideOf } from '#src/wizard/draft/set-aside.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { SetAsideNote } from '#src/ui/SetAsideNote.tsx';

const useStyles = makeStyles({
  root: { marginInlineStart: '192px', '@media (max-width: 639px)': { marginInlineStart: 0 } },
});

export interface SetAsideFieldsProps {
  readonly view: DraftView;
  readonly fields: readonly KeptField[];
}

/** In the place of fields that are not there: what was chosen in them, and the way back. */
export function SetAsideFields({ view, fields }: SetAsideFieldsProps) {
  const styles = useStyles();
  const here = setAsideOf(view).filter(({ field }) => fields.includes(field));
  return here.map(({ field, text, wayBack }) => (
    <div key={field} className={styles.root}>
      <SetAsideNote text={text} wayBack={wayBack()} />
    </div>
  ));
}
