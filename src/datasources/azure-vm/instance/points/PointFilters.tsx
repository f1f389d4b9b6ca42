import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useId, useState } from 'react';
import { dayText } from '#src/lib/format.ts';
import type { ChangeSearch } from '#src/datasources/pages.ts';
import { filters } from '#src/strings/filters.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { FilterPill } from '#src/ui/filters/FilterPill.tsx';
import { FilterRow } from '#src/ui/filters/FilterRow.tsx';
import { type Day, parseDay } from '#src/lib/day.ts';
import {
  CONSISTENCIES,
  isFiltering,
  type PointFilter,
  TIERS,
} from '#src/datasources/azure-vm/instance/points/filter.ts';

const words = instance.points;

const tiers = TIERS.map((value) => ({ value, text: wizard.tier[value] }));
const consistencies = CONSISTENCIES.map((value) => ({ value, text: wizard.consistency[value] }));

/** What takes every filter out of the address. */
export const NO_FILTER = {
  from: undefined,
  to: undefined,
  day: undefined,
  tier: undefined,
  consistency: undefined,
} as const;

export interface PointFiltersProps {
  readonly filter: PointFilter;
  readonly onChange: ChangeSearch;
}

/** What narrows the list of points; all of it stands in the address. */
export function PointFilters({ filter, onChange }: PointFiltersProps) {
  return (
    <FilterRow>
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
      <FilterPill
        name={words.consistency}
        options={consistencies}
        chosen={filter.consistencies}
        onChange={(chosen) => onChange({ consistency: chosen.join(',') || undefined })}
      />
      <FilterPill
        name={words.tier}
        options={tiers}
        chosen={filter.tiers}
        onChange={(chosen) => onChange({ tier: chosen.join(',') || undefined })}
      />
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
    </FilterRow>
  );
}

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  input: { width: '148px' },
});

/** Azure Backup is younger; an earlier year is one that is still being typed. */
const EARLIEST: Day = '2000-01-01';

interface DayFieldProps {
  readonly label: string;
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
}

/** A day to choose or to type. What is typed stays as typed until it is a day. */
function DayField({ label, value, onChange }: DayFieldProps) {
  const styles = useStyles();
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
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
