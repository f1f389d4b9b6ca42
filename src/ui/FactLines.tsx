import { makeStyles, tokens } from '@fluentui/react-components';
import type { ExplainedFact } from '#src/ui/explanation.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Name } from '#src/ui/Name.tsx';

const useStyles = makeStyles({
  from: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface FactLinesProps {
  readonly facts: readonly ExplainedFact[];
}

/** Facts one below the other, each with where its value comes from, or with the way to know it. */
export function FactLines({ facts }: FactLinesProps) {
  const styles = useStyles();
  return facts.map(({ text, from, way }) => (
    <div key={text}>
      <div>
        <Name>{text}</Name>
      </div>
      {from !== null && <div className={styles.from}>{from}</div>}
      {way !== null && <LinkButton onClick={way.go}>{way.label}</LinkButton>}
    </div>
  ));
}
