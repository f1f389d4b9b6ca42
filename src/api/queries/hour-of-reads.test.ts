import { expect, test } from 'vitest';
import {
  type Allowance,
  mostAtPress,
  nextScheduled,
  ofLastHour,
  ofLastMinute,
  paceOf,
  UNUSED,
} from '#src/lib/poll-schedule.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { afterRead, allowanceOf } from '#src/mocks/job-reads.ts';
import type { JobReadCounter } from '#src/mocks/service.ts';
import type { JobReadLimit } from '#src/mocks/world/fold.ts';

/**
 * An hour of following jobs, by the schedule and by Azure's counters as they are simulated: who reads how
 * much, how old what is shown gets, and whether a press ever lacks its reads. The table is in the documents.
 */

const START = instant(1_749_091_440_000);
const MINUTE = 60_000;
/** A page draws so many running restores; it says of the others how many they are. */
const MOST_IN_VIEW = 10;
/** Seconds between two looks. */
const TICK_S = 10;
/** Minutes at which each operator presses Restore: the vault's list, and each of its running restores. */
const PRESSES = [20, 40, 59];
const MOST_AT_PRESS = 20;

interface Hour {
  readonly limit: JobReadLimit;
  readonly operators: number;
  readonly jobs: number;
  readonly vaults: number;
  readonly tabs: number;
  /** What the tabs show: the first one a job, or all of them the list. */
  readonly view: 'job' | 'list' | 'both';
  /** Reads of Azure's hour that were spent before this one. */
  readonly spent?: number;
  /** Other jobs in progress in the lists. */
  readonly asides?: number;
}

interface Followed {
  readAt: number | null;
  /** A job that is no restore: it is read seldom, and its age isn't counted. */
  readonly isAside: boolean;
}

interface Outcome {
  /** By the browser that read most. */
  reads: number;
  refused: number;
  pressesLacking: number;
  openOldestMs: number;
  othersOldestMs: number;
}

/** One operator's browser: its tabs share what was read and what was noted. */
interface Browser {
  allowance: Allowance;
  readonly jobs: readonly Followed[];
  /** The starts of reads of each tab. */
  readonly tabs: (readonly Instant[])[];
  reads: number;
}

