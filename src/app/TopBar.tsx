import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { DarkTheme20Regular } from '@fluentui/react-icons/svg/dark-theme';
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation';
import { Settings20Regular } from '@fluentui/react-icons/svg/settings';
import type { RefObject } from 'react';
import { signedInHere } from '#src/api/arm/sign-in-state.ts';
import { SearchBar } from '#src/app/search/SearchBar.tsx';
import { chooseTheme, THEMES, useTheme } from '#src/app/theme.ts';
import { now } from '#src/lib/clock.ts';
import { offsetText, timeZoneText } from '#src/lib/format.ts';
import { common } from '#src/strings/common.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';

// Keeps the button's place, so that nothing in the bar moves when it comes.

const AccountButton = lazyPart(
  () => import('#src/app/account/AccountButton.tsx'),
  (code) => code.AccountButton,
);

interface AccountPlaceProps {
  readonly isSimulated: boolean;
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/** The account at the end of the top bar; nothing in a demo, which signs in no one. */
function AccountPlace({ isSimulated, buttonClass }: AccountPlaceProps) {
  const styles = useStyles();
  const signedIn = signedInHere();
  if (isSimulated) return null;
  const place = <span className={styles.place} />;
  if (signedIn === null) return place;
  return (
    <Part what={shell.account} buttonClass={buttonClass} waiting={place}>
      <AccountButton signedIn={signedIn} buttonClass={buttonClass} />
    </Part>
  );
}

const NARROW = '@media (max-width: 639px)';
/** Only wider ones have room for a zone such as UTC+05:30. */
const NO_ZONE = '@media (max-width: 767px)';

const useStyles = makeStyles({
  place: { width: '32px', flexShrink: 0 },
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    color: tokens.colorNeutralForegroundStaticInverted,
    backgroundColor: tokens.colorBrandBackgroundStatic,
    // Only forced colors draw this edge, where the tint is gone.
    borderBottom: `1px solid ${tokens.colorTransparentStroke}`,
    [NARROW]: { flexWrap: 'wrap', gap: 0 },
  },
  dark: {
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    [NARROW]: {
      fontSize: tokens.fontSizeBase200,
      marginInlineEnd: tokens.spacingHorizontalXS,
    },
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  // Beside the word for the simulation a small phone has no room for it.
  shortened: { '@media (max-width: 374px)': { display: 'none' } },
  // Keeps the bell's place, so that no button moves when it comes.
  bellPlace: { width: '32px', flexShrink: 0, [NARROW]: { width: '26px' } },
  space: { flex: '1 1 auto' },
  button: {
    // All of them stand on one line at 375 pixels.
    [NARROW]: { minWidth: '26px', maxWidth: '26px', paddingInline: '2px' },
    color: tokens.colorNeutralForegroundStaticInverted,
    ':hover': {
      color: tokens.colorNeutralForegroundStaticInverted,
      backgroundColor: tokens.colorBrandBackgroundHover,
    },
    ':hover:active': {
      color: tokens.colorNeutralForegroundStaticInverted,
      backgroundColor: tokens.colorBrandBackgroundPressed,
    },
  },
  zone: {
    // There is no room: the menu names it.
    [NO_ZONE]: { display: 'none' },
    flexShrink: 0,
    // Wide enough for any, so that nothing moves when it is known.
    minWidth: '64px',
    textAlign: 'center',
    // Each side by itself wins over the link's own `margin`.
    marginLeft: tokens.spacingHorizontalXS,
    marginRight: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForegroundStaticInverted,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForegroundStaticInverted },
  },
  badge: {
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralForegroundStaticInverted}`,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
});

// The bell is drawn when the page stands: its lists and toasts are not needed before.
const Notifications = lazyPart(
  () => import('#src/app/notifications/Notifications.tsx'),
  (code) => code.Notifications,
);

interface TopBarProps {
  /** Whether clock and storage may be read. */
  readonly isSettled: boolean;
  readonly isSimulated: boolean;
  readonly isSimulationOpen: boolean;
  readonly simulationButton: RefObject<HTMLButtonElement | null>;
  readonly onNavigation: () => void;
  readonly onSimulation: () => void;
}

/** The bar across the top: the product, whether it is simulated, and what belongs to every page. */
export function TopBar(props: TopBarProps) {
  const styles = useStyles();
  const { choice, isDark } = useTheme();
  const next = THEMES[(THEMES.indexOf(choice) + 1) % THEMES.length] ?? 'system';
  return (
    <header className={mergeClasses(styles.root, isDark && styles.dark)}>
      <Button
        appearance="transparent"
        className={styles.button}
        icon={<Navigation20Regular />}
        aria-label={shell.toggleNavigation}
        onClick={props.onNavigation}
      />
      <span className={mergeClasses(styles.name, props.isSimulated && styles.shortened)}>
        {common.product}
      </span>
      {props.isSimulated && <span className={styles.badge}>{common.simulated}</span>}
      <span className={styles.space} />
      <SearchBar isDark={isDark} buttonClass={styles.button} />
      <span className={styles.space} />
      {props.isSimulated && (
        <Button
          ref={props.simulationButton}
          appearance="transparent"
          className={styles.button}
          icon={<Beaker20Regular />}
          aria-label={common.openSimulation}
          aria-expanded={props.isSimulationOpen}
          onClick={props.onSimulation}
        />
      )}
      {props.isSettled ? (
        <>
          <Part
            what={shell.notifications}
            buttonClass={styles.button}
            waiting={<span className={styles.bellPlace} />}
          >
            <Notifications buttonClass={styles.button} />
          </Part>
          <RouterLink
            to="/settings"
            className={styles.zone}
            aria-label={shell.timeZone(offsetText(now()), timeZoneText())}
            title={shell.timeZone(offsetText(now()), timeZoneText())}
          >
            {offsetText(now())}
          </RouterLink>
        </>
      ) : (
        <>
          <span className={styles.bellPlace} />
          <span className={styles.zone} />
        </>
      )}
      <RouterButton
        to="/settings"
        appearance="transparent"
        className={styles.button}
        icon={<Settings20Regular />}
        aria-label={shell.settings}
        title={shell.settings}
      />
      <Button
        appearance="transparent"
        className={styles.button}
        icon={<DarkTheme20Regular />}
        aria-label={shell.theme(common.theme[choice])}
        title={shell.theme(common.theme[choice])}
        onClick={() => chooseTheme(next)}
      />
      <AccountPlace isSimulated={props.isSimulated} buttonClass={styles.button} />
    </header>
  );
}
