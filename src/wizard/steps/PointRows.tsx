import type { Control } from 'react-hook-form';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { wizard } from '#src/strings/wizard.ts';
import { PickField, type PickFieldProps } from '#src/ui/fields/PickField.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/rule-words.ts';
import type { View } from '#src/wizard/explain/view.ts';

/** A restore point as the step for it lists it. */
interface Point {
  readonly name: string;
  /** Null: not reported. */
  readonly time: Instant | null;
}

export interface PointRowsProps<Reads, Row extends Point> extends Pick<
  PickFieldProps<DraftChoices, Row>,
  'rows' | 'firstHead' | 'columns' | 'blockedOf'
> {
  readonly view: View<Reads>;
  readonly control: Control<DraftChoices>;
  /** What is said where there is no restore point. */
  readonly none: string;
}

/** The restore points of a backup instance, one to select. */
export function PointRows<Reads, Row extends Point>(props: PointRowsProps<Reads, Row>) {
  const { view, control, none, ...table } = props;
  if (table.rows.length === 0) return <EmptyState title={none} />;
  return (
    <PickField
      control={control}
      name="point"
      label={wizard.point.label}
      {...errorWords(view)}
      {...table}
      valueOf={({ name }) => name}
      nameOf={({ time, name }) => (time === null ? name : dateTimeText(time))}
    />
  );
}
