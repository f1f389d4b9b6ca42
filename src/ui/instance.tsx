import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { type ReactNode, useId } from 'react';
import { noteOpened, type OpenedInstance } from '#src/lib/recent-instances.ts';
import type { Instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { restoreOptions as menu } from '#src/strings/choices.ts';
import { RestoreMenu, type RestoreMenuProps } from '#src/ui/RestoreMenu.tsx';
import { Grid, type GridProps } from '#src/ui/grid/Grid.tsx';
import { HEAD_PX, ROW_PX } from '#src/ui/grid/styles.ts';
import { useMedia } from '#src/ui/hooks.ts';
import { NO_FACTS_BESIDE, usePartStyles } from '#src/ui/styles.ts';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';
import {
  CommandBar,
  PageHeader,
  ReadAgo,
  RefreshButton,
  SectionHeading,
  instanceCrumbs,
} from '#src/ui/page.tsx';
import { Name } from '#src/ui/text.tsx';

const IN_COLUMNS = {
  gridTemplateColumns: 'repeat(auto-fill, minmax(176px, 1fr))',
  columnGap: tokens.spacingHorizontalL,
} as const;

/** Facts stand one below the other in the panel, and in columns where it is as wide as the page. */
export const useFactStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    [NO_FACTS_BESIDE]: IN_COLUMNS,
    '@media (max-width: 639px)': IN_COLUMNS,
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignContent: 'start',
    [NO_FACTS_BESIDE]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

interface VaultLinkProps {
  /** The vault as addresses have it. */
  readonly address: string;
  readonly name: string;
}

/** The way to the vault that keeps the points. */
export function VaultLink({ address, name }: VaultLinkProps) {
  return (
    <RouterLink to="/vaults/$vaultId" params={{ vaultId: address }}>
      {name}
    </RouterLink>
  );
}

interface InstanceHeaderProps {
  readonly name: string;
  /** Its datasource in the address of the list; left out: the list shows it by itself. */
  readonly datasource?: string;
  /** What tells it from others of its name; undefined: not read. */
  readonly about:
    | {
        readonly before: readonly string[];
        readonly vault: { readonly address: string; readonly name: string };
        readonly after: readonly string[];
      }
    | undefined;
  readonly isReading: boolean;
  readonly actions?: ReactNode;
}

/** Where one is: the backup instance, and what tells it from others of its name. */
export function InstanceHeader(props: InstanceHeaderProps) {
  const { name, datasource, about, isReading, actions } = props;
  const notRead = isReading ? common.reading(words.what) : common.absence.notRead;
  return (
    <PageHeader
      title={name}
      actions={actions}
      crumbs={instanceCrumbs(<Name isName>{name}</Name>, datasource)}
      subtitle={
        about === undefined ? (
          notRead
        ) : (
          <>
            {[...about.before.map(textInSentence), ''].join(words.separator)}
            <VaultLink {...about.vault} />
            {['', ...about.after.map(textInSentence)].join(words.separator)}
          </>
        )
      }
    />
  );
}

interface InstanceCommandsProps {
  /** What a restore starts from: the instance as addresses have it. */
  readonly search: { readonly instance: string; readonly view?: 'secondary' };
  readonly readAt: Instant | null;
  readonly onRefresh: () => void;
  /** It can't be restored, which the page says with its reason. */
  readonly isBlocked?: boolean;
  /** Why it can’t be restored now; left out: it can. */
  readonly held?: string | undefined;
  /** Ways to restore it, in a menu; left out: there is none. */
  readonly options?: RestoreMenuProps['options'];
  readonly blocked?: RestoreMenuProps['blocked'];
  /** Commands of its own, after Restore. */
  readonly children?: ReactNode;
}

/** What can be done with a backup instance. */
export function InstanceCommands(props: InstanceCommandsProps) {
  const { search, readAt, onRefresh, held, children } = props;
  const isBlocked = props.isBlocked === true || held !== undefined;
  const looks = { appearance: 'primary', icon: <ArrowUndo20Regular /> } as const;
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
      {isBlocked ? (
        <Button
          {...looks}
          disabledFocusable
          {...(held !== undefined && {
            title: held,
            'aria-label': menu.heldBack(common.restore, held),
          })}
        >
          {common.restore}
        </Button>
      ) : (
        <RouterButton {...looks} to="/restore/new" search={search} preload={false}>
          {common.restore}
        </RouterButton>
      )}
      {!isBlocked && (
        <RestoreMenu
          label={menu.menuOf}
          search={search}
          options={props.options}
          blocked={props.blocked}
        />
      )}
      {children}
      <RefreshButton onRefresh={onRefresh} />
    </CommandBar>
  );
}

