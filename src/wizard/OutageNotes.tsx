import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { outage as words } from '#src/strings/outage.ts';
import type { StepId } from '#src/rules/step-of.ts';
import { outageSentence } from '#src/wizard/draft/outage-text.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { copiesLeft, type CopiesLeft, pairName } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

export interface OutageNotesProps {
  readonly step: StepId;
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** While the datacenter of the vault is down: what its redundancy leaves, and the way to it. */
export function OutageNotes({ step, view, goTo }: OutageNotesProps) {
  const { draft, reads, shown } = view;
  const sentence = outageSentence('region', reads);
  const isAsked = step === 'configuration' || step === 'review';
  if (!isAsked || shown.outage !== 'region' || shown.regionView === 'secondary') return null;
  if (sentence === null) return null;
  const copies = copiesLeft(reads);
  const pair = pairName(reads) ?? '';
  const title = titleOf(copies, pair);
  return (
    <MessageBar intent={title === words.noCopy ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <div>{sentence}</div>
      </MessageBarBody>
      {copies === 'secondary' && (
        <MessageBarActions>
          <Button
            size="small"
            onClick={() => {
              changeChoices(draft.id, { regionView: 'secondary' });
              // Only some of the points are there.
              goTo('restore-point');
            }}
          >
            {words.goToSecondary(pair)}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function titleOf(copies: CopiesLeft, pair: string): string | null {
  switch (copies) {
    case 'secondary':
      return words.hasSecondary(pair);
    case 'pair':
      return words.toPair(pair);
    case 'zones':
    case 'one':
      return words.noCopy;
    case 'unknown':
      return null;
  }
}
