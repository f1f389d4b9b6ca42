import { Button } from '@fluentui/react-components';
import { dateTimeText } from '#src/lib/format.ts';
import { type FoundJob, type Press, requestOf } from '#src/model/lost-restore.ts';
import { submission } from '#src/strings/submission.ts';
import { adoptJob, disown, ownAgain } from '#src/wizard/submit/follow.ts';

/** The jobs that may be the one of a press, and what the person says of them. */

const words = submission.noAnswer;

export const isOfAnother = (press: Press, job: FoundJob): boolean =>
  requestOf(press, job) === 'another';

/** The jobs that the person has said are of other restores, with the way to look at them again. */
export function RuledOut({ count, draftId }: { readonly count: number; readonly draftId: string }) {
  if (count === 0) return null;
  return (
    <>
      <span>{words.ruledOut(count)}</span>
      <Button onClick={() => ownAgain(draftId)}>{words.showAgain(count)}</Button>
    </>
  );
}

interface CandidatesProps {
  readonly jobs: readonly FoundJob[];
  readonly draftId: string;
  readonly press: Press;
}

export function Candidates({ jobs, draftId, press }: CandidatesProps) {
  return (
    <>
      <ul>
        {jobs.map((job) => {
          const { id, name, startedAt } = job;
          const time = startedAt === null ? words.startUnknown : dateTimeText(startedAt);
          return (
            <li key={id}>
              <span>
                {words.startedAt(name, time)}
                {isOfAnother(press, job) && words.byAnother}
              </span>
              <Button size="small" onClick={() => adoptJob(draftId, job, 'hand')}>
                {words.adopt}
              </Button>
            </li>
          );
        })}
      </ul>
      <Button
        onClick={() =>
          disown(
            draftId,
            jobs.map(({ id }) => id),
          )
        }
      >
        {words.noneIsMine}
      </Button>
    </>
  );
}

/** Once Azure's list holds the job that is certainly the press's own, the draft has it. */
export function adoptCertain(draftId: string, certain: FoundJob | null): void {
  if (certain !== null) adoptJob(draftId, certain, 'target');
}
