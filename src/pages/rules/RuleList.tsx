import { Button } from '@fluentui/react-components';
import { entriesOf } from '#src/pages/rules/entries.ts';
import { filteredRules, NO_FILTER, readFilters } from '#src/pages/rules/filters.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import { RuleFilters } from '#src/pages/rules/RuleFilters.tsx';
import { RuleGroups } from '#src/pages/rules/RuleGroups.tsx';
import { common } from '#src/strings/common.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { filters as filterWords } from '#src/strings/filters.ts';
import { Ignored } from '#src/ui/filters/FilterPill.tsx';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';
import { EmptyState } from '#src/ui/states.tsx';

export interface RuleListProps {
  readonly search: RulesSearch;
  readonly onChange: (change: Partial<RulesSearch>) => void;
}

/** All constraints that the filters let through, by their groups. */
export function RuleList({ search, onChange }: RuleListProps) {
  const typed = (search.q ?? '').trim();
  const applied = readFilters(search);
  const shown = filteredRules(typed, applied);
  const all = entriesOf(applied.product).length;
  return (
    <>
      <PageHeader
        title={common.constraints}
        subtitle={words.subtitle(all)}
        crumbs={[<OverviewLink key="overview" />]}
      />
      <RuleFilters typed={typed} applied={applied} shown={shown.length} onChange={onChange} />
      <Ignored parts={applied.ignored} />
      {shown.length === 0 ? (
        <EmptyState title={typed === '' ? words.none : words.noneFor(typed)}>
          <span>{words.searched(all)}</span>
          <Button onClick={() => onChange(NO_FILTER)}>{filterWords.clear}</Button>
        </EmptyState>
      ) : (
        <RuleGroups entries={shown} typed={typed} />
      )}
    </>
  );
}
