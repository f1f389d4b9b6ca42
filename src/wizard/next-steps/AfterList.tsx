import { mergeClasses } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/query.ts';
import { stepCheckQuery } from '#src/api/queries/step-checks.ts';
import { offsetTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { type AfterLine, afterMark, type AfterState, isEffective } from '#src/model/next-steps.ts';
import { afterwards as words, latestText } from '#src/strings/afterwards.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { keepAfter } from '#src/wizard/next-steps/marks.ts';

const TONES: Readonly<Record<AfterState, Tone>> = {
  done: 'done',
  wasSo: 'done',
  accepted: 'running',
  open: 'waiting',
  partly: 'warning',
  refused: 'failed',
  failed: 'failed',
  unknown: 'unknown',
};

export interface AfterListProps {
  readonly jobId: string;
  readonly lines: readonly AfterLine[];
  readonly title?: string;
}

/** What was done after a job, each line with what a read finds of it now; nothing where nothing was. */
export function AfterList({ jobId, lines, title = words.title }: AfterListProps) {
  const { column, close, plainList, second } = useCommonStyles();
  if (lines.length === 0) return null;
  return (
    <section aria-label={title} className={mergeClasses(column, close)}>
      <SectionHeading level={2}>{title}</SectionHeading>
      <span className={second}>{words.note}</span>
      <ul className={plainList} aria-label={title}>
        {lines.map((line) => (
          <li key={line.id} className={mergeClasses(column, close)}>
            <Line jobId={jobId} line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ jobId, line }: { readonly jobId: string; readonly line: AfterLine }) {
  const { second } = useCommonStyles();
  const { sentence, kind, state, at, latest } = line;
  const { error } = useQuery(
    stepCheckQuery(
      { jobId, id: afterMark(line.id) },
      isEffective(line) ? line.check : null,
      (result) => keepAfter(jobId, line, result),
    ),
  );
  const isGone = latest?.isThere === false;
  return (
    <>
      <span>{sentence}</span>
      <span className={second}>{words.by(words.operation[kind], offsetTimeText(at))}</span>
      <Status tone={isGone ? 'waiting' : TONES[state]}>{words.state[state]}</Status>
      {latest !== null && <span>{latestText(line, (ms) => offsetTimeText(instant(ms)))}</span>}
      {error !== null && <span className={second}>{words.unread(problemOf(error).message)}</span>}
    </>
  );
}
