import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { OneRule } from '#src/pages/rules/OneRule.tsx';
import {
  entriesOf,
  type Product,
  PRODUCTS,
  type RuleEntry,
  shownGroup,
} from '#src/pages/rules/entries.ts';
import {
  type AddressFilters,
  filteredRules,
  FILTERS,
  filterValues,
  isFound,
  NO_RULES_FILTER,
  readFilters,
} from '#src/pages/rules/filters.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import { KindLabel, ruleFacts } from '#src/pages/rules/rule-facts.tsx';
import { inOurWords } from '#src/strings/azure-words.ts';
import { common } from '#src/strings/common.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { filters as filterWords } from '#src/strings/filters.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Marked } from '#src/ui/Marked.tsx';
import { Ignored } from '#src/ui/filters/FilterPill.tsx';
import { ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';
import { NameLink, RouterLink } from '#src/ui/links.tsx';
import { OverviewLink, PageHeader, SectionHeading } from '#src/ui/page.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { TIGHT_ONLY } from '#src/ui/styles.ts';

interface RuleFiltersProps {
  readonly typed: string;
  readonly applied: AddressFilters;
  /** How many constraints pass. */
  readonly shown: number;
  readonly onChange: (change: Partial<RulesSearch>) => void;
}

/** What narrows the list; all of it stands in the address. */
function RuleFilters({ typed, applied, shown, onChange }: RuleFiltersProps) {
  const styles = useStyles();
  const { product, filters } = applied;
  return (
    <div className={styles.root}>
      <ListFilters
        search={{ part: 'q', label: words.search, value: typed }}
        filters={[
          {
            part: 'product',
            label: words.filters.product,
            options: optionsOf(PRODUCTS, words.products),
            chosen: [product],
            isOneOf: true,
          },
          ...FILTERS.map((name) => ({
            part: name,
            label: words.filters[name],
            options: filterValues(product, name),
            chosen: filters[name],
          })),
        ]}
        onChange={onChange}
      >
        <span role="status" className={styles.count}>
          {words.shown(shown, entriesOf(product).length)}
        </span>
        <OtherProducts product={product} typed={typed} />
      </ListFilters>
    </div>
  );
}

interface OtherProductsProps {
  readonly product: Product;
  readonly typed: string;
}

/** The plain way to the constraints of the other products: to those that fit a search, or to all. */
function OtherProducts({ product, typed }: OtherProductsProps) {
  return PRODUCTS.filter((other) => other !== product && entriesOf(other).length > 0).map(
    (other) => {
      const fitting =
        typed === '' ? 0 : entriesOf(other).filter((one) => isFound(one, typed)).length;
      const search = fitting === 0 ? { product: other } : { product: other, q: typed };
      return (
        <RouterLink key={other} to="/rules" search={search}>
          {fitting === 0
            ? words.otherProduct(other, entriesOf(other).length)
            : words.otherFits(other, fitting)}
        </RouterLink>
      );
    },
  );
}

interface GroupLinksProps {
  readonly groups: readonly {
    readonly group: RuleEntry['rule']['group'];
    readonly count: number;
  }[];
}

/** The way to each group of the list below. */
function GroupLinks({ groups }: GroupLinksProps) {
  const styles = useStyles();
  return (
    <nav aria-label={words.jump}>
      <ul className={styles.list}>
        {groups.map(({ group, count }) => (
          <li key={group}>
            <NameLink to="/rules" search={(all) => all} hash={`group-${group}`} replace>
              {words.groupHead(group, count)}
            </NameLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RuleItemProps {
  readonly entry: RuleEntry;
  readonly typed: string;
}

/** A constraint in the list: what it says, about which field, and who says so. */
function RuleItem({ entry, typed }: RuleItemProps) {
  const styles = useStyles();
  const { rule, say, fields } = entry;
  const search = `${typed} ${inOurWords(typed)}`;
  return (
    <div className={styles.ruleItemRoot}>
      <KindLabel kind={rule.kind} />
      <div className={styles.words}>
        <span>
          <Marked text={say} search={search} />
        </span>
        <span className={styles.second}>
          <RouterLink to="/rules" search={{ rule: rule.id }} className={styles.id}>
            <Marked text={rule.id} search={search} />
          </RouterLink>{' '}
          <Marked text={words.about(fields)} search={search} />
        </span>
      </div>
      <div className={styles.facts}>
        <KeyFacts facts={ruleFacts(entry)} />
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  count: { color: tokens.colorNeutralForeground2 },
  // On paper only what the filters left is of interest.
  root: { '@media print': { display: 'none' } },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '@media print': { display: 'none' },
  },
  ruleItemRoot: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
    // What is out of view costs nothing; on paper all of it is in view.
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 96px',
    '@media print': { contentVisibility: 'visible' },
    [TIGHT_ONLY]: { gridTemplateColumns: '128px minmax(0, 1fr)' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  facts: {
    // Its smaller lines stand on those beside them.
    paddingBlockStart: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [TIGHT_ONLY]: { gridColumnStart: 2 },
  },
  ruleGroupsRoot: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  body: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  group: { marginTop: tokens.spacingVerticalXL },
  ruleGroupsList: { listStyleType: 'none', margin: 0, padding: 0 },
});

interface RuleGroupsProps {
  readonly entries: readonly RuleEntry[];
  readonly typed: string;
}

/** The constraints by their groups; those that are Azure's own and in no document stand apart. */
function RuleGroups({ entries, typed }: RuleGroupsProps) {
  const styles = useStyles();
  const groups = groupsOf(entries);
  const documents = groups.filter(([group]) => group !== 'platform');
  const platform = groups.filter(([group]) => group === 'platform');
  return (
    <div className={styles.ruleGroupsRoot}>
      <GroupLinks groups={groups.map(([group, rules]) => ({ group, count: rules.length }))} />
      {documents.length > 0 && (
        <section>
          <SectionHeading level={2}>{words.documents}</SectionHeading>
          {documents.map(([group, rules]) => (
            <RuleGroup key={group} group={group} rules={rules} typed={typed} />
          ))}
        </section>
      )}
      {platform.length > 0 && (
        <section>
          <SectionHeading level={2}>{words.platform}</SectionHeading>
          <p className={styles.body}>{words.platformBody}</p>
          {platform.map(([group, rules]) => (
            <RuleGroup key={group} group={group} rules={rules} typed={typed} />
          ))}
        </section>
      )}
    </div>
  );
}

type GroupName = RuleEntry['rule']['group'];

function groupsOf(entries: readonly RuleEntry[]): [GroupName, RuleEntry[]][] {
  return [...Map.groupBy(entries, ({ rule }) => shownGroup(rule))];
}

interface RuleGroupProps {
  readonly group: GroupName;
  readonly rules: readonly RuleEntry[];
  readonly typed: string;
}

function RuleGroup({ group, rules, typed }: RuleGroupProps) {
  const styles = useStyles();
  return (
    <div className={styles.group}>
      {/* The links above lead here. */}
      <div id={`group-${group}`} tabIndex={-1}>
        <SectionHeading level={3}>{words.groupHead(group, rules.length)}</SectionHeading>
      </div>
      <ul className={styles.ruleGroupsList}>
        {rules.map((entry) => (
          <li key={entry.rule.id}>
            <RuleItem entry={entry} typed={typed} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RuleListProps {
  readonly search: RulesSearch;
  readonly onChange: (change: Partial<RulesSearch>) => void;
}

/** All constraints that the filters let through, by their groups. */
function RuleList({ search, onChange }: RuleListProps) {
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
          <Button onClick={() => onChange(NO_RULES_FILTER)}>{filterWords.clear}</Button>
        </EmptyState>
      ) : (
        <RuleGroups entries={shown} typed={typed} />
      )}
    </>
  );
}

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
