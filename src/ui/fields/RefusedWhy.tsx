import { makeStyles, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { type Explanation, WhyAndInstead } from '#src/ui/explanation.tsx';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginInlineStart: '192px',
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
});

export interface RefusedWhyProps extends Pick<FieldTexts, 'label' | 'explainError'> {
  /** What refuses the field; undefined while nothing does. */
  readonly code: string | undefined;
}

/** Under a field that is refused: why, and what could stand there instead. */
export function RefusedWhy({ label, code, explainError }: RefusedWhyProps) {
  const styles = useStyles();
  const explain = code === undefined ? undefined : explainError?.(code);
  if (explain === undefined || isNothing(explain())) return null;
  return (
    <div className={styles.root}>
      <WhyAndInstead key={code} ask={wizard.explain.whyRefused(label)} explain={explain} />
    </div>
  );
}

const isNothing = ({ reasons, instead }: Explanation): boolean =>
  reasons.length === 0 && instead === null;
