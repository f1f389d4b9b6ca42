import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problemOf } from '#src/api/queries/query.ts';
import { otherRestoresQuery } from '#src/api/queries/running-restores.ts';
import { HOST } from '#src/datasources/commvault-vm/testing.ts';
import { installClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { restoreOfOtherPerson } from '#src/mocks/another-user.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import type { UnreadSource } from '#src/model/lost-restore.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { targetResult, type TargetReads } from '#src/wizard/review/check.ts';
import { anywayOf } from '#src/wizard/review/ReviewNotes.tsx';
import { installMachineClock, submissionOf } from '#src/wizard/submit/testing-tab.ts';
import { type Ordered, targetWorld } from '#src/wizard/submit/testing-targets.ts';

/**
 * What holds restores in progress and can't be read is never taken for nothing: Review says that it isn't checked, and
 * a press that meets it first is held back, with its name, until the person means it.
 */

freshStorage();
beforeEach(() => {
  // Reads that fail are repeated, after pauses of chance.
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => array);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  installMachineClock();
});

interface Source {
  /** Whether a request is one of those that read it. */
  readonly isOfIt: (request: Request) => boolean;
  readonly unread: Omit<UnreadSource, 'why'>;
  /** What Review says of it, by why. */
  readonly says: Readonly<Record<UnreadSource['why'], RegExp>>;
  /** An answer with more to come, which can't be had. */
  readonly cut?: (request: Request, answer: Response) => Promise<Response>;
}

const ELSEWHERE = 'https://other.example/next';
/** A list of Azure's whose next page is at another host, where no token goes. */
async function nextElsewhere(_: Request, answer: Response): Promise<Response> {
  return Response.json({ ...(await bodyOf(answer)), nextLink: ELSEWHERE });
}
async function bodyOf(answer: Response): Promise<object> {
  const body: unknown = await answer.json();
  if (typeof body !== 'object' || body === null) throw new Error('no object');
  return body;
}
/** Full pages of other jobs without an end. */
async function pagesOfCommServe({ headers }: Request, answer: Response): Promise<Response> {
  const from = Number(headers.get('offset'));
  const jobs = Array.from({ length: 100 }, (__, index) => ({
    jobSummary: { jobId: 100_000 + from + index, status: 'Completed', jobType: 'Restore' },
  }));
  return Response.json({ ...(await bodyOf(answer)), jobs });
}

const isAt =
  (part: string) =>
  ({ url }: Request): boolean =>
    url.toLowerCase().includes(part.toLowerCase());
const text = {
  failed: /couldn’t (all )?be read/,
  late: /took too long to load/,
};

const sources = {
  'the vault’s list': {
    isOfIt: isAt(`${prodVault}/backupJobs?`),
    unread: { kind: 'vault', name: null },
    says: {
      failed: /the restores in progress/,
      late: /The restores of this vault took too long to load/,
    },
    cut: nextElsewhere,
  },
  'other vaults': {
    isOfIt: isAt('Microsoft.ResourceGraph/resources'),
    unread: { kind: 'vaults', name: null },
    says: text,
    cut: async (_, answer) => {
      const body = await bodyOf(answer);
      const total = 'totalRecords' in body ? Number(body.totalRecords) : 0;
      return Response.json({ ...body, totalRecords: total + 1000 });
    },
  },
  'a secondary region': {
    isOfIt: isAt('/backupCrrJobs?'),
    unread: { kind: 'secondary', name: nameOf(prodVault) },
    says: text,
    cut: nextElsewhere,
  },
  Commvault: {
    isOfIt: isAt('/Job?jobFilter=Restore'),
    unread: { kind: 'named', name: HOST },
    says: text,
    cut: pagesOfCommServe,
  },
  'a job by its ID': {
    isOfIt: isAt(`${prodVault}/backupJobs/`),
    unread: { kind: 'named', name: 'sql-erp-02' },
    says: {
      failed: /couldn’t be read: sql-erp-02\./,
      late: /took too long to load: sql-erp-02\./,
    },
  },
} as const satisfies Readonly<Record<string, Source>>;
type SourceName = keyof typeof sources;

const TROUBLES = ['slow', '403', '500', 'second page cut'] as const;
type Trouble = (typeof TROUBLES)[number];
const MOMENTS = ['Review', 'press'] as const;

