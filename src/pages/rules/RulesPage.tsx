import { getRouteApi } from '@tanstack/react-router';
import { OneRule } from '#src/pages/rules/OneRule.tsx';
import { RuleList } from '#src/pages/rules/RuleList.tsx';

const route = getRouteApi('/rules');

/** Every constraint, or one of them alone; the filters are in the address. */
export function RulesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (search.rule !== undefined) return <OneRule id={search.rule} />;
  return (
    <RuleList
      search={search}
      // A person who types does not want each letter in the history.
      onChange={(part) => void navigate({ search: (all) => ({ ...all, ...part }), replace: true })}
    />
  );
}
