import { makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { settings as words } from '#src/strings/settings.ts';
import { ConfigNotice } from '#src/pages/settings/ConfigNotice.tsx';
import { KeyboardSetting } from '#src/pages/settings/KeyboardSetting.tsx';
import { TimeZoneSetting } from '#src/pages/settings/TimeZoneSetting.tsx';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';

const route = getRouteApi('/settings');

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

/** The time zone, the keyboard, and the connection of each datasource whose service is not Azure Resource Manager. */
export function SettingsPage() {
  const styles = useStyles();
  const { problem, connections } = route.useLoaderData();
  return (
    <>
      <PageHeader title={words.title} crumbs={<OverviewLink />} />
      <div className={styles.body}>
        <TimeZoneSetting />
        <KeyboardSetting />
        {problem !== null && <ConfigNotice problem={problem} />}
        {connections.length === 0 && <span>{words.none}</span>}
        {connections.map(([id, Connection]) => (
          <Connection key={id} />
        ))}
      </div>
    </>
  );
}
