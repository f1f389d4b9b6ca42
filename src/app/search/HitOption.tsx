import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { Hit } from '#src/app/search/hit.ts';
import { HitState } from '#src/app/search/HitState.tsx';
import { Marked } from '#src/ui/Marked.tsx';
import { RouterOption } from '#src/ui/RouterLink.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    outlineOffset: '-2px',
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
  },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 240px', minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  remark: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

export interface HitOptionProps {
  readonly id: string;
  readonly hit: Hit;
  /** The words to mark. */
  readonly search: string;
  /** Set of the one that Enter opens. */
  readonly activeRef: Ref<HTMLAnchorElement> | undefined;
  readonly onPoint: () => void;
  readonly onFollow: () => void;
}

/** One result: an option of the list, and a link. */
export function HitOption({ id, hit, search, activeRef, onPoint, onFollow }: HitOptionProps) {
  const styles = useStyles();
  const isActive = activeRef !== undefined;
  return (
    <RouterOption
      {...hit.link}
      id={id}
      ref={activeRef}
      aria-selected={isActive}
      className={mergeClasses(styles.root, isActive && styles.active)}
      onPointerMove={onPoint}
      onClick={onFollow}
    >
      <span className={styles.words}>
        <span className={styles.title}>
          <Marked text={hit.title} search={search} />
        </span>
        {hit.remark !== '' && (
          <span className={styles.remark}>
            <Marked text={hit.remark} search={search} />
          </span>
        )}
      </span>
      {hit.state !== undefined && <HitState state={hit.state} />}
    </RouterOption>
  );
}
