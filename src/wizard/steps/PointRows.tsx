import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Control } from 'react-hook-form';
import { dateTimeText } from '#src/lib/format.ts';
import { wizard } from '#src/strings/wizard.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { PickField, type PickFieldProps } from '#src/ui/fields/PickField.tsx';
import { useNow } from '#src/ui/hooks.ts';
import { type DatedPoint, fits, type PointSearch, readFilter } from '#src/ui/points/filter.ts';
import { EmptyState } from '#src/ui/states.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { useSuggestedPoint } from '#src/wizard/draft/suggested.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { View } from '#src/wizard/explain/view.ts';

// Restore points can be selected before the calendar is there.
const AbovePoints = lazyPart(
  () => import('#src/wizard/steps/AbovePoints.tsx'),
  (code) => code.AbovePoints,
);

/** A restore point as the step for it lists it. */
interface Point extends DatedPoint {
  readonly name: string;
}

const nameOf = ({ time, name }: Point): string => (time === null ? name : dateTimeText(time));

const useStyles = makeStyles({
  // As high as the calendar and the filters of most, so that nothing jumps.
  waiting: { paddingTop: '284px' },
});

/** How late the calendar shows a new day at most. */
const DAY_MS = 60_000;

interface PointRowsProps<Reads, Row extends Point> extends Pick<
  PickFieldProps<DraftChoices, Row>,
  'rows' | 'firstHead' | 'columns' | 'blockedOf'
> {
  readonly view: View<Reads>;
  readonly control: Control<DraftChoices>;
  /** The text where there is no restore point. */
  readonly none: string;
}

/** The restore points of a backup instance by day, narrowed by filters, and one of them to select. */
export function PointRows<Reads, Row extends Point>(props: PointRowsProps<Reads, Row>) {
  const { view, control, none, ...table } = props;
  const { rows, blockedOf } = table;
  const styles = useStyles();
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
      <Part what={wizard.point.calendar} waiting={<div className={styles.waiting} />}>
        <AbovePoints
          draft={stored}
          transitions={model.transitions}
          points={rows}
          shown={shown.length}
          selected={selected === undefined ? null : nameOf(selected)}
          isHidden={selected !== undefined && !shown.includes(selected)}
          {...{ now, search, filter, onChange }}
        />
      </Part>
      {shown.length > 0 && (
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
