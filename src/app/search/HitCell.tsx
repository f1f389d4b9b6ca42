import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import type { Hit } from '#src/app/search/hit.ts';
import { RouterAnchor } from '#src/ui/links.tsx';

const useStyles = makeStyles({
  wide: { flex: '1 1 auto', minWidth: 0 },
  link: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    height: '100%',
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
    outlineOffset: '-2px',
  },
  hit: {
    textDecorationLine: 'none',
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
  },
});

export interface HitCellProps {
  readonly id: string;
  readonly link: Hit['link'];
  /** Its name, where its words alone don't tell it from others. */
  readonly label?: string;
  /** It has all the room that others leave. */
  readonly isWide?: boolean;
  /** Set of the one that Enter opens. */
  readonly activeRef: Ref<HTMLDivElement> | undefined;
  readonly onPoint: () => void;
  readonly onFollow: () => void;
  readonly children: ReactNode;
}

/** A cell of the results: a link. The focus stays in the field, which names the active cell. */
export function HitCell({ link, label, isWide = false, activeRef, ...props }: HitCellProps) {
  const styles = useStyles();
  const isActive = activeRef !== undefined;
  return (
    <div
      role="gridcell"
      id={props.id}
      ref={activeRef}
      aria-selected={isActive}
      aria-label={label}
      className={isWide ? styles.wide : undefined}
    >
      <RouterAnchor
        {...link}
        tabIndex={-1}
        aria-label={label}
        className={mergeClasses(styles.link, isWide && styles.hit, isActive && styles.active)}
        onPointerMove={props.onPoint}
        onClick={props.onFollow}
      >
        {props.children}
      </RouterAnchor>
    </div>
  );
}
