import type { JobMending, JobPageParts } from '#src/datasources/job.ts';
import { offsetText, timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import {
  isFound,
  isUnread,
  LEFT_KINDS,
  type LeftKind,
  type ReadBack,
  type ReadPart,
} from '#src/model/read-back.ts';
import { type JobOfPage, verdictLines, withBuilt } from '#src/pages/job/verdict.ts';
import { isGood, type JobVerdict } from '#src/progress/verdict.ts';
import { common } from '#src/strings/common.ts';
import { readBack as words } from '#src/strings/read-back.ts';

/** Which sentence about what a restore has left is allowed by what was read. Pure. */

/** What is known of all things of one kind. */
type KindRead = 'found' | 'notFound' | 'notRead' | 'notLookedAt' | 'onItsWay' | 'others';

function kindRead(parts: readonly ReadPart[]): KindRead {
  const is = (one: ReadPart['read']['is']): boolean => parts.some(({ read }) => read.is === one);
  if (is('onItsWay')) return 'onItsWay';
  if (parts.some(isFound)) return 'found';
  if (parts.some(({ read }) => read.is === 'notRead' && read.why !== null)) return 'notRead';
  if (parts.some(isUnread)) return 'notLookedAt';
  return is('there') ? 'others' : 'notFound';
}

const namesOf = (parts: readonly ReadPart[]): string[] => {
  const found = parts.filter(isFound);
  const disks = found.filter(({ kind }) => kind === 'disk').length;
  const nics = found.filter(({ kind }) => kind === 'nic').length;
  return [
    ...found.filter(({ kind }) => kind === 'vm').map(({ name }) => name ?? words.thing.vm),
    ...(disks === 0 ? [] : [words.disks(disks)]),
    ...(nics === 0 ? [] : [words.nics(nics)]),
  ];
};

/**
 * What a restore has left, as far as that was read: nothing was created only where each kind of thing that it can leave
 * was looked for.
 */
export function existingSentences({ parts }: Pick<ReadBack, 'parts'>): readonly string[] {
  // What was there before isn't what it leaves.
  const left = parts.filter(({ isTarget }) => isTarget !== true);
  const kinds = LEFT_KINDS.filter((kind) => left.some((part) => part.kind === kind));
  const states = new Map(
    kinds.map((kind) => [kind, kindRead(left.filter((part) => part.kind === kind))]),
  );
  const of = (wanted: KindRead): LeftKind[] => kinds.filter((kind) => states.get(kind) === wanted);
  const say = words.existing;
  if (of('onItsWay').length > 0) return [say.looking];
  const missing = of('notFound');
  const place = left.find(({ read }) => read.is === 'notFound')?.place ?? null;
  if (kinds.length > 0 && missing.length === kinds.length) return [say.nothing(missing, place)];
  const others = left.filter(({ read }) => read.is === 'there' && read.isOfJob === false);
  const [failed, unasked] = [of('notRead'), of('notLookedAt')];
  const found = namesOf(left);
  return [
    ...(found.length > 0 ? [say.found(found)] : []),
    ...others.map(({ name, kind }) => say.others(name ?? words.thing[kind])),
    ...(missing.length > 0 ? [say.notFound(missing, place)] : []),
    ...(failed.length > 0 ? [say.notRead(failed)] : []),
    ...(unasked.length > 0 ? [say.notLookedAt(unasked)] : []),
  ];
}

const clock = (at: Instant): string => `${timeText(at)} ${offsetText(at)}`;

interface Headline {
  readonly title: string;
  /** Null: the title says all. */
  readonly body: string | null;
}

/** What exists after a restore that went well and is on, by what was read; null: none of it was. Pure. */
export function doneHeadline({ parts }: Pick<ReadBack, 'parts'>): Headline | null {
  const machine = parts.find(({ kind, read }) => kind === 'vm' && read.is === 'there');
  if (machine?.read.is === 'there' && machine.power !== undefined) {
    const name = machine.name ?? words.thing.vm;
    const time = clock(machine.read.at);
    const title = words.headline[machine.power ?? 'there'](name, time);
    return { title, body: addressText(parts, machine.power === null) };
  }
  const disks = parts.filter((part) => part.kind === 'disk' && isFound(part));
  const [first] = disks;
  if (first?.read.is !== 'there' || parts.some(({ kind }) => kind === 'vm')) return null;
  const time = clock(first.read.at);
  const title =
    disks.length === 1 && first.name !== null
      ? words.headline.there(first.name, time)
      : words.headline.disks(words.disks(disks.length), first.place, time);
  return { title, body: null };
}

/** The address that was read; of one that wasn't, which of the five words it is. */
function addressText(parts: readonly ReadPart[], isPowerless: boolean): string | null {
  const nic = parts.find(({ kind }) => kind === 'nic');
  const power = isPowerless ? [words.powerNotReported] : [];
  if (nic === undefined) return power[0] ?? null;
  return [...power, nicText(nic)].join(', ');
}

function nicText({ read, address }: ReadPart): string {
  switch (read.is) {
    case 'there':
      return address ? words.at(address) : words.addressNot(common.absence.notReported);
    case 'notFound':
      return words.addressNot(common.absence.none);
    default:
      return words.addressNot(common.absence[read.is]);
  }
}

/** How far into its message a service says what went wrong. */
const FIRST_SENTENCE = /^.+?[.!?](?=\s|$)/s;

/** What mends the cause of a job that failed; null: no document tells. */
const mendingFor = (
  { errors }: Pick<JobDetails, 'errors'>,
  { mendingOf }: Pick<JobPageParts, 'mendingOf'>,
): JobMending | null => errors.map((error) => mendingOf(error)).find((one) => one !== null) ?? null;

/** Why a job failed, in a sentence: the documented cause, else the service's words; null: it reports none. Pure. */
export function causeOf(
  job: Pick<JobDetails, 'errors'>,
  parts: Pick<JobPageParts, 'mendingOf'>,
  service: string,
): string | null {
  const documented = mendingFor(job, parts);
  if (documented !== null) return documented.cause;
  const message = job.errors.find((one) => one.message.trim() !== '')?.message.trim();
  if (message === undefined) return null;
  return words.cause(service, FIRST_SENTENCE.exec(message)?.[0] ?? message);
}

/** Ends that leave open what exists, which only a look tells. */
const BAD_ENDS: readonly JobVerdict['outcome'][] = ['failed', 'cancelled', 'nothing', 'disksOnly'];

/** Whether a job ended before it had brought back all. */
export const isBadEnd = ({ outcome }: Pick<JobVerdict, 'outcome'>): boolean =>
  BAD_ENDS.includes(outcome);

/**
 * The way on after a restore that ended badly: what mends its cause, else the same again. Null: it went well, or its
 * disks are there and are the way on. Pure.
 */
export function wayOnOf(
  job: JobDetails,
  { parts, verdict }: Pick<JobOfPage, 'parts' | 'verdict'>,
): { readonly mending: JobMending | null } | null {
  if (!parts.isRestore || !isBadEnd(verdict)) return null;
  const mending = mendingFor(job, parts);
  return mending === null && verdict.outcome === 'disksOnly' ? null : { mending };
}

interface EndHead {
  readonly title: string;
  /** The end in a word before it, for who can't see its icon; null: the title says it. */
  readonly hidden: string | null;
  readonly lines: readonly string[];
  /** The service's own word, and where the verdict comes from. */
  readonly small: readonly string[];
  readonly evidence: readonly string[];
}

/** What stands at the head of a job that has ended, each thing once. Pure. */
export function endHeadOf(
  job: JobDetails,
  { parts, verdict, service }: Pick<JobOfPage, 'parts' | 'verdict' | 'service'>,
  built: readonly string[],
): EndHead {
  const { outcome } = verdict;
  const plain = withBuilt(verdictLines(service, job, verdict, parts.isTargetRead), outcome, built);
  const { title, word, from, evidence } = plain;
  const body = plain.body === null ? [] : [plain.body];
  const known = (texts: readonly (string | null)[]) => texts.filter((text) => text !== null);
  const { readBack } = parts;
  if (readBack !== null && isGood(outcome)) {
    const head = doneHeadline(readBack);
    if (head !== null) {
      const lines = known([head.body, ...(outcome === 'done' ? [] : body)]);
      // Of a VM the title says it; of disks the evidence has their names.
      const hasMachine = outcome === 'done' && readBack.parts.some(({ kind }) => kind === 'vm');
      const rest = hasMachine ? [] : evidence;
      return { title: head.title, hidden: title, lines, small: known([word]), evidence: rest };
    }
  }
  if (readBack === null || !parts.isRestore || !isBadEnd(verdict)) {
    return { title, hidden: null, lines: body, small: known([word, from]), evidence };
  }
  const cause = outcome === 'cancelled' ? null : causeOf(job, parts, service);
  const isTitle = outcome !== 'disksOnly' && cause !== null && built.length === 0;
  return {
    title: isTitle ? cause : title,
    hidden: isTitle ? title : null,
    lines: known([isTitle ? null : cause, ...existingSentences(readBack)]),
    small: known([word]),
    evidence: [],
  };
}
