import { makeStyles, tokens } from '@fluentui/react-components';
import { type DemoLink, demoLinkOf } from '#src/pages/rules/demo-links.ts';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { elsewhereOf } from '#src/pages/rules/example/elsewhere.ts';
import { FIELDS } from '#src/rules/fields.ts';
import { constraints } from '#src/strings/constraints.ts';
import { demoCase as words } from '#src/strings/simulation.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';

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
    <section className={styles.root} aria-label={words.title}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <p className={styles.text}>
        {link === undefined ? words.elsewhere[elsewhereOf(rule)] : leadOf(link)}
      </p>
      {link !== undefined && (
        <RouterButton to="/restore/new" search={{ rule: rule.id }} preload={false}>
          {words.open}
        </RouterButton>
      )}
    </section>
  );
}

function leadOf({ step, refused = {} }: DemoLink): string {
  const field = Object.entries(FIELDS).find(([name]) => name in refused);
  const at = constraints.steps[step];
  return field === undefined ? words.lead(at) : words.leadRefused(at, field[1].label);
}
