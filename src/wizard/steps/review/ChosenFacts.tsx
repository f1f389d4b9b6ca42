import { submission } from '#src/strings/submission.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { chosenFacts } from '#src/wizard/draft/chosen-facts.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Everything chosen, in the words of the fields it was chosen in. */
export function ChosenFacts({ view }: { readonly view: DraftView }) {
  return (
    <section aria-label={submission.chosen}>
      <KeyFacts facts={chosenFacts(view)} />
    </section>
  );
}