function hourOf({
  limit,
  operators,
  jobs,
  vaults,
  tabs,
  view,
  spent = 0,
  asides = 0,
}: Hour): Outcome {
  const outcome = { reads: 0, refused: 0, pressesLacking: 0, openOldestMs: 0, othersOldestMs: 0 };
  const rule = allowanceOf(limit, 'RecoveryServices');
  let counter: JobReadCounter | undefined =
    spent === 0 ? undefined : { left: rule.most - spent, at: START };
  const browsers = Array.from({ length: operators }, (): Browser => ({
    allowance: UNUSED,
    jobs: Array.from({ length: Math.min(jobs, MOST_IN_VIEW) + asides }, (_, index) => ({
      readAt: null,
      isAside: index >= Math.min(jobs, MOST_IN_VIEW),
    })),
    tabs: Array.from({ length: tabs }, () => []),
    reads: 0,
  }));

  /** One read on the wire, as the policy notes it; whether Azure answered it. */
  function send(browser: Browser, at: number): boolean {
    counter = afterRead(rule, counter, at);
    const before = ofLastHour(browser.allowance, instant(at));
    const startedAt = [...before.startedAt, instant(at)];
    browser.reads += 1;
    if (counter.left < 0) {
      outcome.refused += 1;
      const until = instant(rule.isBucket ? at + 1000 : counter.at + rule.windowMs);
      browser.allowance = { ...before, startedAt, refused: { at: instant(at), until } };
      return false;
    }
    const figures = [...before.figures, { at: instant(at), left: Math.floor(counter.left) }];
    browser.allowance = { ...before, startedAt, figures: figures.slice(-40) };
    return true;
  }

  /** The list of the vault, and those of its restores that no page has read. */
  function press(browser: Browser, at: number): void {
    const unread = Math.min(MOST_AT_PRESS, Math.ceil(jobs / vaults));
    const seen = browser.jobs.filter(({ readAt }) => readAt !== null && view !== 'job').length;
    const isListed = send(browser, at);
    const most = mostAtPress(browser.allowance, MOST_AT_PRESS, instant(at));
    const sent = Array.from({ length: Math.min(most, Math.max(0, unread - seen)) }, () =>
      send(browser, at),
    );
    if (!isListed || sent.includes(false)) outcome.pressesLacking += 1;
  }

  function followIn(browser: Browser, tab: number, at: Instant): void {
    const isJobTab = view === 'job' || (view === 'both' && tab === 0);
    const readFor = isJobTab ? 'open' : 'shared';
    const paceOfJob = ({ isAside }: Followed): number =>
      paceOf(isAside ? 'aside' : readFor, at - START, browser.allowance, at);
    const shown = isJobTab ? browser.jobs.slice(0, 1) : browser.jobs;
    for (;;) {
      const due = shown.filter((job) => job.readAt === null || at - job.readAt >= paceOfJob(job));
      if (due.length === 0) return;
      const waiting = due.map((job) => {
        const readAt = job.readAt === null ? null : instant(job.readAt);
        return { job, readAt, readFor, paceMs: paceOfJob(job), allowance: 'one' } as const;
      });
      const startedAt = ofLastMinute(browser.tabs[tab] ?? [], at);
      const allowances = new Map([['one', browser.allowance]]);
      const next = nextScheduled(waiting, { startedAt, underWay: 0, allowances }, at);
      if (next === null || next.inMs > 0) return;
      browser.tabs[tab] = [...startedAt, at];
      const noted = isJobTab
        ? { open: { at, ageMs: at - START } }
        : { sharedAt: [...browser.allowance.sharedAt, at] };
      browser.allowance = { ...browser.allowance, ...noted };
      if (!send(browser, at)) return;
      next.one.job.readAt = at;
    }
  }

  function look(browser: Browser, at: number): void {
    const restores = browser.jobs.filter(({ isAside }) => !isAside);
    for (const [index, job] of restores.entries()) {
      const ageMs = at - (job.readAt ?? START);
      if (view !== 'list' && index === 0)
        outcome.openOldestMs = Math.max(outcome.openOldestMs, ageMs);
      else if (view !== 'job') outcome.othersOldestMs = Math.max(outcome.othersOldestMs, ageMs);
    }
  }

  for (let second = 0; second < 3600; second += TICK_S) {
    const at = instant(START + second * 1000);
    for (const [operator, browser] of browsers.entries()) {
      // They press a while after one another.
      if (PRESSES.includes((second - operator * 3 * TICK_S) / 60)) press(browser, at);
      for (let tab = 0; tab < tabs; tab += 1) followIn(browser, tab, at);
      look(browser, at);
    }
  }
  return { ...outcome, reads: Math.max(...browsers.map(({ reads }) => reads)) };
}

const LIMITS = ['bucket 250', 'hour 150', 'hour 450'] as const;
const VIEWS = ['job', 'list', 'both'] as const;

/** The worst over vaults and tabs. */
function worstOf(hour: Omit<Hour, 'vaults' | 'tabs'>): Outcome {
  const all = [1, 5].flatMap((vaults) =>
    (hour.view === 'both' ? [3] : [1, 3]).map((tabs) => hourOf({ ...hour, vaults, tabs })),
  );
  const most = (of: (one: Outcome) => number): number => Math.max(...all.map(of));
  return {
    reads: most(({ reads }) => reads),
    refused: most(({ refused }) => refused),
    pressesLacking: most(({ pressesLacking }) => pressesLacking),
    openOldestMs: most(({ openOldestMs }) => openOldestMs),
    othersOldestMs: most(({ othersOldestMs }) => othersOldestMs),
  };
}

const minutes = (ms: number): string => (ms / MINUTE).toFixed(1);

const HOURS = LIMITS.flatMap((limit) =>
  [1, 3].flatMap((operators) =>
    [1, 3, 10, 50].map((jobs) => {
      const [job, list, both] = VIEWS.map((view) => worstOf({ limit, operators, jobs, view }));
      return { limit, operators, jobs, job, list, both };
    }),
  ),
);

