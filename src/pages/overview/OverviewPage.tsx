import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { Building20Regular } from '@fluentui/react-icons/svg/building';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { ClipboardTask20Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Desktop20Regular } from '@fluentui/react-icons/svg/desktop';
import { Document20Regular } from '@fluentui/react-icons/svg/document';
import { Globe20Regular } from '@fluentui/react-icons/svg/globe';
import { Shield20Regular } from '@fluentui/react-icons/svg/shield';
import { Wrench20Regular } from '@fluentui/react-icons/svg/wrench';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import {
  healthQuery,
  jobCountsQuery,
  notableJobsQuery,
  secondaryRestoresQuery,
  vaultCountQuery,
} from '#src/api/queries/overview.ts';
import { oldestReadAt } from '#src/api/queries/query.ts';
import { isFirstVisit } from '#src/lib/first-visit.ts';
import { countText } from '#src/lib/format.ts';
import { MainLoading } from '#src/pages/overview/parts.tsx';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { common } from '#src/strings/common.ts';
import { overview as words } from '#src/strings/overview.ts';
import { NameLink, RouterButton, RouterLink } from '#src/ui/links.tsx';
import { CommandBar, PageHeader, ReadAgo, RefreshButton, SectionHeading } from '#src/ui/page.tsx';
import { Later, lazyPart, Part } from '#src/ui/Part.tsx';
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

// A demo shows it once.
const FirstVisit = lazyPart(
  () => import('#src/pages/overview/FirstVisit.tsx'),
  (code) => code.FirstVisit,
);

const useStyles = makeStyles({
  // The card comes after the first rows, in a place that it had from the start.
  first: {
    height: '88px',
    '@container page (max-width: 719px)': { height: '248px' },
  },
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
          {__DEMO__ && <FirstVisitPlace />}
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

/** The place of the card for a person who has never been in this demo; nothing for all others. */
function FirstVisitPlace() {
  const styles = useStyles();
  const [isFirst, setIsFirst] = useState(isFirstVisit);
  if (!isFirst) return null;
  return (
    <div className={styles.first}>
      <Part what={words.firstVisit}>
        <Later>
          <FirstVisit onEnd={() => setIsFirst(false)} />
        </Later>
      </Part>
    </div>
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

const KEYS = [
  notableJobsQuery,
  jobCountsQuery,
  healthQuery,
  vaultCountQuery,
  secondaryRestoresQuery,
].map((part) => part().queryKey);

/** What to start here, and when the page was read: as old as its oldest part. */
function OverviewCommands() {
  const queries = useQueryClient();
  useQuery(notableJobsQuery());
  useQuery(jobCountsQuery());
  useQuery(healthQuery());
  useQuery(vaultCountQuery());
  useQuery(secondaryRestoresQuery());
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={oldestReadAt(KEYS)} />}>
      <RouterButton
        appearance="primary"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        preload={false}
      >
        {common.restore}
      </RouterButton>
      <RouterButton appearance="subtle" icon={<ClipboardTask20Regular />} to="/jobs">
        {common.backupJobs}
      </RouterButton>
      <RouterButton appearance="subtle" to="/leftovers">
        {common.leftovers}
      </RouterButton>
      <RefreshButton onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })} />
    </CommandBar>
  );
}

/** The most common scenarios; the page itself has more. */
const SHOWN: readonly (readonly [ScenarioId, ComponentType])[] = [
  ['file-gone', Document20Regular],
  ['bad-change', Wrench20Regular],
  ['no-start', Desktop20Regular],
  ['ransomware', Shield20Regular],
  ['machine-deleted', Delete20Regular],
  ['zone-down', Building20Regular],
  ['region-down', Globe20Regular],
  ['rehearsal', Beaker20Regular],
];

const useScenarioStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 20px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '36px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
  },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  arrow: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  // The whole line leads where its name does.
  name: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
});

/** From a trouble to the restore that fits it. */
function ScenarioLinks() {
  const styles = useScenarioStyles();
  return (
    <section className={styles.root} aria-label={words.whatHappened.title}>
      <SectionHeading level={2}>{words.whatHappened.title}</SectionHeading>
      <ul className={styles.list}>
        {SHOWN.map(([id, Icon]) => (
          <li key={id} className={styles.line}>
            <span className={styles.icon} aria-hidden>
              <Icon />
            </span>
            <span className={styles.words}>
              <NameLink className={styles.name} to="/what-happened" search={{ what: id }}>
                {words.scenarios[id].name}
              </NameLink>
            </span>
            <span className={styles.arrow} aria-hidden>
              <ChevronRight20Regular />
            </span>
          </li>
        ))}
      </ul>
      <RouterLink to="/what-happened">{words.whatHappened.all}</RouterLink>
    </section>
  );
}
