import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { ExplanationBlock, type Beside } from '#src/ui/ExplanationBlock.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';

const words = wizard.explain;

const useStyles = makeStyles({
  block: { width: '100%' },
});

export interface WhyProps {
  /** What the button asks, for who cannot see what it stands beside. */
  readonly ask: string;
  /** What stands on the button; its question, where that is in view anyway. */
  readonly label?: string;
  /** Computed only on request. */
  readonly explain: () => Explanation;
  /** Where the focus goes when the field that was changed is elsewhere. */
  readonly focusAfter?: string;
  /** What of the explanation stands beside the button. */
  readonly beside?: Beside;
  /** What stands before the button, in its line. */
  readonly children?: ReactNode;
}

/** A button that opens and closes an explanation below it, which takes the focus. */
export function Why({ ask, label, explain, focusAfter, beside, children }: WhyProps) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const shown = label ?? (isOpen ? words.hideWhy : words.why);
  return (
    <>
      {children}{' '}
      <LinkButton
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label === undefined ? (isOpen ? words.hideWhyOf(ask) : ask) : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {shown}
      </LinkButton>
      {isOpen && (
        <div className={styles.block}>
          <ExplanationBlock
            id={id}
            label={ask}
            explanation={explain()}
            focusAfter={focusAfter}
            beside={beside}
            onApplied={() => setIsOpen(false)}
          />
        </div>
      )}
    </>
  );
}
