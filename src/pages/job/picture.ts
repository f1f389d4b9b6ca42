import { gibCount, gibOf } from '#src/lib/bytes.ts';
import { countText, durationText, timeText } from '#src/lib/format.ts';
import type { JobPoint, NamedDisk } from '#src/datasources/job.ts';
import { type JobDetails, networkNamed, propertyOf } from '#src/model/jobs.ts';
import { isFound, type LeftKind, type ReadBack } from '#src/model/read-back.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import type { JobOfPage } from '#src/pages/job/verdict.ts';
import type { JobChart } from '#src/progress/chart.ts';
import { builtNote, pointTimeOf } from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import type { JobEnd } from '#src/progress/verdict.ts';
import type { StepPart } from '#src/strings/next-steps.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { picture as words } from '#src/strings/picture.ts';
import { withGone } from '#src/strings/progress.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import {
  absent,
  type Card,
  type DiskPart,
  type Fate,
  type Moves,
  type PicturePart,
  type PictureState,
  readingOf,
  type Reading,
  type RestoreModel,
  unreadFact,
} from '#src/ui/picture/model.ts';
import { withReadBack } from '#src/pages/job/read-picture.ts';
import { byTone, cardOf, readingOr, totalOf } from '#src/wizard/picture.ts';

type Now = Pick<JobOfPage, 'progress' | 'facts' | 'verdict' | 'at' | 'verifiedAt' | 'service'> & {
  readonly parts: Pick<JobOfPage['parts'], 'found' | 'isRestore' | 'point' | 'readBack'>;
};

/** What this browser knows of a job besides what it reports. */
interface Known {
  /** The picture of its press; null: another browser started it. */
  readonly pressed: RestoreModel | null;
  readonly outline: RestoreOutline | null;
  readonly chart: JobChart | null;
  /** What is left to do after it; left out: nothing. */
  readonly open?: readonly OpenStep[];
  /** Names of the VMs that this browser made of what it restored; left out: none. */
  readonly built?: readonly string[];
}

/** A next step that isn’t done. */
export interface OpenStep {
  readonly id: string;
  readonly title: string;
  /** What it is about. */
  readonly about: StepPart;
}

/**
 * The picture of a restore by its job: what was drawn at its press, as far as the job is, or what the job reports alone.
 * Null: it is no restore, or how it ended isn’t reported. Pure.
 */
export function jobPicture(
  job: JobDetails,
  now: Now,
  { pressed, outline, chart, open = [], built = [] }: Known,
): RestoreModel | null {
  const state = stateOf(job, now);
  const base = pressed ?? reportedPicture(job, outline, now.parts.point);
  if (state === null || base === null || !now.parts.isRestore) return null;
  const result = resultOf(base.result, state, now);
  const loses = state === 'done' || state === 'notRead' || state === 'running';
  const beside = loses ? result.disksBeside : withFate(result.disksBeside, 'unknown');
  const drawn: RestoreModel = {
    ...base,
    state,
    sentence: withGone(
      words.job(words.states[state], base.sentence),
      builtNote(now.verdict.outcome, built),
    ),
    moves: {
      ...base.moves,
      under: base.moves.under.map((one) => ({ ...one, fate: underFate(one.fate, state) })),
      duration: durationOf(state, now, chart),
      loss: absent,
      reached: reachedOf(now),
    },
    result: { ...result, disksBeside: beside },
    pins: [...base.pins, ...(pressed === null ? unreadHostName(result, state) : [])],
  };
  return state === 'done' ? withOpenSteps(drawn, open) : drawn;
}

/** The picture with each open step pinned to the part that it is about, which leads to it. */
function withOpenSteps(model: RestoreModel, open: readonly OpenStep[]): RestoreModel {
  const { result } = model;
  const steps = open.map((step) => ({ ...step, part: partOf(step, result) }));
  const leading = <Part extends PicturePart>(part: Part): Part => ({
    ...part,
    field: steps.find((step) => step.part === part.id)?.id,
  });
  const { nics } = result;
  return {
    ...model,
    pins: [
      ...model.pins,
      ...steps.map(
        ({ id, title, part }) => ({ id, part, tone: 'open', title, links: [] }) as const,
      ),
    ].toSorted(byTone),
    result: {
      ...leading(result),
      disksBeside: result.disksBeside.map(leading),
      nics: nics.is === 'known' ? readingOf(nics.value.map(leading)) : nics,
    },
  };
}

