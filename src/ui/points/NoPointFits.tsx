import { Button } from '@fluentui/react-components';
import { countText } from '#src/lib/format.ts';
import { instance } from '#src/strings/instance.ts';
import { type ChangePoints, NO_FILTER } from '#src/ui/points/filter.ts';
import { EmptyState } from '#src/ui/states.tsx';

const words = instance.points;

export interface NoPointFitsProps {
  /** How many restore points there are. */
  readonly count: number;
  readonly onChange: ChangePoints;
}

/** There are restore points, and the filters hide all of them. */
export function NoPointFits({ count, onChange }: NoPointFitsProps) {
  return (
    <EmptyState title={words.noneFit}>
      <span>{words.noneFitBody(countText(count))}</span>
      <Button onClick={() => onChange(NO_FILTER)}>{words.showAll}</Button>
    </EmptyState>
  );
}
