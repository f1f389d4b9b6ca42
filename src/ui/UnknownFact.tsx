import { makeStyles, tokens } from '@fluentui/react-components';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import type { Unknown } from '#src/ui/unknown.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

export interface UnknownFactProps {
  readonly unknown: Unknown;
}

/** Which fact is not known, why, and what can be done about it. */
export function UnknownFact({ unknown }: UnknownFactProps) {
  const styles = useStyles();
  const { fact, why, way } = unknown;
  return (
    <div className={styles.root}>
      <span>{`${fact}. ${why}`}</span>
      {way !== null && <LinkButton onClick={way.go}>{way.label}</LinkButton>}
    </div>
  );
}
