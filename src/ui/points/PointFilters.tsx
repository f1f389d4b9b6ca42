import { Button, Input } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useId, useState } from 'react';
import { dayText } from '#src/lib/format.ts';
import { filters } from '#src/strings/filters.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { FilterPill } from '#src/ui/filters/FilterPill.tsx';
import { FilterRow } from '#src/ui/filters/FilterRow.tsx';
import { type Day, parseDay } from '#src/lib/time.ts';
import { BeforeField } from '#src/ui/points/BeforeField.tsx';
import { keepEnter, useFilterFieldStyles } from '#src/ui/points/filter-field.ts';
import {
  addressWords,
  type ChangePoints,
  CONSISTENCIES,
  isFiltering,
  NO_FILTER,
  type PointFilter,
  TIERS,
} from '#src/ui/points/filter.ts';

const words = instance.points;

const tiers = Object.entries(TIERS).map(([value, tier]) => ({ value, text: wizard.tier[tier] }));
const consistencies = Object.entries(CONSISTENCIES).map(([value, consistency]) => ({
  value,
  text: wizard.consistency[consistency],
}));

export interface PointFiltersProps {
  readonly filter: PointFilter;
  readonly onChange: ChangePoints;
  /** The points have tiers and consistencies. */
  readonly hasTiers: boolean;
  readonly isFlush: boolean;
}

/** What narrows the list of points. */
export function PointFilters({ filter, onChange, hasTiers, isFlush }: PointFiltersProps) {
  const styles = useFilterFieldStyles();
  const fields = (
    <>
      <BeforeField before={filter.before} onChange={(before) => onChange({ before })} />
      <DayField
        label={words.from}
        value={filter.from}
        onChange={(day) => onChange({ from: day ?? undefined })}
      />
      <DayField
        label={words.to}
        value={filter.to}
        onChange={(day) => onChange({ to: day ?? undefined })}
      />
      {hasTiers && (
        <>
          <FilterPill
            name={words.consistency}
            options={consistencies}
            chosen={addressWords(CONSISTENCIES, filter.consistencies)}
            onChange={(chosen) => onChange({ consistency: chosen.join(',') || undefined })}
          />
          <FilterPill
            name={words.tier}
            options={tiers}
            chosen={addressWords(TIERS, filter.tiers)}
            onChange={(chosen) => onChange({ tier: chosen.join(',') || undefined })}
          />
        </>
      )}
      {filter.day !== null && (
        <Button
          shape="circular"
          icon={<Dismiss16Regular />}
          iconPosition="after"
          aria-label={words.showAllDays(dayText(filter.day))}
          onClick={() => onChange({ day: undefined })}
        >
          {words.onDay(dayText(filter.day))}
        </Button>
      )}
      {isFiltering(filter) && (
        <Button appearance="subtle" onClick={() => onChange(NO_FILTER)}>
          {filters.clear}
        </Button>
      )}
    </>
  );
  return isFlush ? (
    <div role="search" aria-label={filters.label} className={styles.root}>
      {fields}
    </div>
  ) : (
    <FilterRow>{fields}</FilterRow>
  );
}

/** Azure Backup is younger; an earlier year is one that is still being typed. */
const EARLIEST: Day = '2000-01-01';

interface DayFieldProps {
  readonly label: string;
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
}

/** A day to choose or to type. What is typed stays as typed until it is a day. */
function DayField({ label, value, onChange }: DayFieldProps) {
  const styles = useFilterFieldStyles();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Input
        id={id}
        type="date"
        className={styles.input}
        value={typed ?? value ?? ''}
        onChange={(_, { value: text }) => {
          setTyped(text);
          const day = parseDay(text);
          if (text === '' || (day !== null && day >= EARLIEST)) onChange(day);
        }}
        onKeyDown={keepEnter}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
