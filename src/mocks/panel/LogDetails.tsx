import { makeStyles, tokens } from '@fluentui/react-components';
import type { LogLine } from '#src/mocks/panel/log-lines.ts';
import { detailsOf } from '#src/mocks/panel/log-text.ts';
import { CopyText } from '#src/ui/CopyText.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  term: { color: tokens.colorNeutralForeground3 },
});

/** What a line of the log keeps to itself until it is pressed; ids can be copied. */
export function LogDetails({ line }: { readonly line: LogLine }) {
  const styles = useStyles();
  return (
    <ul className={styles.root}>
      {detailsOf(line).map(({ term, text, isId }) => (
        <li key={term}>
          {isId === true ? (
            <CopyText label={term} text={text} />
          ) : (
            <>
              <span className={styles.term}>{term}</span> {text}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
