import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import type { Hit } from '#src/app/search/hits.ts';
import { common } from '#src/strings/common.ts';
import { searchResults } from '#src/strings/search.ts';
import { Marked } from '#src/ui/Marked.tsx';
import { JobStatusBadge, Status } from '#src/ui/Status.tsx';
import { RouterAnchor } from '#src/ui/links.tsx';

interface HitCellProps {
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
function HitCell({ link, label, isWide = false, activeRef, ...props }: HitCellProps) {
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

const words = searchResults.source;

interface HitStateProps {
  readonly state: NonNullable<Hit['state']>;
}

/** How a result stands: the job, or the machine that an instance protects. */
function HitState({ state }: HitStateProps) {
  if (state.kind === 'job') return <JobStatusBadge status={state.status} />;
  if (state.isSeen === null) return <Status tone="unknown">{words.notRead}</Status>;
  return state.isSeen ? <span>{words.seen}</span> : <Status tone="warning">{words.notSeen}</Status>;
}

interface HitWordsProps {
  readonly hit: Hit;
  /** The words to mark. */
  readonly search: string;
}

/** What a result is called, what tells it from others of its name, and its status. */
function HitWords({ hit: { title, remark, state }, search }: HitWordsProps) {
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

const useStyles = makeStyles({
  wide: { flex: '1 1 auto', minWidth: 0 },
  link: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    height: '100%',
    minHeight: '36px',
    '@media (max-width: 639px)': { minHeight: '44px' },
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
  // As in the lists: the name, and beside it what tells it from others of that name.
  words: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    flex: '1 1 240px',
    minWidth: 0,
    '@media (max-width: 639px)': { flexDirection: 'column' },
  },
  title: {
    minWidth: '112px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    '@media (min-width: 640px)': { flexShrink: 0, maxWidth: '50%' },
  },
  remark: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  root: { display: 'flex', alignItems: 'stretch' },
});

interface HitRowProps {
  readonly id: string;
  readonly hit: Hit;
  /** The words to mark. */
  readonly search: string;
  /** Key of the cell that Enter opens. */
  readonly active: string | null;
  /** Given to that cell. */
  readonly activeRef: Ref<HTMLDivElement>;
  readonly onPoint: (key: string) => void;
  readonly onFollow: () => void;
}

/** One result, and the way to a restore of it beside it. */
export function HitRow({ id, hit, search, active, activeRef, onPoint, onFollow }: HitRowProps) {
  const styles = useStyles();
  const cell = (key: string): Omit<HitCellProps, 'link' | 'id' | 'children'> => ({
    activeRef: key === active ? activeRef : undefined,
    onPoint: () => onPoint(key),
    onFollow,
  });
  const { restore } = hit;
  return (
    <div role="row" className={styles.root}>
      <HitCell {...cell(hit.key)} link={hit.link} id={id} isWide>
        <HitWords hit={hit} search={search} />
      </HitCell>
      {restore !== undefined && (
        <HitCell
          {...cell(restore.key)}
          link={restore.link}
          id={`${id}-restore`}
          label={restore.label}
        >
          {common.restore}
        </HitCell>
      )}
    </div>
  );
}