/** The part that a step is about; what isn’t drawn by itself is of the result as a whole. */
function partOf({ about }: OpenStep, { id, nics, disksBeside }: Card): string {
  const nic = nics.is === 'known' ? nics.value[0] : undefined;
  const own = { nic, disks: disksBeside[0], vm: undefined, storage: undefined, roles: undefined };
  return own[about]?.id ?? id;
}

/** How a picture looks that ends so; null: nothing reports how it ended. */
const ENDS: Readonly<Record<Exclude<JobEnd, 'running'>, PictureState | null>> = {
  done: 'done',
  doneWithWork: 'done',
  // Reported as completed, and not found since.
  gone: 'notRead',
  disksOnly: 'failed',
  nothing: 'failed',
  failed: 'failed',
  cancelled: 'canceled',
  unknown: null,
};

function stateOf(job: JobDetails, { progress, verdict }: Now): PictureState | null {
  const { outcome, isReadBack } = verdict;
  if (outcome !== 'running') {
    const state = ENDS[outcome];
    if (state === 'failed' && job.status === 'cancelled') return 'canceled';
    return state === 'done' && !isReadBack ? 'notRead' : state;
  }
  if (job.status === 'cancelling') return 'canceling';
  return progress.stall === null ? 'running' : 'stalled';
}

const withFate = <Part extends PicturePart>(parts: readonly Part[], fate: Fate): Part[] =>
  parts.map((part) => ({ ...part, fate }));

const inFate = <Part extends PicturePart>(
  parts: Reading<readonly Part[]>,
  fate: Fate,
): Reading<readonly Part[]> =>
  parts.is === 'known'
    ? readingOf(parts.value.map((part) => (part.fate === 'new' ? { ...part, fate } : part)))
    : parts;

function underFate(fate: Fate, state: PictureState): Fate {
  if (fate !== 'new') return fate;
  return state === 'done' ? 'new' : state === 'running' ? 'notCreated' : 'unknown';
}

/** What the restore creates, as far as it is known to be there. */
function resultOf(card: Card, state: PictureState, now: Now): Card {
  const fates = fatesOf(state, now);
  // What exists already isn’t created: its disks are.
  const isExisting = card.disksBeside.length > 0;
  const isDone = state === 'done';
  const disks = isDone ? readBack(card, now) : card.disks;
  const drawn: Card = {
    ...card,
    fate: card.fate === 'new' && !isExisting ? fates.card : card.fate,
    badge: isDone && now.verifiedAt !== null ? words.readBack(timeText(now.verifiedAt)) : undefined,
    disks: inFate(disks, isDone && fates.disks === 'new' ? diskFate(card, now) : fates.disks),
    nics: inFate(card.nics, fates.nics),
    others: card.others.map((one) => (one.fate === 'new' ? { ...one, fate: fates.nics } : one)),
  };
  const read = now.parts.readBack;
  return isDone && read !== null ? withReadBack(drawn, read) : drawn;
}

/** The disks that were read back, where nothing says what was to be made. */
function readBack({ disks }: Card, { parts: { found } }: Now): Card['disks'] {
  const names = found?.disks ?? [];
  if (disks.is === 'known' || names.length === 0) return disks;
  return readingOf(
    names.map((name) => ({
      id: `read-${name}`,
      name,
      fate: 'new' as const,
      sizeGiB: readingOr(found?.sizes?.get(name), restoreParts.unread.size),
    })),
  );
}

/** Disks that were looked for themselves are read back; those of a VM that was found aren’t. */
function diskFate({ disks }: Card, { parts }: Now): Fate {
  const found = parts.found?.disks?.length ?? 0;
  const planned = disks.is === 'known' ? disks.value.length : 0;
  return found > 0 && found >= planned ? 'there' : 'new';
}

