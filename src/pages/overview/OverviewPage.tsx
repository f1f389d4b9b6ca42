import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { vaultCountQuery } from '#src/api/queries/overview.ts';
import { countText } from '#src/lib/format.ts';
import { MainLoading } from '#src/pages/overview/parts.tsx';
import { OverviewCommands } from '#src/pages/overview/OverviewCommands.tsx';
import { ScenarioLinks } from '#src/pages/overview/ScenarioLinks.tsx';
import { overview as words } from '#src/strings/overview.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';
import { NO_PANEL_BESIDE, sidePanel } from '#src/ui/styles.ts';

// Numbers come from Azure, so the code that draws them can load later. The commands that start something show
// at once.
const OverviewMain = lazyPart(
  () => import('#src/pages/overview/OverviewMain.tsx'),
  (code) => code.OverviewMain,
);
const HealthCounts = lazyPart(
  () => import('#src/pages/overview/HealthCounts.tsx'),
  (code) => code.HealthCounts,
);
const OldPoints = lazyPart(
  () => import('#src/pages/overview/OldPoints.tsx'),
  (code) => code.OldPoints,
);

const useStyles = makeStyles({
  body: {
    display: 'flex',
    alignItems: 'stretch',
    flex: '1 1 auto',
    [NO_PANEL_BESIDE]: { flexDirection: 'column' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minWidth: 0,
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    ...sidePanel('336px', NO_PANEL_BESIDE),
    padding: tokens.spacingHorizontalXL,
  },
});

/** The start page: what runs, what needs a look, the last day, and the way from a trouble to a restore. */
export function OverviewPage() {
  const styles = useStyles();
  return (
    <>
      <PageHeader title={words.title} subtitle={<Scope />} />
      <OverviewCommands />
      <div className={styles.body}>
        <div className={styles.main}>
          <Part what={words.main} waiting={<MainLoading />}>
            <OverviewMain />
          </Part>
        </div>
        <aside className={styles.panel} aria-label={words.panel}>
          <ScenarioLinks />
          <Part
            what={words.health.what}
            waiting={<SkeletonRows what={words.health.what} rows={5} />}
          >
            <HealthCounts />
          </Part>
          <Part what={words.oldPoints.what}>
            <OldPoints />
          </Part>
        </aside>
      </div>
    </>
  );
}

/** Over how many vaults all of this is. */
function Scope() {
  const { data, error } = useQuery(vaultCountQuery());
  if (data === undefined) return error === null ? words.scopeReading : words.scopeNotRead;
  const { vaults, subscriptions } = data;
  return vaults === 0
    ? words.noVaults
    : words.scope([vaults, countText(vaults)], [subscriptions, countText(subscriptions)]);
}
