import { makeStyles, tokens } from '@fluentui/react-components';
import { piecesOf } from '#src/lib/match.ts';

const useStyles = makeStyles({
  // Underlined and bold, so that a hit is seen without any colour.
  hit: {
    color: 'inherit',
    backgroundColor: 'transparent',
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
  },
});

export interface MarkedTextProps {
  readonly text: string;
  /** The words that were searched for, folded. */
  readonly words: readonly string[];
}

/** A text in which the words of a search stand out. */
export function MarkedText({ text, words }: MarkedTextProps) {
  const styles = useStyles();
  return piecesOf(text, words).map((piece, index) =>
    piece.isHit ? (
      <mark key={index} className={styles.hit}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
