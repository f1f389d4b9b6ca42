import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { review as words } from '#src/strings/review.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import type { RequestViewProps, SelectionsProps } from '#src/wizard/review/ReviewDetails.tsx';
import type { OpenTab, ReviewTab } from '#src/wizard/task.ts';

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  tab: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderBottom: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [NARROW]: { minHeight: '44px' },
  },
  open: {
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  count: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    // Only forced colors draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase200,
  },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const Selections = lazyPart(
  () => import('#src/wizard/review/ReviewDetails.tsx'),
  (code) => code.Selections,
);

const RequestView = lazyPart(
  () => import('#src/wizard/review/ReviewDetails.tsx'),
  (code) => code.RequestView,
);

interface ReviewTabsProps {
  readonly tabs: OpenTab;
  /** How many checks there are; null: they aren't counted. */
  readonly count: number | null;
  /** Beside the tabs, whichever is open: what the checks come to. */
  readonly end?: ReactNode;
  readonly renderChecks: () => ReactNode;
  readonly selections: () => SelectionsProps;
  readonly request: () => RequestViewProps;
  /** Left out: no client but this one can start it. */
  readonly renderCommands?: () => ReactNode;
}

const TABS: readonly ReviewTab[] = ['checks', 'selections', 'request', 'commands'];

/** What stands below the picture: the checks, and what is looked up when it is needed. */
export function ReviewTabs(props: ReviewTabsProps) {
  const { count, end } = props;
  const { open, setOpen } = props.tabs;
  const styles = useStyles();
  const id = useId();
  const shown = TABS.filter((tab) => tab !== 'commands' || props.renderCommands !== undefined);
  const go = (event: KeyboardEvent): void => {
    const to = TO[event.key];
    const tab = to && shown.at(to(shown.indexOf(open), shown.length));
    if (tab === undefined) return;
    event.preventDefault();
    setOpen(tab);
    document.getElementById(`${id}-${tab}`)?.focus();
  };
  return (
    <>
      <div className={styles.head}>
        <div role="tablist" aria-label={words.tabList} className={styles.tabs}>
          {shown.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`${id}-${tab}`}
              aria-selected={tab === open}
              aria-controls={`${id}-panel`}
              tabIndex={tab === open ? 0 : -1}
              className={mergeClasses(styles.tab, tab === open && styles.open)}
              onClick={() => setOpen(tab)}
              onKeyDown={go}
            >
              {words.tabs[tab]}
              {tab === 'checks' && count !== null && (
                <>
                  {' '}
                  <span className={styles.count}>{count}</span>
                </>
              )}
            </button>
          ))}
        </div>
        <div className={styles.end}>{end}</div>
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${open}`}
        className={styles.panel}
      >
        {drawn(open, props)}
      </div>
    </>
  );
}

function drawn(tab: ReviewTab, props: ReviewTabsProps): ReactNode {
  switch (tab) {
    case 'checks':
      return props.renderChecks();
    case 'selections':
      return (
        <Part what={words.late.selections} waiting={words.loading}>
          <Selections {...props.selections()} />
        </Part>
      );
    case 'request':
      return (
        <Part what={words.late.request} waiting={words.loading}>
          <RequestView {...props.request()} />
        </Part>
      );
    case 'commands':
      return (
        <Part what={words.late.commands} waiting={words.loading}>
          {props.renderCommands?.()}
        </Part>
      );
  }
}

/** Where keys lead among tabs; after the last one comes the first. */
const TO: Readonly<Partial<Record<string, (at: number, all: number) => number>>> = {
  ArrowRight: (at, all) => (at + 1) % all,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: () => -1,
};
