import { dateTimeText } from '#src/lib/format.ts';
import { shelf } from '#src/strings/toy/shelf.ts';
import type { ToyView } from '#src/datasources/toy/view.ts';
import type { TaskPlan } from '#src/wizard/task.ts';

const words = shelf.plan;

/** What the restore of a box does, in one sentence. */
function sentenceOf({ box, point }: ToyView): string {
  if (box === undefined) return words.nothing;
  return words.sentence(box.name, point === undefined ? words.somePoint : dateTimeText(point.time));
}

/** What will happen. */
export const planOf = (view: ToyView): TaskPlan => ({
  about: view.box === undefined ? [] : [view.box.name],
  sentence: sentenceOf(view),
  line: sentenceOf(view),
  target: words.target,
  lost: view.point === undefined ? [] : [words.lost(dateTimeText(view.point.time))],
});