const useStyles = makeStyles({
  // The panel comes first for who reads on, and stands at the right for who sees.
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    gridTemplateAreas: '"main facts"',
    flex: '1 0 auto',
    [NO_FACTS_BESIDE]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"facts" "main"',
      flex: '0 0 auto',
    },
    // On a phone the points come first: they are what one opens the page for.
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"main" "facts"',
      flex: '0 0 auto',
    },
  },
  facts: { gridArea: 'facts', display: 'grid' },
  main: {
    gridArea: 'main',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    paddingBlock: tokens.spacingVerticalL,
    minWidth: 0,
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    [NO_FACTS_BESIDE]: {
      paddingInline: tokens.spacingHorizontalXXL,
      borderLeft: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    '@media (max-width: 639px)': {
      paddingInline: tokens.spacingHorizontalL,
      borderLeft: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  // In a low window at least the heads and a few rows.
  points: { display: 'flex', flexDirection: 'column', maxHeight: 'max(70dvh, 320px)' },
});

interface InstanceLayoutProps {
  /** The panel that says what is protected. */
  readonly facts: ReactNode;
  /** Why the latest read failed, where what is shown is older; null when it did not. */
  readonly stale: string | null;
  readonly children: ReactNode;
}

/** How the page of a backup instance is laid out, whatever it is of. */
export function InstanceLayout({ facts, stale, children }: InstanceLayoutProps) {
  const styles = useStyles();
  const part = usePartStyles();
  return (
    <div className={styles.root}>
      <div className={styles.facts}>{facts}</div>
      <div className={styles.main}>
        {stale !== null && (
          <div className={part.inset}>
            <MessageBar intent="warning">
              <MessageBarBody>{words.stale(stale)}</MessageBarBody>
            </MessageBar>
          </div>
        )}
        {children}
      </div>
    </div>
  );
}

/** The panel that says what is protected. */
export function FactsPanel({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <aside className={styles.panel} aria-label={words.facts.title}>
      <SectionHeading level={2}>{words.facts.title}</SectionHeading>
      {children}
    </aside>
  );
}

interface FactGridProps {
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
}

/** Names and values: a list in a panel, columns where it is as wide as the page. */
export function FactGrid({ facts }: FactGridProps) {
  const styles = useFactStyles();
  return (
    <dl className={styles.list}>
      {facts.map(([term, value]) => (
        <div key={term} className={styles.fact}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>
            <Name>{value}</Name>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface SectionProps {
  /** With it the heading takes the focus when the part is gone to. */
  readonly id?: string;
  readonly title: string;
  /** What stands beside the heading. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page under its heading. */
export function Section({ id, title, beside, children }: SectionProps) {
  const styles = usePartStyles();
  const ownId = useId();
  return (
    <section aria-labelledby={id ?? ownId} className={styles.column}>
      <div className={mergeClasses(styles.inset, styles.line)}>
        <SectionHeading level={2} id={id ?? ownId}>
          {title}
        </SectionHeading>
        {beside}
      </div>
      {children}
    </section>
  );
}

/** The heading of the restore points on the page of any backup instance. */
export const POINTS_ID = 'restore-points';

/** A scroll bar's worth. */
const SLACK_PX = 4;
/** Rows in view; a part of the next says that there are more. */
const MOST_IN_VIEW = 7.5;

interface PointGridProps<Point> extends Omit<
  GridProps<Point>,
  'label' | 'count' | 'rowAt' | 'rowKey'
> {
  readonly points: readonly Point[];
  /** What opens over the list. */
  readonly children?: ReactNode;
}

/** The restore points of a backup instance: a few rows in view, so that what follows isn't far. */
export function PointGrid<Point extends { readonly name: string }>(props: PointGridProps<Point>) {
  const { points, children, ...grid } = props;
  const styles = useStyles();
  const isNarrow = !useMedia('(min-width: 640px)');
  const height = HEAD_PX + Math.min(points.length, MOST_IN_VIEW) * ROW_PX + SLACK_PX;
  return (
    <div className={styles.points} style={isNarrow ? undefined : { height }}>
      <Grid
        {...grid}
        label={words.points.title}
        count={points.length}
        rowAt={(index) => points[index]}
        rowKey={({ name }) => name}
      />
      {children}
    </div>
  );
}

/** Stores that a backup instance was opened, for the search: once its page is there. */
export function Opened({ id, name, place }: OpenedInstance) {
  return <span hidden ref={() => noteOpened({ id, name, place })} />;
}
