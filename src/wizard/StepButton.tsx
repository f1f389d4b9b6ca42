import type { ReactNode } from 'react';
import { LinkButton } from '#src/ui/LinkButton.tsx';

export interface StepButtonProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A sentence that leads to the step where it can be settled. */
export function StepButton({ onPress, children }: StepButtonProps) {
  return <LinkButton onClick={onPress}>{children}</LinkButton>;
}