/** Cells that can't occur, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'a job by its ID, second page cut': 'a job is one answer, which has no pages',
};

const names = Object.keys(sources).filter((name): name is SourceName => name in sources);
const all = names.flatMap((name) =>
  TROUBLES.flatMap((trouble) => MOMENTS.map((moment) => ({ name, trouble, moment }))),
);
const cells = all.filter(({ name, trouble }) => !(`${name}, ${trouble}` in LEFT_OUT));

const never = ({ signal }: Request): Promise<Response> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
const refusal = (status: number): Response =>
  Response.json({ error: { code: 'Refused', message: 'No.' } }, { status });

/** Services that give such an answer from now on, and what Review and a press come to. */
function world(source: Source) {
  const it = targetWorld();
  const startedAt = Date.now();
  const began = it.clock.now();
  // Pauses of the page go by, as its deadlines do.
  installClock({
    now: () => instant(Math.max(it.clock.now(), began + Date.now() - startedAt)),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
  const whole = it.azure.fetch.bind(it.azure);
  let trouble: Trouble | null = null;
  vi.spyOn(it.azure, 'fetch').mockImplementation(async (request) => {
    if (trouble === null || !source.isOfIt(request)) return whole(request);
    if (trouble === 'slow') return never(request);
    if (trouble === '403' || trouble === '500') return refusal(Number(trouble));
    return source.cut?.(request, await whole(request)) ?? whole(request);
  });
  return {
    ...it,
    begin: (next: Trouble) => {
      trouble = next;
    },
  };
}

/** Lets time go by until something has ended. */
async function settled<Value>(pending: Promise<Value>): Promise<Value> {
  const steps = { left: 400 };
  const over = () => {
    steps.left = 0;
  };
  pending.then(over, over);
  for (; steps.left > 0; steps.left -= 1) await vi.advanceTimersByTimeAsync(250);
  return pending;
}

type TargetWorld = ReturnType<typeof world>;

/** What Review reads, and how it stands. */
async function reviewed({ client, clock }: TargetWorld, { wanted, queries, what }: Ordered) {
  clock.add(5);
  const own = queries.ofVault;
  const [ofVault, others] = await settled(
    Promise.allSettled([
      own && client.query({ ...own, staleTime: 0 }),
      client.query({ ...queries.others, staleTime: 0 }),
    ]),
  );
  const readOf = (error: unknown) =>
    ({ state: 'failed', trouble: { problem: problemOf(error), readAgain: null } }) as const;
  const reads: TargetReads = {
    ofVault:
      ofVault.status === 'rejected'
        ? readOf(ofVault.reason)
        : ofVault.value && { state: 'known', value: ofVault.value },
    others:
      others.status === 'rejected'
        ? readOf(others.reason)
        : { state: 'known', value: others.value },
  };
  return { reads, check: targetResult(wanted, reads, what) };
}

const target = { group: 'rg-restore-weu', vm: 'app01-r', disk: 'app01-r_OsDisk' };

/** Another person starts a restore of another VM in the same vault. */
async function another({ azure, clock }: TargetWorld): Promise<void> {
  await azure.change((state, now) => [
    restoreOfOtherPerson(state, now, {
      instance: 'sql-erp-02',
      group: 'rg-restore-weu',
      vmName: 'theirs',
    }),
  ]);
  clock.add(5);
}

const whyOf = (trouble: Trouble): UnreadSource['why'] => (trouble === 'slow' ? 'late' : 'failed');

test('the table is whole', () => {
  expect([all.length, cells.length]).toEqual([40, 38]);
  expect(
    new Set(
      all.filter((one) => !cells.includes(one)).map(({ name, trouble }) => `${name}, ${trouble}`),
    ),
  ).toEqual(new Set(Object.keys(LEFT_OUT)));
});

let tried = 0;
afterAll(() => console.info(`unread sources: ${String(tried)} cells of ${String(all.length)}`));

interface Cell {
  readonly name: SourceName;
  readonly trouble: Trouble;
  readonly moment: (typeof MOMENTS)[number];
}

/** What Review says, what the press after it does, and what it does once the person means it. */
interface Outcome {
  readonly review: 'passed' | 'not checked, named' | 'other';
  readonly press: string;
  readonly unread: readonly UnreadSource[];
  /** How many restores the press has started. */
  readonly started: number;
  /** The same after *Restore anyway*; null: the first press was sent. */
  readonly anyway: readonly [state: string, started: number] | null;
}

async function outcomeOf({ name, trouble, moment }: Cell): Promise<Outcome> {
  const source: Source = sources[name];
  const it = world(source);
  const ordered = await settled(it.order('new VM', target));
  const id = ordered.begin();
  const isOfJob = name === 'a job by its ID';
  // By then no other restore of the same VM is in progress, which would warn.
  if (isOfJob) it.clock.add(2 * 3600);
  const begin = async (): Promise<void> => {
    if (isOfJob) await another(it);
    it.begin(trouble);
  };
  if (moment === 'Review') await begin();
  const { check, reads } = await reviewed(it, ordered);
  if (moment === 'press') await begin();
  const before = await startedIn(it);
  await settled(it.press(ordered, id, reads));
  const sent = submissionOf(id);
  const started = (await startedIn(it)) - before;
  const isNamed =
    check.state === 'notChecked' &&
    source.says[whyOf(trouble)].test(check.found) &&
    !check.found.includes('No restore in progress');
  const outcome = {
    review: check.state === 'passed' ? 'passed' : isNamed ? 'not checked, named' : 'other',
    press: sent.state === 'notSent' ? (sent.heldBack ?? 'notSent') : sent.state,
    unread: (sent.state === 'notSent' && sent.unread) || [],
    started,
  } as const;
  const decided = sent.state === 'notSent' ? anywayOf(sent) : null;
  if (decided === null) return { ...outcome, anyway: null };
  await settled(it.press(ordered, id, reads, decided));
  const anyway = [submissionOf(id).state, (await startedIn(it)) - before] as const;
  return { ...outcome, anyway };
}

function expected({ name, trouble, moment }: Cell): Outcome {
  const isOfVault = name === 'the vault’s list';
  const review = moment === 'Review' ? 'not checked, named' : 'passed';
  // The person has read that it isn’t checked. Of the vault the jobs are needed to find the restore.
  if (moment === 'Review' && !isOfVault)
    return { review, press: 'accepted', unread: [], started: 1, anyway: null };
  return {
    review,
    press: isOfVault ? (whyOf(trouble) === 'late' ? 'jobsLate' : 'jobsUnread') : 'othersUnread',
    unread: [{ ...sources[name].unread, why: whyOf(trouble) }],
    started: 0,
    anyway: ['accepted', 1],
  };
}

describe('what can’t be read', () => {
  test.each(cells)('$name, $trouble, at the $moment', async (cell) => {
    tried += 1;
    expect(await outcomeOf(cell)).toEqual(expected(cell));
  });
});

const startedIn = async ({ store }: TargetWorld): Promise<number> =>
  (await store.read(0)).filter(({ event }) => event.type === 'restore-accepted').length;

test('what was meant of one source isn’t meant of another', async () => {
  const { says, unread, ...given } = sources.Commvault;
  const it = world({ says, unread, ...given, isOfIt: (request) => isBroken(request) });
  let isBroken = given.isOfIt;
  const ordered = await settled(it.order('new VM', target));
  const id = ordered.begin();
  const { reads } = await reviewed(it, ordered);
  it.begin('403');
  await settled(it.press(ordered, id, reads));
  expect(submissionOf(id)).toMatchObject({ unread: [{ name: HOST }] });
  isBroken = sources['a secondary region'].isOfIt;
  await settled(it.press(ordered, id, reads, { withoutUnread: true }));
  expect(submissionOf(id)).toMatchObject({
    heldBack: 'othersUnread',
    unread: [{ kind: 'secondary', name: nameOf(prodVault) }],
    // It stays meant, so that the next decision adds to it.
    meant: [{ name: HOST }],
  });
});

test('one source that doesn’t answer hides nothing of the others', async () => {
  const it = world(sources.Commvault);
  const ordered = await settled(it.order('new VM', target));
  it.begin('slow');
  await settled(ordered.startByOther());
  it.clock.add(90);
  const beside = { vaultId: resourceId('/subscriptions/x/y'), isSecondary: false };
  const others = otherRestoresQuery({ beside, jobs: [] });
  const { check } = await reviewed(it, { ...ordered, queries: { ofVault: null, others } });
  expect(check.state).toBe('warned');
  expect(check.found).toContain(`Restores that took too long to load: ${HOST}.`);
});
