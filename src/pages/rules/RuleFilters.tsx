import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ENTRIES } from '#src/pages/rules/entries.ts';
import { FILTER_VALUES, FILTERS, type Filters, NO_FILTER } from '#src/pages/rules/filters.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { filters as filterWords } from '#src/strings/filters.ts';
import { FilterPill } from '#src/ui/filters/FilterPill.tsx';
import { FilterRow } from '#src/ui/filters/FilterRow.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';

const useStyles = makeStyles({
  count: { color: tokens.colorNeutralForeground2 },
  // On paper only what the filters left is of interest.
  root: { '@media print': { display: 'none' } },
});

export interface RuleFiltersProps {
  readonly typed: string;
  readonly filters: Filters;
  /** How many constraints pass. */
  readonly shown: number;
  readonly onChange: (change: Partial<RulesSearch>) => void;
}

/** What narrows the list; all of it stands in the address. */
export function RuleFilters({ typed, filters, shown, onChange }: RuleFiltersProps) {
  const styles = useStyles();
  const isFiltered = typed !== '' || FILTERS.some((name) => filters[name].length > 0);
  return (
    <div className={styles.root}>
      <FilterRow>
        <SearchField
          label={words.search}
          value={typed}
          onSearch={(text) => onChange({ q: text || undefined })}
        />
        {FILTERS.map((name) => (
          <FilterPill
            key={name}
            name={words.filters[name]}
            options={FILTER_VALUES[name]}
            chosen={filters[name]}
            onChange={(values) => onChange({ [name]: values.join(',') || undefined })}
          />
        ))}
        {isFiltered && (
          <Button appearance="subtle" onClick={() => onChange(NO_FILTER)}>
            {filterWords.clear}
          </Button>
        )}
        <span role="status" className={styles.count}>
          {words.shown(shown, ENTRIES.length)}
        </span>
      </FilterRow>
    </div>
  );
}
