import { makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useSyncExternalStore } from 'react';
import type { Listed } from '#src/api/queries/paged.ts';
import { keysOf } from '#src/lib/data.ts';
import { countText } from '#src/lib/format.ts';
import {
  countIn,
  type EndedJob,
  type EndedRow,
  isBackup,
  isRestoring,
  jobsIn,
  type OwnKnown,
} from '#src/pages/jobs/ended.ts';
import { type JobsSearch, jobsWanted } from '#src/pages/jobs/search.ts';
import { isRisky } from '#src/model/next-steps.ts';
import type { JobsLeftOut } from '#src/progress/live/all-jobs.ts';
import { UnreadLine } from '#src/progress/live/running-restores.tsx';
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
  // There the filter of operations does the same.
  wide: { '@media (max-width: 639px)': { display: 'none' } },
});

interface OfRows {
  readonly rows: Listed<EndedRow>;
}

/** The rows as far as they are read; undefined: not at all. */
const shownIn = ({ all }: Listed<EndedRow>): readonly EndedJob[] | undefined =>
  all === null || typeof all === 'function' ? undefined : jobsIn(all);

/** What the list is of, and how many. */
export function EndedHeading({ rows }: OfRows) {
  const styles = useStyles();
  const shown = shownIn(rows);
  const { whole } = rows;
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

interface ToggleProps extends OfRows {
  readonly label: string;
  readonly isOn: boolean;
  /** What it sets in the address, and takes from it where it is on. */
  readonly sets: JobsSearch;
  /** The jobs that it is about; left out: it shows no number. */
  readonly isOf?: (row: EndedJob) => boolean;
  readonly className?: string;
}

function Toggle({ rows, label, isOn, sets, isOf, className }: ToggleProps) {
  const styles = useStyles();
  const navigate = route.useNavigate();
  const shown = shownIn(rows);
  return (
    <ToggleButton
      className={mergeClasses(styles.toggle, className)}
      shape="circular"
      checked={isOn}
      onClick={() => void navigate({ search: (all) => ({ ...all, ...sets }), resetScroll: false })}
    >
      <span>
        {label} {isOf && <strong>{shown && countText(countIn(shown.filter(isOf)))}</strong>}
      </span>
    </ToggleButton>
  );
}

/** What comes first, and of which operations. */
export function EndedToggles({ rows }: OfRows) {
  const styles = useStyles();
  const { isNeedsYouFirst, filter } = jobsWanted(route.useSearch());
  const operations = filter.operations.toSorted().join();
  return (
    <>
      <Toggle
        rows={rows}
        label={words.needsYou}
        isOn={isNeedsYouFirst}
        sets={{ first: isNeedsYouFirst ? 'newest' : undefined }}
        isOf={({ needsYou }) => needsYou}
      />
      {keysOf(KINDS).map((name) => {
        const { operation, isOf } = KINDS[name];
        const isOn = operations === operation.split(',').toSorted().join();
        return (
          <Toggle
            key={name}
            rows={rows}
            label={words[name]}
            isOn={isOn}
            sets={{ operation: isOn ? undefined : operation }}
            isOf={operations === '' || isOn ? ({ job }) => isOf(job) : undefined}
            className={styles.wide}
          />
        );
      })}
    </>
  );
}

/** Leads to the jobs of the filter that run, and names the lists that weren't read: the way to read them is above. */
export function EndedFoot({ unread }: Pick<JobsLeftOut, 'unread'>) {
  return (
    <>
      <RouterLink to="/jobs" search={(all) => ({ ...all, ...RUNNING })}>
        {words.showRunning}
      </RouterLink>
      {unread.map((line) => (
        <UnreadLine key={line} text={line} />
      ))}
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
