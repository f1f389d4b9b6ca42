import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, use } from 'react';
import { markedTexts, wordsOf } from '#src/lib/match.ts';
import { shownText } from '#src/lib/visible-text.ts';

const useStyles = makeStyles({
  // Underlined and bold, so that a hit is visible without any color.
  mark: {
    backgroundColor: 'transparent',
    color: 'inherit',
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
  },
});

interface MarkedProps {
  readonly text: string;
  /** What was searched for, each word for itself; empty marks nothing. */
  readonly search: string;
}

/** A text in which what was searched for stands out; as harmless as a `Name`. */
export function Marked({ text, search }: MarkedProps) {
  const styles = useStyles();
  const shown = shownText(text);
  const pieces = markedTexts(shown.text, wordsOf(search)).map((piece) =>
    piece.isHit ? (
      <mark key={piece.at} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
  return shown.isIsolated ? <bdi title={shown.whole}>{pieces}</bdi> : pieces;
}

/** What a list is searched for. */
export const SearchContext = createContext('');

/** A text of a row in which what the list is searched for stands out: typing renders this, and not the row. */
export function SearchMarked({ text }: { readonly text: string }) {
  return <Marked text={text} search={use(SearchContext)} />;
}
