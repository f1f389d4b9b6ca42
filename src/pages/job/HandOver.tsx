import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { ownAddress } from '#src/lib/base.ts';
import { dateTimeText, momentText, offsetText, timeText } from '#src/lib/format.ts';
import { isDemo } from '#src/lib/owner.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { isFound, type ReadBack } from '#src/model/read-back.ts';
import type { OpenStep } from '#src/pages/job/picture.ts';
import { type JobOfPage, verdictLines, withBuilt } from '#src/pages/job/verdict.ts';
import { pointTimeOf, targetText } from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import type { Progress } from '#src/progress/progress.ts';
import { clockEnds } from '#src/progress/round.ts';
import { isGood } from '#src/progress/verdict.ts';
import { handOver as words } from '#src/strings/hand-over.ts';
import { pages } from '#src/strings/pages.ts';
import { common } from '#src/strings/common.ts';
import { useCopy } from '#src/ui/CopyText.tsx';
import { selectContents } from '#src/ui/dom.ts';
import { Name } from '#src/ui/text.tsx';
import { sentOutline } from '#src/wizard/draft/sent.ts';

type Now = Pick<JobOfPage, 'progress' | 'facts' | 'verdict' | 'at' | 'verifiedAt' | 'service'> & {
  readonly parts: Pick<JobOfPage['parts'], 'isRestore' | 'readBack'>;
};

/** What is known besides the job. What wasn’t read is left out. */
interface Known {
  /** What it restores to, where the job or this browser names it. */
  readonly target: string | null;
  /** Titles of the next steps that aren’t done. */
  readonly open: readonly string[];
  /** Names of the VMs that this browser made of what it restored. */
  readonly built: readonly string[];
}

/** When the restored VM was read as on, with the address that was read of it; null: it wasn't read, or isn't on. */
function poweredOn(readBack: ReadBack | null): { at: Instant; address: string | null } | null {
  const parts = readBack?.parts ?? [];
  const machine = parts.find(({ kind }) => kind === 'vm');
  if (machine?.read.is !== 'there' || machine.power !== 'running' || !isFound(machine)) return null;
  const nic = parts.find(({ kind, read }) => kind === 'nic' && read.is === 'there');
  return { at: machine.read.at, address: nic?.address ?? null };
}

/** One sentence about a job by what was read, and what is left to do. Pure. */
export function handOverText(job: JobDetails, now: Now, { target, open, built }: Known): string {
  const { verdict, at, progress, service, verifiedAt } = now;
  const { isRestore, readBack } = now.parts;
  const readAt = now.facts.observations?.latest.at ?? at;
  const shown = inZoneOf(readAt);
  const pointAt = isRestore ? pointTimeOf(job) : null;
  const point = pointAt === null ? null : shown(dateTimeText, pointAt);
  const restore = { title: pages.job.title(job.operation, job.itemName), target, point };
  const moment = (one: Instant): string => momentText(one, at);
  const left = open.length === 0 ? [] : [words.open(open)];
  if (verdict.outcome === 'running') {
    return words.running(
      restore,
      stateText(job, progress, (one) => shown(moment, one)),
      withZone(moment(readAt), readAt),
      readyText(job, progress, at, shown),
    );
  }
  const on = isGood(verdict.outcome) ? poweredOn(readBack) : null;
  if (on !== null) {
    const time = withZone(moment(on.at), on.at);
    const name = target ?? job.itemName;
    const vm = on.address === null ? name : words.vmAt(name, on.address);
    return [words.on(vm, time, job.itemName, point), ...left].join(' ');
  }
  const { title } = withBuilt(
    verdictLines(service, job, verdict, verdict.isReadBack),
    verdict.outcome,
    built,
  );
  const end = job.endedAt ?? readAt;
  const time = withZone(moment(end), end);
  const verified =
    verifiedAt === null
      ? words.notReadBack
      : words.readBack(withZone(moment(verifiedAt), verifiedAt));
  return [
    (job.endedAt === null ? words.read : words.ended)(restore, time, title),
    ...(isRestore && isGood(verdict.outcome) ? [verified] : []),
    ...job.errors.slice(0, 1).map((one) => words.error(pages.job.errorCode(one.code, one.title))),
    ...left,
  ].join(' ');
}

/** How far a running job is. */
function stateText(
  { status }: JobDetails,
  { percent, stall }: Progress,
  moment: (at: Instant) => string,
): string {
  if (status === 'cancelling') return words.canceling;
  const reached =
    percent === null
      ? words.inProgress
      : words.percentOf[percent.of](pages.job.percent(percent.value));
  return stall === null ? reached : `${reached}, ${words.noProgress(moment(stall.since))}`;
}

const FAR_MS = 12 * 3_600_000;

/** When a running job is expected to end; null: nothing says it. */
function readyText(
  { status }: JobDetails,
  { eta, stall }: Progress,
  at: Instant,
  shown: Shown,
): string | null {
  if (eta.kind !== 'range' || stall !== null || status === 'cancelling') return null;
  const { lowMs, highMs } = clockEnds(eta, at);
  const text = Math.abs(highMs - at) < FAR_MS ? timeText : dateTimeText;
  return words.expected(shown(text, instant(lowMs)), shown(text, instant(highMs)));
}

type Shown = (text: (at: Instant) => string, at: Instant) => string;

/** A sentence leaves the page that names the time zone: one of its times has the zone, and others where theirs differs. */
function inZoneOf(one: Instant): Shown {
  const zone = offsetText(one);
  return (text, at) => (offsetText(at) === zone ? text(at) : withZone(text(at), at));
}

/** A time with its zone, once: of an hour that a night repeats it has it already. */
function withZone(text: string, at: Instant): string {
  const zone = offsetText(at);
  return text.endsWith(zone) ? text : `${text} ${zone}`;
}

const useStyles = makeStyles({
  root: { '@media print': { display: 'none' } },
  title: { paddingBlock: tokens.spacingVerticalXS, cursor: 'pointer' },
  content: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { flex: '1 1 280px', minWidth: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

interface HandOverProps {
  readonly job: JobDetails;
  readonly now: Now;
  readonly open: readonly OpenStep[];
  readonly built: readonly string[];
}

/** What one person passes on to the next about a job, to copy: a sentence, and the address of its page. */
export function HandOver({ job, now, open, built }: HandOverProps) {
  const styles = useStyles();
  const outline = reportedOutline(job) ?? sentOutline(job.id);
  const target = outline && targetText(outline);
  const text = [
    handOverText(job, now, { target, open: open.map(({ title }) => title), built }),
    ownAddress(`jobs/${encodeURIComponent(jobAddress(job.id))}`),
    ...(isDemo() ? [words.simulated] : []),
  ].join('\n');
  const { isRefused, shown, copy } = useCopy(text);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-label={words.title} className={styles.root}>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary className={styles.title}>{words.title}</summary>
        {isOpen && (
          <div className={styles.content}>
            <span className={styles.text}>
              {isRefused ? <bdi ref={selectContents}>{text}</bdi> : <Name>{text}</Name>}
            </span>
            <Button icon={<Copy16Regular />} aria-label={`${shown} ${words.text}`} onClick={copy}>
              {shown}
            </Button>
            {isRefused && <span role="alert">{common.copyByHand}</span>}
          </div>
        )}
      </details>
    </section>
  );
}
