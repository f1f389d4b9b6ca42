import { Button } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { dayText } from '#src/lib/format.ts';
import { DayField } from '#src/pages/instance/points/DayField.tsx';
import {
  CONSISTENCIES,
  isFiltering,
  type PointFilter,
  TIERS,
} from '#src/pages/instance/points/filter.ts';
import type { ChangeSearch } from '#src/pages/instance/search.ts';
import { filters } from '#src/strings/filters.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { FilterPill } from '#src/ui/filters/FilterPill.tsx';
import { FilterRow } from '#src/ui/filters/FilterRow.tsx';

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
