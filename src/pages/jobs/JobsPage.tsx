import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { jobCountsQuery } from '#src/api/queries/overview.ts';
import { now } from '#src/lib/clock.ts';
import { spanAddress } from '#src/lib/time.ts';
import type { HourRange } from '#src/model/jobs.ts';
import { datasourceFilter } from '#src/pages/list/datasource-filter.ts';
import { opening } from '#src/pages/list/OtherLists.tsx';
import { RouterButton } from '#src/ui/links.tsx';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { getRouteApi } from '@tanstack/react-router';
import { jobAddress } from '#src/api/arm/address.ts';
import { anyList } from '#src/datasources/list.ts';
import { instanceName } from '#src/model/instances.ts';
import { lanesOf, RestoreAxis, UnreadElsewhere } from '#src/pages/jobs/RestoreAxis.tsx';
import { FOLD_ID } from '#src/pages/jobs/ended.ts';
import { endedList } from '#src/pages/jobs/ended-list.tsx';
import { EndedFoot, useOwnKnown } from '#src/pages/jobs/EndedParts.tsx';
import { secondaryJobs, stateJobs } from '#src/pages/jobs/lists.tsx';
import { foldTurned, type JobsSearch, jobsWanted, OVER_VAULTS } from '#src/pages/jobs/search.ts';
import { ListPage } from '#src/pages/list/ListPage.tsx';
import { namedIn } from '#src/pages/list/loaded.ts';
import type { ListPlace } from '#src/pages/list/place.ts';
import { allCounts, useBandTogether, useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import { lastDayOf } from '#src/progress/live/day.ts';
import { useListedRestores } from '#src/progress/live/running-restores.tsx';
import { common } from '#src/strings/common.ts';
import { overview } from '#src/strings/overview.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { jobs as words } from '#src/strings/jobs.ts';
import { useCaveat } from '#src/ui/caveats.ts';
import { CopyLink } from '#src/ui/CopyLink.tsx';
import { useMedia } from '#src/ui/hooks.ts';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';

const route = getRouteApi('/jobs');

const secondary = anyList(secondaryJobs);

/**
 * What runs and what has ended, of all services; the jobs of one vault in its other region; or those of a datasource
 * with a list of its own, where the address names it alone. The filters are in the address.
 */
export function JobsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { own } = route.useLoaderData();
  const { isSecondary, isEnded, filter, datasources } = jobsWanted(search);
  // Back undoes a filter; typing is no history, and neither moves the page.
  const change = (part: Partial<JobsSearch>) =>
    void navigate({
      search: (all) => ({ ...all, ...part }),
      replace: 'search' in part,
      resetScroll: false,
    });
  const isPrimary = !isSecondary && own === null;
  const isDrawn = useBandTogether(useIsFirstReading(isPrimary && isEnded));
  const isPhone = useMedia('(max-width: 639px)');
  const elsewhere = useJobsElsewhere();
  const known = useOwnKnown();
  const ofAll = isEnded ? anyList(endedList(elsewhere, known)) : anyList(stateJobs(elsewhere));
  const list = isSecondary ? secondary : (own ?? ofAll);
  const onlyOne = filter.instance !== null && (
    <OneInstance
      machine={instanceName(filter.instance)}
      onAll={() => change({ instance: undefined })}
    />
  );
  return list((spec) => (
    <ListPage
      spec={spec}
      place={place}
      actions={
        <RegionSwitch
          isFolded={isPhone}
          isSecondary={isSecondary}
          onChange={(isSecond) =>
            change(isSecond ? { ...OVER_VAULTS, view: 'secondary' } : { view: undefined })
          }
        />
      }
      address={search}
      onChange={change}
      picker={isSecondary ? null : datasourceFilter(datasources, undefined)}
      ignored={own === null ? [] : namedIn(search).ignored}
      pinned={{ part: 'instance', isSet: filter.instance !== null }}
      lead={isPrimary && (isEnded ? <RestoreAxis /> : <UnreadElsewhere />)}
      pictures={
        isPrimary
          ? {
              range: (
                <Strip
                  chosen={filter.hours ?? null}
                  onChoose={(hours) =>
                    change({ range: hours === null ? undefined : spanAddress(hours) })
                  }
                />
              ),
            }
          : undefined
      }
      isWaiting={isPrimary && !isDrawn}
      above={isPrimary && onlyOne}
      footer={isPrimary && isEnded && <EndedFoot />}
    />
  ));
}

