import { makeStyles, tokens } from '@fluentui/react-components';
import { ENTRIES } from '#src/pages/rules/entries.ts';
import { FILTER_VALUES, FILTERS, type Filters } from '#src/pages/rules/filters.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { ListFilters } from '#src/ui/filters/ListFilters.tsx';

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
  return (
    <div className={styles.root}>
      <ListFilters
        search={{ part: 'q', label: words.search, value: typed }}
        filters={FILTERS.map((name) => ({
          part: name,
          label: words.filters[name],
          options: FILTER_VALUES[name],
          chosen: filters[name],
        }))}
        onChange={onChange}
      >
        <span role="status" className={styles.count}>
          {words.shown(shown, ENTRIES.length)}
        </span>
      </ListFilters>
    </div>
  );
}