const DOCUMENT = `# Reads of jobs in an hour

Written by \`src/api/queries/hour-of-reads.test.ts\`: the schedule (\`src/lib/poll-schedule.ts\`) against
the simulated counters of reads, for an hour in one subscription. Each line is the worst of 1 and 5 vaults, and
of 1 and 3 tabs. Each operator presses **Restore** three times. At most ten running restores are in view.

- **Reads**: by one browser, with a job open, with Backup jobs, and with both.
- **Oldest**: how old what is shown gets, in minutes: the open job, alone and beside Backup jobs; the restores
  on Backup jobs, alone and beside an open job.
- **Refused**: answers of 429. **Lacking**: presses one of whose reads was refused.

| limit | operators | jobs | reads | oldest: open job | oldest: Backup jobs | refused | lacking |
|---|--:|--:|--:|--:|--:|--:|--:|
`;

const lineOf = ({ limit, operators, jobs, job, list, both }: (typeof HOURS)[number]): string => {
  const all = [job, list, both].flatMap((one) => one ?? []);
  const join = (texts: readonly (string | number)[]): string => texts.join(' / ');
  const most = (of: (one: Outcome) => number): number => Math.max(...all.map(of));
  const open = [job, both].map((one) => minutes(one?.openOldestMs ?? 0));
  const others = [list, ...(jobs > 1 ? [both] : [])].map((one) =>
    minutes(one?.othersOldestMs ?? 0),
  );
  const cells = [
    limit,
    operators,
    jobs,
    join(all.map(({ reads }) => reads)),
    join(open),
    join(others),
    most(({ refused }) => refused),
    most(({ pressesLacking }) => pressesLacking),
  ];
  return `| ${cells.join(' | ')} |`;
};

test('the documents have the hour as it is simulated', async () => {
  await expect(`${DOCUMENT}${HOURS.map(lineOf).join('\n')}\n`).toMatchFileSnapshot(
    `${process.cwd()}/docs/job-reads.md`,
  );
});

test('nothing is ever refused, and no press lacks its reads', () => {
  for (const { job, list, both } of HOURS) {
    for (const one of [job, list, both])
      expect(one).toMatchObject({ refused: 0, pressesLacking: 0 });
  }
});

test('where an hour allows 150 reads, three jobs stay as young as the documents say', () => {
  const three = HOURS.find(
    ({ limit, operators, jobs }) => limit === 'hour 150' && operators === 1 && jobs === 3,
  );
  expect(three?.job?.openOldestMs).toBeLessThan(6 * MINUTE);
  expect(three?.list?.othersOldestMs).toBeLessThan(6 * MINUTE);
  expect(three?.both?.openOldestMs).toBeLessThan(6 * MINUTE);
  expect(three?.both?.othersOldestMs).toBeLessThan(10 * MINUTE);
});

/** Three jobs, one of them open beside Backup jobs, in three tabs: of Azure's hour so many were spent before. */
const afterSpent = (spent: number): Outcome =>
  hourOf({
    limit: 'hour 150',
    operators: 1,
    jobs: 3,
    vaults: 1,
    tabs: 3,
    view: 'both',
    spent,
  });

test.each([20, 40, 55])('with %i of the 150 spent before, the others stay as young', (spent) => {
  expect(afterSpent(spent).othersOldestMs).toBeLessThan(10 * MINUTE);
});

test.each([20, 55, 80, 100])('with %i of them spent before, the open job does', (spent) => {
  const { refused, pressesLacking, openOldestMs } = afterSpent(spent);
  expect({ refused, pressesLacking }).toEqual({ refused: 0, pressesLacking: 0 });
  expect(openOldestMs).toBeLessThan(6 * MINUTE);
});

test.each([0, 20])(
  'with %i spent before, two other jobs make no restore in view older',
  (spent) => {
    const { othersOldestMs } = hourOf({
      limit: 'hour 150',
      operators: 1,
      jobs: 3,
      vaults: 1,
      tabs: 3,
      view: 'list',
      spent,
      asides: 2,
    });
    expect(othersOldestMs).toBeLessThan(6 * MINUTE);
  },
);
