import { makeStyles, tokens } from '@fluentui/react-components';
import type { Hit } from '#src/app/search/hit.ts';
import { HitState } from '#src/app/search/HitState.tsx';
import { Marked } from '#src/ui/Marked.tsx';

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 240px', minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  remark: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

export interface HitWordsProps {
  readonly hit: Hit;
  /** The words to mark. */
  readonly search: string;
}

/** What a result is called, what tells it from others of its name, and its status. */
export function HitWords({ hit: { title, remark, state }, search }: HitWordsProps) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.words}>
        <span className={styles.title}>
          <Marked text={title} search={search} />
        </span>
        {remark !== '' && (
          <span className={styles.remark}>
            <Marked text={remark} search={search} />
          </span>
        )}
      </span>
      {state !== undefined && <HitState state={state} />}
    </>
  );
}
