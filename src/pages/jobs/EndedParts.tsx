import { makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useSyncExternalStore } from 'react';
import type { Listed } from '#src/api/queries/paged.ts';
import { keysOf } from '#src/lib/data.ts';
import { countText } from '#src/lib/format.ts';
import { isBackup } from '#src/model/jobs.ts';
import { isRisky } from '#src/model/next-steps.ts';
import {
  countIn,
  type EndedJob,
  type EndedRow,
  isRestoring,
  jobsIn,
  type OwnKnown,
} from '#src/pages/jobs/ended.ts';
import { UnreadLists } from '#src/pages/jobs/RestoreAxis.tsx';
import { type JobsSearch, jobsWanted } from '#src/pages/jobs/search.ts';
import { useListedRestores } from '#src/progress/live/running-restores.tsx';
import { jobs as jobWords } from '#src/strings/jobs.ts';
import { tabTitle } from '#src/strings/notifications.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { onMarks, openAmong, openRestores, storedSteps } from '#src/wizard/next-steps/marks.ts';
import { onWatchedChange, watchedJobs } from '#src/wizard/submit/watched.ts';

/** What stands around the list of what has ended. */

const route = getRouteApi('/jobs');
const { ended: words } = jobWords;

const useStyles = makeStyles({
  heading: {
    display: 'inline-flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXS,
    marginInlineEnd: tokens.spacingHorizontalS,
  },
  second: { color: tokens.colorNeutralForeground2 },
  toggle: { minWidth: 0, fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  // As high as a finger needs it.
  wayOn: {
    '@media (max-width: 639px)': {
      display: 'inline-flex',
      alignItems: 'center',
      minHeight: '44px',
    },
  },
  // There the filter of operations does the same.
  wide: { '@media (max-width: 639px)': { display: 'none' } },
});

interface OfRows {
  readonly rows: Listed<EndedRow>;
  /** Lists of other services or regions are on their way: nothing is counted before. */
  readonly isReading: boolean;
}

/** All rows; undefined: they aren't all read. */
const shownIn = ({ rows: { all }, isReading }: OfRows): readonly EndedJob[] | undefined =>
  isReading || all === null || typeof all === 'function' ? undefined : jobsIn(all);

/** What the list is of, and how many. */
export function EndedHeading(props: OfRows) {
  const styles = useStyles();
  const shown = shownIn(props);
  const { whole } = props.rows;
  const isCut = whole?.kind === 'rows' && whole.inAll !== undefined;
  return (
    <span className={styles.heading}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {shown !== undefined && (
        <span className={styles.second}>
          {isCut
            ? words.ofFirst(countText(countIn(shown)), countText(whole.read.length))
            : countText(countIn(shown))}
        </span>
      )}
    </span>
  );
}

/** The operations of a choice, as addresses have them, and the jobs that it is about. */
const KINDS = {
  restores: { operation: 'Restore,CrossRegionRestore', isOf: isRestoring },
  backups: { operation: 'Backup', isOf: isBackup },
} as const;

interface ToggleProps {
  /** The rows that are counted; left out: not all are read. */
  readonly shown: readonly EndedJob[] | undefined;
  readonly label: string;
  /** What more there is to say of it. */
  readonly title?: string;
  readonly isOn: boolean;
  /** What it sets in the address, and takes from it where it is on. */
  readonly sets: JobsSearch;
  /** The jobs that it is about; left out: it shows no number. */
  readonly isOf?: (row: EndedJob) => boolean;
  readonly className?: string;
}

function Toggle({ shown, label, title, isOn, sets, isOf, className }: ToggleProps) {
  const styles = useStyles();
  const navigate = route.useNavigate();
  return (
    <ToggleButton
      className={mergeClasses(styles.toggle, className)}
      shape="circular"
      checked={isOn}
      title={title}
      onClick={() => void navigate({ search: (all) => ({ ...all, ...sets }), resetScroll: false })}
    >
      <span>
        {label} {isOf && <strong>{shown && countText(countIn(shown.filter(isOf)))}</strong>}
      </span>
    </ToggleButton>
  );
}

/** What comes first, and of which operations. */
export function EndedToggles(props: OfRows) {
  const styles = useStyles();
  const shown = shownIn(props);
  const { isNeedsYouFirst, filter } = jobsWanted(route.useSearch());
  const operations = filter.operations.toSorted().join();
  const others = (shown ?? []).filter(({ job }) => !isBackup(job) && !isRestoring(job));
  return (
    <>
      <Toggle
        shown={shown}
        label={words.needsYou}
        title={words.needsYouOrder}
        isOn={isNeedsYouFirst}
        sets={{ first: isNeedsYouFirst ? 'newest' : undefined, sort: undefined }}
        isOf={({ needsYou }) => needsYou}
      />
      {keysOf(KINDS).map((name) => {
        const { operation, isOf } = KINDS[name];
        const isOn = operations === operation.split(',').toSorted().join();
        return (
          <Toggle
            key={name}
            shown={shown}
            label={words[name]}
            isOn={isOn}
            sets={{ operation: isOn ? undefined : operation }}
            isOf={operations === '' || isOn ? ({ job }) => isOf(job) : undefined}
            className={styles.wide}
          />
        );
      })}
      {operations === '' && others.length > 0 && (
        <span className={mergeClasses(styles.second, styles.wide)}>
          {words.others(countText(countIn(others)), countIn(others))}
        </span>
      )}
    </>
  );
}

/** Leads to the jobs of the filter that run, and names the lists that weren't read. */
export function EndedFoot() {
  const styles = useStyles();
  const { jobs, listed, elsewhere } = useListedRestores();
  // Where none runs they are named there: of which lists that is.
  const isNamed = jobs.data !== undefined && listed.length === 0;
  return (
    <>
      <span className={styles.wayOn}>
        <RouterLink to="/jobs" search={(all) => ({ ...all, ...RUNNING })}>
          {words.showRunning}
        </RouterLink>
      </span>
      {!isNamed && elsewhere.unread.length > 0 && <UnreadLists unread={elsewhere.unread} />}
    </>
  );
}

const RUNNING = { status: 'inProgress,cancelling', sort: undefined } as const;

/** What this browser keeps of its own restores. */
export function useOwnKnown(): OwnKnown {
  const open = useSyncExternalStore(onMarks, openText);
  const news = useSyncExternalStore(onWatchedChange, newsText);
  return useMemo(
    () => ({
      open: new Map(pairsIn(open).map(([id, count]) => [id, Number(count)])),
      news: new Map(pairsIn(news)),
    }),
    [open, news],
  );
}

/** One line each: a text is the same while what it says is. */
const textOf = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([id, value]) => `${id.toLowerCase()}\t${value}\n`).join('');

const pairsIn = (text: string): readonly (readonly [string, string])[] =>
  [...text.matchAll(/^(.*)\t(.*)$/gm)].map(([, id = '', value = '']) => [id, value]);

/** Open steps that are a risk, by their jobs. */
const openText = (): string =>
  textOf(
    openRestores().map(({ jobId }) => {
      const risky = openAmong(storedSteps(jobId)).filter(({ id }) => isRisky(id));
      return [jobId, String(risky.length)];
    }),
  );

/** Ends that the list of jobs calls another way, by their jobs. */
const newsText = (): string =>
  textOf(
    watchedJobs().flatMap(({ jobId, news }) =>
      news === 'nothing' ? [[jobId, tabTitle.state[news]]] : [],
    ),
  );
