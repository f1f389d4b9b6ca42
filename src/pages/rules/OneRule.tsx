import { makeStyles, tokens } from '@fluentui/react-components';
import { entryById, PRODUCTS, type RuleEntry, shownGroup } from '#src/pages/rules/entries.ts';
import { KindLabel, ruleFacts } from '#src/pages/rules/rule-facts.tsx';
import { productOf } from '#src/rules/engine.ts';
import { ruleStepOf } from '#src/rules/rule.ts';
import { common } from '#src/strings/common.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { NameLink, RouterButton, RouterLink } from '#src/ui/links.tsx';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';
import { EmptyState, SkeletonRows } from '#src/ui/states.tsx';

/** The example with all worked cases: fetched when one constraint is looked at. */
const LazyExample = lazyPart(
  () => import('#src/pages/rules/RuleExample.tsx'),
  (code) => code.RuleExample,
);

/** The way into the demo's wizard, which a live build does not contain. */
const LazyDemoCase = __DEMO__
  ? lazyPart(
      () => import('#src/pages/rules/DemoCase.tsx'),
      (code) => code.DemoCase,
    )
  : null;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalL,
    maxWidth: '880px',
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  say: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
});

const crumbs = [
  <OverviewLink key="overview" />,
  <NameLink key="rules" to="/rules">
    {common.constraints}
  </NameLink>,
];

/** One constraint at its own address. */
export function OneRule({ id }: { readonly id: string }) {
  const entry = entryById(id);
  if (entry === undefined) return <NoSuchRule id={id} />;
  return (
    <>
      <PageHeader title={words.one.title(entry.rule.id)} crumbs={crumbs} />
      <RuleView entry={entry} />
    </>
  );
}

function RuleView({ entry }: { readonly entry: RuleEntry }) {
  const styles = useStyles();
  const { rule, say, fields } = entry;
  const group = shownGroup(rule);
  const product = productOf(rule);
  // Where none is named, Azure Backup is meant.
  const ofProduct = product === PRODUCTS[0] ? undefined : product;
  return (
    <div className={styles.root}>
      <p className={styles.say}>{say}</p>
      <KeyFacts
        facts={[
          [words.parts.kind, <KindLabel key="kind" kind={rule.kind} />],
          [words.parts.product, words.products[product]],
          [words.parts.step, words.steps[ruleStepOf(rule)]],
          [words.parts.field, words.about(fields)],
          ...ruleFacts(entry),
          [
            words.parts.group,
            <RouterLink key="group" to="/rules" search={{ product: ofProduct, group }}>
              {words.groups[group]}
            </RouterLink>,
          ],
          [words.parts.edition, words.edition],
        ]}
      />
      <Part what={words.one.example} waiting={<SkeletonRows what={words.one.example} rows={3} />}>
        {/* Another constraint has another example. */}
        <LazyExample key={rule.id} entry={entry} />
        {LazyDemoCase !== null && <LazyDemoCase entry={entry} />}
      </Part>
      <CopyText label={words.parts.id} text={rule.id} />
      <RouterButton to="/rules">{words.one.all}</RouterButton>
    </div>
  );
}

function NoSuchRule({ id }: { readonly id: string }) {
  return (
    <>
      <PageHeader title={words.one.unknown} crumbs={crumbs} />
      <EmptyState title={words.one.unknownId(id)}>
        <span>{words.one.unknownBody}</span>
        <RouterButton to="/rules">{words.one.all}</RouterButton>
      </EmptyState>
    </>
  );
}
