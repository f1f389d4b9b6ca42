import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import type { Reason } from '#src/ui/explanation.ts';
import { ExplanationBlock } from '#src/ui/ExplanationBlock.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = wizard.explain;

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

export interface WhyProps {
  /** What the link asks, for who hears it without its line. */
  readonly label: string;
  readonly hideLabel: string;
  readonly reasons: readonly Reason[];
  readonly children: ReactNode;
}

/** That something is not possible, and on request every rule, fact and document that says so. */
export function Why({ label, hideLabel, reasons, children }: WhyProps) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.line}>
        <Status tone="impossible">{children}</Status>
        <LinkButton
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={isOpen ? hideLabel : label}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.hideWhy : words.why}
        </LinkButton>
      </div>
      {isOpen && <ExplanationBlock id={id} explanation={{ reasons, instead: null }} />}
    </>
  );
}
