import { makeStyles, tokens } from '@fluentui/react-components';
import { type DemoLink, demoLinkOf } from '#src/pages/rules/demo-links.ts';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { baseline } from '#src/rules/baseline.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { productOf } from '#src/rules/engine.ts';
import { speakingExample } from '#src/rules/examples.ts';
import { FIELDS, type FullChoices } from '#src/rules/fields.ts';
import { constraints } from '#src/strings/constraints.ts';
import { demoCase } from '#src/strings/simulation.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';

type Elsewhere = keyof typeof demoCase.elsewhere;

const OF_ACTION: Readonly<Record<NonNullable<FullChoices['action']>, Elsewhere>> = {
  deployTemplate: 'template',
  setCsr: 'vault',
  submit: 'submit',
};

/** Where a constraint applies that cannot be met in the demo's wizard, told by its nearest example. */
export function elsewhereOf(rule: CatalogueRule): Elsewhere {
  if (productOf(rule) === 'commvault') return 'commvault';
  if (rule.group === 'jobs') return 'jobs';
  const choices = speakingExample(rule)?.choices ?? baseline.choices;
  if (choices.datasource === 'azure-disk') return 'disk';
  if (choices.client !== baseline.choices.client) return 'client';
  if (choices.action !== null) return OF_ACTION[choices.action];
  if (choices.secondary || choices.viewRegion === 'secondary') return 'secondary';
  return choices.scenario === baseline.choices.scenario ? 'world' : 'scenario';
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
  },
  text: { margin: 0 },
});

/** The way into the demo's wizard where a constraint can be met, or where it applies instead. */
export function DemoCase({ entry: { rule } }: { readonly entry: RuleEntry }) {
  const styles = useStyles();
  const link = demoLinkOf(rule.id);
  return (
    <section className={styles.root} aria-label={demoCase.title}>
      <SectionHeading level={2}>{demoCase.title}</SectionHeading>
      <p className={styles.text}>
        {link === undefined ? demoCase.elsewhere[elsewhereOf(rule)] : leadOf(link)}
      </p>
      {link !== undefined && (
        <RouterButton to="/restore/new" search={{ rule: rule.id }} preload={false}>
          {demoCase.open}
        </RouterButton>
      )}
    </section>
  );
}

function leadOf({ step, refused = {} }: DemoLink): string {
  const field = Object.entries(FIELDS).find(([name]) => name in refused);
  const at = constraints.steps[step];
  return field === undefined ? demoCase.lead(at) : demoCase.leadRefused(at, field[1].label);
}
