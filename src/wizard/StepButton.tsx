import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface StepButtonProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A sentence that leads to the step where it can be settled. */
export function StepButton({ onPress, children }: StepButtonProps) {
  return (
    <Link as="button" type="button" onClick={onPress}>
      {children}
    </Link>
  );
}
