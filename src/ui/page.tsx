import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { Children, type ReactNode, useSyncExternalStore } from 'react';
import { roughDurationText } from '#src/lib/format.ts';
import { newListeners } from '#src/lib/listeners.ts';
import type { Instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { useTextBeside, useNow } from '#src/ui/hooks.ts';
import { NameLink, RouterButton } from '#src/ui/links.tsx';
import { Name } from '#src/ui/text.tsx';

/** What stands before a page's own name in the title of the tab: one text, or none. */
let titleState: readonly string[] = [];
const titleListeners = newListeners();

function setTitleState(next: readonly string[]): void {
  titleState = next;
  titleListeners.tell();
}

function keepTitleState(text: string): () => void {
  setTitleState([text]);
  return () => setTitleState([]);
}

/** Puts a text there for as long as the component is drawn; null: none. */
export const useTitlePrefix = (text: string | null): void => useTextBeside(text, keepTitleState);

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  inLine: { flexWrap: 'nowrap' },
  words: { flex: '1 1 auto', minWidth: 0 },
  crumbs: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '& li + li::before': { content: '"›"', marginRight: tokens.spacingHorizontalS },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
  subtitle: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  // Title and subtitle side by side, where every line of the page counts.
  compact: {
    paddingBottom: tokens.spacingVerticalS,
    '@media (max-width: 639px)': { flexWrap: 'nowrap', paddingBlock: 0 },
  },
  compactWords: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    // One below the other they are as high as the buttons beside them.
    '@media (max-width: 639px)': {
      flexDirection: 'column',
      flexWrap: 'nowrap',
      paddingBlock: '3px',
    },
  },
  compactSubtitle: {
    '@media (max-width: 639px)': {
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
    },
  },
  compactCrumbs: { flexBasis: '100%', '@media (max-width: 639px)': { display: 'none' } },
  compactTitle: {
    '@media (max-width: 639px)': {
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
    },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    minHeight: '40px',
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalS },
  },
  trailing: {
    marginInlineStart: 'auto',
    paddingInline: tokens.spacingHorizontalS,
  },
  readAgo: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    // Its place is there before what stands in it.
    display: 'inline-block',
    verticalAlign: 'top',
    minWidth: '104px',
    minHeight: '1lh',
    textAlign: 'end',
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface PageHeaderProps {
  readonly title: string;
  /** Links to the pages above, outermost first. */
  readonly crumbs?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** In as few lines as may be. */
  readonly isCompact?: boolean;
  /** The actions stay beside the title at every width. */
  readonly staysInLine?: boolean;
}

/** The head of every page: where one is, its title (which also names the tab), and what it is. */
export function PageHeader(props: PageHeaderProps) {
  const { title, crumbs, subtitle, actions, isCompact = false, staysInLine = false } = props;
  const styles = useStyles();
  const state = useSyncExternalStore(titleListeners.listen, () => titleState);
  return (
    <header
      className={mergeClasses(
        styles.header,
        isCompact && styles.compact,
        staysInLine && styles.inLine,
      )}
    >
      <title>{[...state, textInSentence(title), common.product].join(' - ')}</title>
      <div className={mergeClasses(styles.words, isCompact && styles.compactWords)}>
        {crumbs !== undefined && (
          <nav
            aria-label={common.breadcrumb}
            className={isCompact ? styles.compactCrumbs : undefined}
          >
            <ol className={styles.crumbs}>
              {Children.map(crumbs, (crumb) => (
                <li>
                  <Name>{crumb}</Name>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className={mergeClasses(styles.title, isCompact && styles.compactTitle)} tabIndex={-1}>
          <Name isName>{title}</Name>
        </h1>
        {subtitle !== undefined && (
          <div className={mergeClasses(styles.subtitle, isCompact && styles.compactSubtitle)}>
            <Name>{subtitle}</Name>
          </div>
        )}
      </div>
      {actions}
    </header>
  );
}

/** The first of a page's breadcrumbs. */
export function OverviewLink() {
  return <NameLink to="/">{common.overview}</NameLink>;
}

/** The breadcrumbs of what is one of the backup instances, which lists of one datasource show by themselves. */
export const instanceCrumbs = (here: ReactNode, datasource?: string): ReactNode => [
  <OverviewLink key="overview" />,
  <NameLink key="instances" to="/instances" search={{ datasource }}>
    {common.backupInstances}
  </NameLink>,
  <span key="here" aria-current="page">
    {here}
  </span>,
];

/** The way on to the list of backup instances. */
export function InstancesButton() {
  return <RouterButton to="/instances">{common.backupInstances}</RouterButton>;
}

/** The way on to the list of jobs. */
export function JobsButton() {
  return <RouterButton to="/jobs">{common.backupJobs}</RouterButton>;
}

interface CommandBarProps {
  /** What the commands are about, for screen readers. */
  readonly label: string;
  /** Subtle buttons, the main one first. */
  readonly children: ReactNode;
  /** What stands at the end, such as when the page was read. */
  readonly trailing?: ReactNode;
}

/** The commands of a page, under its head. */
export function CommandBar({ label, children, trailing }: CommandBarProps) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.bar}>
      {children}
      {trailing !== undefined && <span className={styles.trailing}>{trailing}</span>}
    </div>
  );
}

/** Seconds between two looks: less would be noise. */
const EVERY_MS = 5000;

/** When what is shown was read from Azure, on the product's clock; its place alone before the first read. */
export function ReadAgo({ at }: { readonly at: Instant | null }) {
  const styles = useStyles();
  const time = useNow(EVERY_MS);
  return (
    <span className={styles.readAgo}>
      {at !== null && common.readAgo(roughDurationText(time - at))}
    </span>
  );
}

interface RefreshButtonProps {
  readonly onRefresh: () => void;
  /** Without its name, which is in its title. */
  readonly isIcon?: boolean;
}

/** Reads again what a page shows. */
export function RefreshButton({ onRefresh, isIcon = false }: RefreshButtonProps) {
  const name = isIcon ? { 'aria-label': common.refresh, title: common.refresh } : {};
  return (
    <Button appearance="subtle" icon={<ArrowClockwise20Regular />} onClick={onRefresh} {...name}>
      {!isIcon && common.refresh}
    </Button>
  );
}

interface SectionHeadingProps {
  /** Its place in the page's outline; it looks the same at each. */
  readonly level: 2 | 3;
  /** With it the part can be gone to: its heading then takes the focus. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** The heading of a part of a page. */
export function SectionHeading({ level, id, children }: SectionHeadingProps) {
  const styles = useStyles();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading id={id} tabIndex={id === undefined ? undefined : -1} className={styles.heading}>
      {children}
    </Heading>
  );
}
