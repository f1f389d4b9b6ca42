import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { useId } from 'react';
import { OneRule } from '#src/pages/rules/OneRule.tsx';
import {
  documentsOf,
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
  groupHash,
  isFound,
  isGroupOpen,
  NO_RULES_FILTER,
  readFilters,
  typedIn,
  withGroups,
} from '#src/pages/rules/filters.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import { KindCounts, KindLabel, ruleFacts } from '#src/pages/rules/rule-facts.tsx';
import { inOurWords } from '#src/strings/azure-words.ts';
import { common } from '#src/strings/common.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { filters as filterWords } from '#src/strings/filters.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Marked } from '#src/ui/Marked.tsx';
import { Ignored } from '#src/ui/filters/FilterPill.tsx';
import { ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { OverviewLink, PageHeader, SectionHeading } from '#src/ui/page.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { TIGHT_ONLY, useCommonStyles } from '#src/ui/styles.ts';

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
  body: { margin: 0, color: tokens.colorNeutralForeground2 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '32px',
  },
  command: {
    '@media (max-width: 639px)': { minHeight: '44px' },
    '@media print': { display: 'none' },
  },
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '272px minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    breakAfter: 'avoid',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      paddingBottom: tokens.spacingVerticalS,
    },
  },
  // All of the row opens it.
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '36px',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: 'inherit',
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    '::after': { content: '""', position: 'absolute', inset: 0 },
    '& > svg': { flexShrink: 0 },
    '&[aria-expanded="true"] > svg': { transform: 'rotate(90deg)' },
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
  rules: {
    paddingInlineStart: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { paddingInlineStart: 0 },
  },
});

type Group = RuleEntry['rule']['group'];

interface RuleGroupsProps {
  readonly entries: readonly RuleEntry[];
  readonly search: RulesSearch;
  readonly onChange: (next: (search: RulesSearch) => RulesSearch) => void;
}

/** The constraints by their groups; those that are Azure's own and in no document stand apart. */
function RuleGroups({ entries, search, onChange }: RuleGroupsProps) {
  const styles = useStyles();
  const hash = useLocation({ select: (location) => location.hash });
  const groups = [...Map.groupBy(entries, ({ rule }) => shownGroup(rule))];
  const isOpen = (group: Group): boolean => isGroupOpen(search, hash, group);
  const set = (those: readonly Group[], opened: boolean) =>
    onChange((all) => withGroups(all, hash, those, opened));
  const names = groups.map(([group]) => group);
  const areOpen = names.every(isOpen);
  const drawn = (those: typeof groups) =>
    those.map(([group, rules]) => (
      <RuleGroup
        key={group}
        {...{ group, rules }}
        typed={typedIn(search)}
        isOpen={isOpen(group)}
        onOpen={(opened) => set([group], opened)}
      />
    ));
  const documents = groups.filter(([group]) => group !== 'platform');
  const platform = groups.filter(([group]) => group === 'platform');
  const command = (
    <Button
      appearance="subtle"
      size="small"
      className={styles.command}
      onClick={() => set(names, !areOpen)}
    >
      {areOpen ? words.closeAll : words.openAll}
    </Button>
  );
  return (
    <div className={styles.ruleGroupsRoot}>
      {documents.length > 0 && (
        <section>
          <div className={styles.head}>
            <SectionHeading level={2}>{words.documents}</SectionHeading>
            {command}
          </div>
          {drawn(documents)}
        </section>
      )}
      {platform.length > 0 && (
        <section>
          <div className={styles.head}>
            <SectionHeading level={2}>{words.platform}</SectionHeading>
            {documents.length === 0 && command}
          </div>
          <p className={styles.body}>{words.platformBody}</p>
          {drawn(platform)}
        </section>
      )}
    </div>
  );
}

interface RuleGroupProps {
  readonly group: Group;
  readonly rules: readonly RuleEntry[];
  readonly typed: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** One row with how many constraints a group has of each kind, which opens to the constraints. */
function RuleGroup({ group, rules, typed, isOpen, onOpen }: RuleGroupProps) {
  const styles = useStyles();
  const { plainList } = useCommonStyles();
  const kinds = useId();
  return (
    <div>
      <div className={styles.row}>
        <SectionHeading level={3}>
          <button
            type="button"
            id={groupHash(group)}
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-describedby={kinds}
            onClick={() => onOpen(!isOpen)}
          >
            <ChevronRight16Regular aria-hidden />
            {words.groupHead(group, rules.length)}
          </button>
        </SectionHeading>
        <KindCounts id={kinds} rules={rules} />
      </div>
      {isOpen && (
        <ul className={mergeClasses(plainList, styles.rules)}>
          {rules.map((entry) => (
            <li key={entry.rule.id}>
              <RuleItem entry={entry} typed={typed} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface RuleListProps {
  readonly search: RulesSearch;
  readonly onChange: (next: (search: RulesSearch) => RulesSearch) => void;
}

/** All constraints that the filters let through, by their groups. */
function RuleList({ search, onChange }: RuleListProps) {
  const typed = typedIn(search);
  const applied = readFilters(search);
  const shown = filteredRules(typed, applied);
  const all = entriesOf(applied.product).length;
  // What another filter finds is in view, whatever was closed before.
  const narrow = (part: Partial<RulesSearch>) =>
    onChange((now) => ({ ...now, closed: undefined, ...part }));
  return (
    <>
      <PageHeader
        title={common.constraints}
        subtitle={words.subtitle(all, documentsOf(applied.product))}
        crumbs={[<OverviewLink key="overview" />]}
      />
      <RuleFilters typed={typed} applied={applied} shown={shown.length} onChange={narrow} />
      <Ignored parts={applied.ignored} />
      {shown.length === 0 ? (
        <EmptyState title={typed === '' ? words.none : words.noneFor(typed)}>
          <span>{words.searched(all)}</span>
          <Button onClick={() => narrow(NO_RULES_FILTER)}>{filterWords.clear}</Button>
        </EmptyState>
      ) : (
        <RuleGroups entries={shown} search={search} onChange={onChange} />
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
      // A person who types or opens groups does not want each of that in the history.
      onChange={(next) =>
        void navigate({ search: next, hash: true, replace: true, resetScroll: false })
      }
    />
  );
}