interface Fates {
  readonly card: Fate;
  readonly disks: Fate;
  /** Of NICs and further parts, such as a template. */
  readonly nics: Fate;
}

function fatesOf(state: PictureState, { verdict, progress, parts }: Now): Fates {
  switch (state) {
    case 'running':
    case 'stalled': {
      const isMade = progress.phases.some(
        ({ kind, status }) => kind === 'createMachine' && status === 'completed',
      );
      return { card: isMade ? 'new' : 'notCreated', disks: 'new', nics: 'notCreated' };
    }
    case 'done':
      return { card: 'there', disks: 'new', nics: 'new' };
    case 'canceling':
      return { card: 'notCreated', disks: 'notCreated', nics: 'notCreated' };
    case 'failed':
    case 'canceled': {
      const hasDisks = verdict.restored === 'disks' || verdict.restored === 'all';
      const fate = (kind: LeftKind): Fate => leftFate(parts.readBack, kind);
      const disks = hasDisks ? 'new' : fate('disk');
      // A card that is no VM has what it is of its disks.
      const hasVm = parts.readBack?.parts.some(({ kind }) => kind === 'vm') ?? true;
      return { card: hasVm ? fate('vm') : fate('disk'), disks, nics: fate('nic') };
    }
    default:
      return { card: 'unknown', disks: 'unknown', nics: 'unknown' };
  }
}

/** Whether what a restore didn't end with is there: nothing that wasn't looked for is called missing. */
function leftFate(read: ReadBack | null, kind: LeftKind): Fate {
  const parts = (read?.parts ?? []).filter((part) => part.kind === kind && !part.isTarget);
  if (parts.some(isFound)) return 'new';
  const isMissing = parts.length > 0 && parts.every(({ read: { is } }) => is === 'notFound');
  return isMissing ? 'notCreated' : 'unknown';
}

/** The rate while it runs, and how long it took. */
function durationOf(state: PictureState, now: Now, chart: JobChart | null): Moves['duration'] {
  const { ageMs } = now.progress;
  if (state === 'running') {
    const rate = chart?.bytes?.rates.at(-1)?.bytesPerMs;
    return rate === undefined
      ? absent
      : readingOf({ text: words.rateOf(gibCount(rate * 60_000)), basis: '' });
  }
  const hasEnded = state === 'done' || state === 'notRead';
  if (!hasEnded || ageMs === null) return absent;
  return readingOf({ text: durationText(ageMs), basis: '' });
}

/** How far the last read says that it is. Bytes are a total. */
function reachedOf({
  progress,
  facts: { observations },
  at,
  service,
}: Now): NonNullable<Moves['reached']> {
  const { bytes, percent, stall } = progress;
  return {
    share: readingOr(percent && percent.value / 100, words.progress),
    of: percent?.of ?? 'job',
    disks: {},
    bytes: readingOr(bytes && gibOf(bytes, pages.job.bytesOf), words.line.bytesUnknown),
    // It is judged at a later moment where no read has come since.
    readAt: observations?.latest.at ?? at,
    service,
    quietSince: stall?.since,
  };
}

/** A copy has the host name of its source, and nothing looks at its network before it is there. */
function unreadHostName({ id, nics, fate }: Card, state: PictureState): RestoreModel['pins'] {
  const isToCome = state === 'running' && fate === 'notCreated' && nics.is !== 'absent';
  const { notChecked, later } = restoreParts.clash;
  return isToCome
    ? [{ id: 'host-name', part: id, tone: 'unknown', title: notChecked, text: later, links: [] }]
    : [];
}

