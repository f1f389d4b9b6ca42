import { InsteadButton } from '#src/ui/InsteadButton.tsx';
import type { Explanation } from '#src/ui/explanation.ts';
import { Why } from '#src/ui/Why.tsx';

export interface WhyAndInsteadProps {
  /** What Why asks. */
  readonly ask: string;
  readonly explain: () => Explanation;
}

/** Beside a refusal: the way out of it, at once, and why it is refused, for who asks. */
export function WhyAndInstead({ ask, explain }: WhyAndInsteadProps) {
  const { instead, reasons } = explain();
  const button = instead !== null && <InsteadButton size="small" instead={instead} />;
  if (reasons.length === 0) return button;
  return (
    <Why ask={ask} explain={() => ({ ...explain(), instead: null })}>
      {button}
    </Why>
  );
}
