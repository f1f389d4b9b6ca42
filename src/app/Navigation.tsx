import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClipboardTask20Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { Drafts20Regular } from '@fluentui/react-icons/svg/drafts';
import { Home20Regular } from '@fluentui/react-icons/svg/home';
import { Scales20Regular } from '@fluentui/react-icons/svg/scales';
import { Server20Regular } from '@fluentui/react-icons/svg/server';
import { Vault20Regular } from '@fluentui/react-icons/svg/vault';
import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { now } from '#src/lib/clock.ts';
import { offsetText, timeZoneText } from '#src/lib/format.ts';
import { common } from '#src/strings/common.ts';
import { shell } from '#src/strings/shell.ts';
import { UNSEEN } from '#src/ui/styles.ts';
import { useStoredSearch } from '#src/ui/stored-search.ts';

const useStyles = makeStyles({
  root: {
    width: '220px',
    height: '100%',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { width: '100%', height: 'auto' },
  },
  rail: {
    width: '48px',
    '@media (max-width: 639px)': { width: '100%' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '38px',
    paddingInline: '10px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '&[aria-current="page"]': {
      fontWeight: tokens.fontWeightSemibold,
      backgroundColor: tokens.colorNeutralBackground1Selected,
      boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
      '@media (forced-colors: active)': {
        color: 'HighlightText',
        backgroundColor: 'Highlight',
        forcedColorAdjust: 'none',
      },
    },
  },
  // On a wide screen the bar names it; a rail has no room for it.
  zone: { '@media (min-width: 768px)': { display: 'none' } },
  zoneInRail: { '@media (min-width: 640px)': { display: 'none' } },
  icon: { display: 'inline-flex', flexShrink: 0 },
  // Between rail and full list only the icon shows; its name stays for screen readers and as a tooltip.
  railName: {
    ...UNSEEN,
    '@media (max-width: 639px)': {
      position: 'static',
      width: 'auto',
      height: 'auto',
      clipPath: 'none',
    },
  },
});

const PLACES = [
  { to: '/', name: common.overview, icon: <Home20Regular /> },
  { to: '/instances', name: common.backupInstances, icon: <Server20Regular /> },
  { to: '/jobs', name: common.backupJobs, icon: <ClipboardTask20Regular /> },
  { to: '/drafts', name: common.drafts, icon: <Drafts20Regular /> },
  { to: '/vaults', name: common.vaults, icon: <Vault20Regular /> },
  { to: '/rules', name: common.constraints, icon: <Scales20Regular /> },
] as const;

interface PlaceLinkProps
  extends
    Pick<(typeof PLACES)[number], 'to'>,
    Pick<ComponentProps<'a'>, 'title' | 'onClick' | 'children'> {
  readonly isSettled: boolean;
}

/** A list opens as the person left it. */
function PlaceLink({ isSettled, ...props }: PlaceLinkProps) {
  const styles = useStyles();
  const search = useStoredSearch(isSettled ? props.to : '');
  return (
    <Link
      search={search}
      // What is filtered is the same place.
      activeOptions={{ exact: props.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      className={styles.link}
      {...props}
    />
  );
}

interface NavigationProps {
  /** Whether clock and storage may be read. */
  readonly isSettled: boolean;
  readonly isRail: boolean;
  readonly onFollow: () => void;
}

/** The pages that are always one press away. */
export function Navigation({ isSettled, isRail, onFollow }: NavigationProps) {
  const styles = useStyles();
  return (
    <nav
      aria-label={common.navigation}
      className={mergeClasses(styles.root, isRail && styles.rail)}
    >
      <ul className={styles.list}>
        {PLACES.map(({ to, name, icon }) => (
          <li key={to}>
            <PlaceLink
              isSettled={isSettled}
              to={to}
              title={isRail ? name : undefined}
              onClick={onFollow}
            >
              <span className={styles.icon} aria-hidden>
                {icon}
              </span>
              <span className={mergeClasses(isRail && styles.railName)}>{name}</span>
            </PlaceLink>
          </li>
        ))}
        {isSettled && (
          <li className={mergeClasses(styles.zone, isRail && styles.zoneInRail)}>
            <Link to="/settings" className={styles.link} onClick={onFollow}>
              {shell.timeZone(offsetText(now()), timeZoneText())}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