/** What a job and its restore point report: its source, the point, and what it creates. */
function reportedPicture(
  job: JobDetails,
  sent: RestoreOutline | null,
  read: JobPoint | null,
): RestoreModel | null {
  const outline = reportedOutline(job) ?? sent;
  if (outline === null) return null;
  const { unread } = restoreParts;
  const { kind, name, group } = outline;
  const isDisk = kind === 'createDisk';
  const isInGroup = kind === 'restoreDisks';
  const isReplacement = kind === 'replaceDisks';
  const target = name ?? group ?? (isReplacement ? job.itemName : null);
  const place = propertyOf(job, 'Target resource group') ?? '';
  const { disks = unreadFact(unread.disks, 'notInJob'), newDisks = disks } = read ?? {};
  const hasDisks = disks.is === 'known' && disks.value.length > 0;
  const network = isReplacement || isDisk || isInGroup ? null : reportedNetwork(job);
  return {
    state: 'running',
    sentence: pages.job.title(job.operation, job.itemName),
    source: cardOf({
      id: 'source',
      name: restoreParts.source,
      icon: isReplacement ? 'point' : isDisk ? 'disk' : 'machine',
      title: readingOf(isReplacement ? restoreParts.point : job.itemName),
      fate: 'unchanged',
      lines: read?.lines ?? [],
      disks: disksOf(disks, 'source', 'unchanged'),
    }),
    point: {
      id: 'point',
      name: restoreParts.point,
      fate: 'unchanged',
      time: readingOr(pointTimeOf(job), unread.time, 'notInJob'),
      consistency: read?.consistency ?? unreadFact(unread.consistency, 'notInJob'),
      tier: read?.tier ?? unreadFact(unread.tier, 'notInJob'),
    },
    moves: {
      id: 'moves',
      sizeGiB: hasDisks ? totalOf(disksOf(disks, 'moved', 'unchanged')) : absent,
      duration: absent,
      loss: absent,
      under: [],
    },
    result: cardOf({
      id: 'result',
      name: restoreParts.result,
      icon: isDisk ? 'disk' : isInGroup ? 'group' : 'machine',
      title: readingOr(target, unread.name, 'notInJob'),
      // What becomes of a VM whose disks are replaced isn’t in the job.
      fate: isReplacement ? 'unknown' : 'new',
      isFrame: isInGroup,
      lines: place === '' || isInGroup ? [] : [readingOf(place)],
      disks: disksOf(newDisks, 'result', 'new'),
      nics: network ?? absent,
    }),
    networks:
      network?.is === 'known' ? network.value.flatMap(({ network: one }) => lineOf(one)) : [],
    pins: [],
  };
}

/** The restore point beside the properties of a job that this browser has no picture of. */
export function pointFacts(point: JobPoint | null): readonly (readonly [string, string])[] {
  if (point === null) return [];
  const { consistency, tier, disks } = point;
  const known = pages.job.point;
  const value = <Value>(one: Reading<Value>, write: (value: Value) => string): string => {
    if (one.is === 'known') return write(one.value);
    return common.absence[one.is === 'absent' ? 'none' : (one.why ?? 'notRead')];
  };
  const sized = (list: readonly NamedDisk[]): string => {
    const count = words.line.disks(list.length);
    const total = totalOf(disksOf(disks, 'moved', 'unchanged'));
    return total.is === 'known'
      ? known.withSizes(count, words.gib(countText(total.value)))
      : known.withoutSizes(count, value(total, String));
  };
  return [
    ...(consistency.is === 'absent'
      ? []
      : [[known.consistency, value(consistency, (one) => words.consistency[one])] as const]),
    [known.tier, value(tier, (one) => one)],
    [known.disks, value(disks, sized)],
  ];
}

const disksOf = (disks: JobPoint['disks'], id: string, fate: Fate): Reading<readonly DiskPart[]> =>
  disks.is === 'known'
    ? readingOf(disks.value.map((disk, index) => ({ ...disk, id: `${id}-${String(index)}`, fate })))
    : disks;

/** The NIC of a new VM on the network that its job names. */
function reportedNetwork(job: JobDetails): Card['nics'] {
  const { unread, newNic } = restoreParts;
  const network = networkNamed(job)?.name;
  if (network === undefined) return unreadFact(unread.network, 'notInJob');
  const address = unreadFact(unread.address, 'notInJob');
  return readingOf([
    { id: 'nic', name: newNic, fate: 'new', network: readingOf(network), address },
  ]);
}

const lineOf = (network: Reading<string>): RestoreModel['networks'] =>
  network.is === 'known'
    ? [
        {
          id: network.value,
          name: network.value,
          range: unreadFact(restoreParts.unread.range, 'notInJob'),
        },
      ]
    : [];
