import { toRestoreBody } from '#src/api/toy/restores/ops.ts';
import { gib } from '#src/lib/bytes.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { shelf } from '#src/strings/toy/shelf.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { restoreOf, useToyRestore } from '#src/datasources/toy/request.ts';
import type { PanelProps, ReviewParts } from '#src/wizard/task.ts';
import type { ToyView } from '#src/datasources/toy/view.ts';
import { ReviewForm } from '#src/wizard/review/ReviewForm.tsx';
import { RuleFindings } from '#src/wizard/review/RuleFindings.tsx';
import { findingsOf } from '#src/wizard/explain/findings.ts';

const words = shelf.review;

/** What Review of a box's restore needs. */
export function useReview(view: ToyView): ReviewParts {
  return {
    press: useToyRestore(view),
    panel: (given) => <ReviewPanel view={view} {...given} />,
  };
}

/** Everything once more, before anything is sent. */
function ReviewPanel({ view, formId, onNext, goTo }: PanelProps<ToyView>) {
  const { refused, warned } = findingsOf(view.settled);
  return (
    <>
      <ReviewForm formId={formId} onNext={onNext} />
      <KeyFacts facts={factsOf(view)} />
      <RuleFindings
        rules={[...refused, ...warned].map(({ rule }) => rule)}
        view={view}
        goTo={goTo}
      />
    </>
  );
}

function factsOf(view: ToyView): (readonly [string, string])[] {
  const { box, point } = view;
  const restore = restoreOf(view);
  return [
    [words.box, box?.name ?? words.notChosen],
    [words.point, point === undefined ? words.notChosen : dateTimeText(point.time)],
    [words.size, box === undefined ? words.notChosen : gib(box.sizeBytes)],
    [
      words.request,
      restore === null ? words.notChosen : `POST /restores ${JSON.stringify(bodyOf(restore))}`,
    ],
  ];
}

/** The mark is made when Restore is selected. */
const bodyOf = (restore: Parameters<typeof toRestoreBody>[0]) => {
  const { box, point } = toRestoreBody(restore, '');
  return { box, point };
};
