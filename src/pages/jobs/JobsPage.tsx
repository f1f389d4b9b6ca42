import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { jobCountsQuery, secondaryRestoresQuery } from '#src/api/queries/overview.ts';
import type { Address } from '#src/lib/address-values.ts';
import { now } from '#src/lib/clock.ts';
import { spanAddress } from '#src/lib/time.ts';
import { countText } from '#src/lib/format.ts';
import { listText } from '#src/lib/wording.ts';
import type { HourRange, JobFilter } from '#src/model/jobs.ts';
import { nameOf } from '#src/model/resource-id.ts';
import type { Listings } from '#src/pages/list/loaded.ts';
import { azureFirstFilter, DATASOURCE_ID } from '#src/pages/list/datasource-filter.ts';
import { opening, OtherLists } from '#src/pages/list/OtherLists.tsx';
import { focusField } from '#src/ui/dom.ts';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { getRouteApi } from '@tanstack/react-router';
import { jobAddress } from '#src/api/arm/address.ts';
import { anyList } from '#src/datasources/list.ts';
import { instanceName } from '#src/model/instances.ts';
import { RestoreAxis, UnreadElsewhere } from '#src/pages/jobs/RestoreAxis.tsx';
import { azureJobs, crossRegionIn, secondaryJobs } from '#src/pages/jobs/lists.tsx';
import { type JobsSearch, jobsWanted, OVER_VAULTS } from '#src/pages/jobs/search.ts';
import { ListPage } from '#src/pages/list/ListPage.tsx';
import { namedIn } from '#src/pages/list/loaded.ts';
import type { ListPlace } from '#src/pages/list/place.ts';
import { allCounts, useBandTogether, useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import { lastDayOf } from '#src/progress/live/day.ts';
import { common } from '#src/strings/common.ts';
import { overview } from '#src/strings/overview.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { jobs as words } from '#src/strings/jobs.ts';
import { useCaveat } from '#src/ui/caveats.ts';
import { CopyLink } from '#src/ui/CopyLink.tsx';
import { useMedia } from '#src/ui/hooks.ts';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';

const route = getRouteApi('/jobs');

const primary = anyList(azureJobs);
const secondary = anyList(secondaryJobs);

/**
 * All jobs over all vaults of Azure, those of one vault in its other region, or those of a datasource with a
 * list of its own; the filters are in the address.
 */
export function JobsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { own, beside } = route.useLoaderData();
  const { isSecondary, filter } = jobsWanted(search);
  const named = namedIn(search);
  // Back undoes a filter; typing is no history, and neither moves the page.
  const change = (part: Partial<JobsSearch>) =>
    void navigate({
      search: (all) => ({ ...all, ...part }),
      replace: 'search' in part,
      resetScroll: false,
    });
  const isDrawn = useBandTogether();
  const isPhone = useMedia('(max-width: 639px)');
  const list = isSecondary ? secondary : (own ?? primary);
  const above = (
    <>
      {filter.instance !== null && (
        <OneInstance
          machine={instanceName(filter.instance)}
          onAll={() => change({ instance: undefined })}
        />
      )}
      <CrossRegionHint filter={filter} />
    </>
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
      picker={isSecondary ? null : azureFirstFilter(named.words)}
      ignored={own === null ? [] : named.ignored}
      pinned={{ part: 'instance', isSet: filter.instance !== null }}
      lead={
        list === primary &&
        (filter.isWithoutRunningRestores === true ? <RestoreAxis /> : <UnreadElsewhere />)
      }
      pictures={
        list === primary
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
      isWaiting={list === primary && !isDrawn}
      above={list === primary && above}
      footer={
        list === primary && (
          <OtherJobs
            beside={beside}
            address={search}
            onShow={(datasource) => change({ datasource, sort: undefined })}
          />
        )
      }
    />
  ));
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
  ...opening((id) =>
    id === '' ? null : { to: '/jobs/$jobId', params: { jobId: jobAddress(id) } },
  ),
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

interface OtherJobsProps {
  readonly beside: Listings;
  readonly address: Address;
  /** Leads to the list of a datasource, by its word. */
  readonly onShow: (datasource: string) => void;
}

/** Says under Azure's list of jobs what it lacks. */
function OtherJobs({ beside, address, onShow }: OtherJobsProps) {
  const lists = beside.all.flatMap(({ word, lists: { jobs } }) =>
    jobs === undefined ? [] : [[word, jobs] as const],
  );
  return (
    <OtherLists
      lists={new Map(lists)}
      address={address}
      renderLink={(word, text) => (
        <Button
          size="small"
          onClick={() => {
            // The button goes with the list that it stands under; the filter stays, and says what is shown.
            onShow(word);
            focusField(DATASOURCE_ID);
          }}
        >
          {text}
        </Button>
      )}
      missing={beside.missing}
    />
  );
}

const useHintStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

/** Where the restores to secondary regions are that the list over all vaults lacks; nothing where there are none. */
function CrossRegionHint({ filter }: { readonly filter: JobFilter }) {
  const styles = useHintStyles();
  const { data } = useQuery(secondaryRestoresQuery());
  const { total, running, vaults } = crossRegionIn(data?.jobs ?? [], filter, now());
  const text =
    total === 0 ? null : words.crossRegion.hint(total, countText(total), countText(running));
  useCaveat(text && `${text} ${listText(vaults.map(nameOf))}.`);
  if (text === null) return null;
  return (
    <div role="note" aria-label={words.crossRegion.title} className={styles.root}>
      <span>{text}</span>
      {vaults.map((vault) => (
        <RouterLink
          key={vault}
          to="/jobs"
          search={{ view: 'secondary', vault, range: filter.range }}
        >
          {words.crossRegion.vault(nameOf(vault))}
        </RouterLink>
      ))}
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
