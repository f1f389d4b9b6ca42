import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Control } from 'react-hook-form';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { instance } from '#src/strings/instance.ts';
import { suggested as suggestedWords } from '#src/strings/suggested.ts';
import { wizard } from '#src/strings/wizard.ts';
import { PickField, type PickFieldProps } from '#src/ui/fields/PickField.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import {
  type DatedPoint,
  fits,
  isFiltering,
  type PointSearch,
  readFilter,
} from '#src/ui/points/filter.ts';
import { NoPointFits } from '#src/ui/points/NoPointFits.tsx';
import { PointNarrowing } from '#src/ui/points/PointNarrowing.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { useNow } from '#src/ui/use-now.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { isPointSuggested } from '#src/wizard/draft/suggested.ts';
import { errorWords } from '#src/wizard/explain/rule-words.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { useSuggestedPoint } from '#src/wizard/steps/use-suggested-point.ts';

/** A restore point as the step for it lists it. */
interface Point extends DatedPoint {
  readonly name: string;
}

const nameOf = ({ time, name }: Point): string => (time === null ? name : dateTimeText(time));

/** A new day begins in the calendar so late at most. */
const DAY_MS = 60_000;

export interface PointRowsProps<Reads, Row extends Point> extends Pick<
  PickFieldProps<DraftChoices, Row>,
  'rows' | 'firstHead' | 'columns' | 'blockedOf'
> {
  readonly view: View<Reads>;
  readonly control: Control<DraftChoices>;
  /** What is said where there is no restore point. */
  readonly none: string;
}

/** The restore points of a backup instance by day, narrowed by filters, and one of them to select. */
export function PointRows<Reads, Row extends Point>(props: PointRowsProps<Reads, Row>) {
  const { view, control, none, ...table } = props;
  const { rows, blockedOf } = table;
  const { stored, model } = view;
  const now = useNow(DAY_MS);
  const [search, setSearch] = useState<PointSearch>({});
  const onChange = (change: PointSearch) => setSearch((all) => ({ ...all, ...change }));
  const { filter } = readFilter(search);
  const shown = rows.filter((row) => fits(row, filter));
  useSuggestedPoint(stored, model.transitions, shown, (row) => blockedOf?.(row) === undefined);
  if (rows.length === 0) return <EmptyState title={none} />;
  const selected = rows.find(({ name }) => name === stored.choices['point']);
  return (
    <>
      <PointNarrowing points={rows} isFlush {...{ now, search, filter, onChange }} />
      {selected !== undefined && isPointSuggested(stored) && (
        <Notice
          title={suggestedWords.title}
          actions={
            <Button
              size="small"
              onClick={() => changeChoices(model.transitions, stored.id, { point: null })}
            >
              {suggestedWords.clearPoint}
            </Button>
          }
        >
          {suggestedWords.point(nameOf(selected), isFiltering(filter))}
        </Notice>
      )}
      {selected !== undefined && !shown.includes(selected) && (
        <Notice intent="warning" role="alert" title={null}>
          {wizard.point.hidden(nameOf(selected))}
        </Notice>
      )}
      <span role="status">
        {instance.points.count(shown.length, rows.length, {
          shown: countText(shown.length),
          all: countText(rows.length),
        })}
      </span>
      {shown.length === 0 ? (
        <NoPointFits count={rows.length} onChange={onChange} />
      ) : (
        <PickField
          control={control}
          name="point"
          label={wizard.point.label}
          {...errorWords(view)}
          {...table}
          rows={shown}
          valueOf={({ name }) => name}
          nameOf={nameOf}
        />
      )}
    </>
  );
}
