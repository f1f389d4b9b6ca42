import { makeStyles, tokens } from '@fluentui/react-components';
import { setAside as words } from '#src/strings/set-aside.ts';
import { Status } from '#src/ui/Status.tsx';
import { goneChoices } from '#src/wizard/draft/gone.ts';
import { setAsideOf } from '#src/wizard/draft/set-aside.ts';
import { placeNamed } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { takenBackLine } from '#src/wizard/draft/taken-back.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { SetAsideNote } from '#src/ui/SetAsideNote.tsx';

const useStyles = makeStyles({
  title: {
    margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

export interface NotUsedProps {
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** Everything that was chosen and that the restore does not use: why, and the way back. Nothing where there is none. */
export function NotUsed({ view, goTo }: NotUsedProps) {
  const styles = useStyles();
  const { takenBack } = view.draft;
  const aside = setAsideOf(view);
  const gone = goneChoices(view);
  if (aside.length + gone.length + takenBack.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>{words.title}</h3>
      <ul className={styles.list}>
        {aside.map(({ field, text, wayBack }) => (
          <li key={field}>
            <SetAsideNote
              text={text}
              wayBack={wayBack()}
              onBack={() => {
                const place = placeNamed(field);
                if (place !== null) goTo(place.step, place.field);
              }}
            />
          </li>
        ))}
        {[...gone.map(({ text }) => text), ...takenBack.map(takenBackLine)].map((text) => (
          <li key={text}>
            <Status tone="warning">{text}</Status>
          </li>
        ))}
      </ul>
    </>
  );
}
