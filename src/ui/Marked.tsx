import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: {
    backgroundColor: 'transparent',
    color: 'inherit',
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
  },
});

export interface MarkedProps {
  readonly text: string;
  /** What was searched for; empty marks nothing. */
  readonly search: string;
}

/** A text in which what was searched for stands out. */
export function Marked({ text, search }: MarkedProps) {
  const styles = useStyles();
  const at = search === '' ? -1 : text.toLowerCase().indexOf(search.toLowerCase());
  if (at === -1) return text;
  const end = at + search.length;
  return (
    <>
      {text.slice(0, at)}
      <mark className={styles.mark}>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}
