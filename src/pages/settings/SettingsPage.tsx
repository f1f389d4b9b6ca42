import { makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { settings as words } from '#src/strings/settings.ts';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';

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

/** The connection of each datasource whose service is not Azure Resource Manager. */
export function SettingsPage() {
  const styles = useStyles();
  const connections = route.useLoaderData();
  return (
    <>
      <PageHeader title={words.title} crumbs={<OverviewLink />} />
      <div className={styles.body}>
        {[...connections].map(([id, Connection]) => (
          <Connection key={id} />
        ))}
      </div>
    </>
  );
}