/** Whether a lane waits for its job's first reading: they are drawn in the order of what is read. */
function useIsFirstReading(hasLanes: boolean): boolean {
  const lanes = lanesOf(useListedRestores().listed);
  return useQueries({
    queries: (hasLanes ? lanes : []).map(({ id }) => jobQuery(id)),
    combine: (reads) => reads.some(({ isPending }) => isPending),
  });
}

const place: ListPlace = {
  title: words.title,
  isInOneRow: true,
  commandsLabel: words.commands,
  firstCommand: (isIcon) => (
    <RouterButton
      appearance="subtle"
      icon={<ArrowUndo20Regular />}
      to="/restore/new"
      preload={false}
      {...(isIcon && { 'aria-label': common.restore, title: common.restore })}
    >
      {!isIcon && common.restore}
    </RouterButton>
  ),
  commands: () => (
    <>
      <RouterButton appearance="subtle" to="/leftovers">
        {common.leftovers}
      </RouterButton>
      <CopyLink isIcon />
    </>
  ),
  ...opening((id) => {
    if (id === FOLD_ID) return { to: '/jobs', search: foldTurned, resetScroll: false };
    return id === '' ? null : { to: '/jobs/$jobId', params: { jobId: jobAddress(id) } };
  }),
};

const useOneStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalXXL,
  },
});

interface OneInstanceProps {
  readonly machine: string;
  readonly onAll: () => void;
}

/** Says that the list is that of one machine, and leads back to all. */
function OneInstance({ machine, onAll }: OneInstanceProps) {
  const styles = useOneStyles();
  const text = words.oneInstance(machine);
  useCaveat(`${text}.`);
  return (
    <div className={styles.root}>
      {text}
      <Button size="small" onClick={onAll}>
        {words.allInstances}
      </Button>
    </div>
  );
}

// The strip is loaded when its filter is opened.
const DayStrip = lazyPart(
  () => import('#src/ui/picture/DayStrip.tsx'),
  (code) => code.DayStrip,
);
const DayTable = lazyPart(
  () => import('#src/ui/picture/DayStrip.tsx'),
  (code) => code.DayTable,
);

const useStripStyles = makeStyles({
  root: { width: '720px', maxWidth: 'calc(100vw - 72px)', paddingTop: tokens.spacingVerticalS },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    height: '24px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  /** As high as the strip with its times, and with what stands above it. */
  place: { minHeight: '80px' },
  waiting: { height: '104px' },
});

interface StripProps {
  readonly chosen: HourRange | null;
  readonly onChoose: (hours: HourRange | null) => void;
}

/** The jobs of the last 24 hours, of which hours can be chosen; while it can't be read, the list does without. */
function Strip({ chosen, onChoose }: StripProps) {
  const styles = useStripStyles();
  const counts = useQuery(jobCountsQuery());
  const elsewhere = useJobsElsewhere();
  const day = counts.data && lastDayOf(allCounts(counts.data, elsewhere), now());
  if (day === undefined && counts.error !== null) return null;
  return (
    <section className={styles.root} aria-label={words.strip}>
      <Part what={overview.day.what} waiting={<div className={styles.waiting} />}>
        <div className={styles.head}>
          <span>{words.strip}</span>
          {day !== undefined && <DayTable day={day} />}
        </div>
        <div className={styles.place}>
          {day !== undefined && <DayStrip day={day} choice={{ chosen, onChoose }} />}
        </div>
      </Part>
    </section>
  );
}
