import { Button } from '@fluentui/react-components';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

export interface NeedsInstanceProps {
  readonly title: string;
  readonly goTo: GoTo;
}

/** A step that has nothing to show before a disk is chosen, and the way there. */
export function NeedsInstance({ title, goTo }: NeedsInstanceProps) {
  return (
    <EmptyState title={title}>
      <Button onClick={() => goTo('instance')}>{diskFlow.point.goToInstance}</Button>
    </EmptyState>
  );
}
