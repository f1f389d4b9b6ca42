import { makeStyles, tokens } from '@fluentui/react-components';
import { vaults } from '#src/strings/vaults.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  source: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface DocumentSentencesProps {
  readonly sentences: readonly string[];
  /** The heading of document 000 under which it stands. */
  readonly heading: string;
}

/** What document 000 says, sentence by sentence, and where in it. */
export function DocumentSentences({ sentences, heading }: DocumentSentencesProps) {
  const styles = useStyles();
  return (
    <>
      <ul className={styles.list}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <span className={styles.source}>{vaults.source(heading)}</span>
    </>
  );
}
