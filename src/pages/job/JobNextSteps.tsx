import { makeStyles, tokens } from '@fluentui/react-components';
import { pages } from '#src/strings/pages.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = pages.job;

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 0` },
});

/** The next steps after a restore that succeeded, as they were announced before it. */
export function JobNextSteps({ steps }: { readonly steps: readonly string[] }) {
  const styles = useStyles();
  if (steps.length === 0) return null;
  return (
    <section aria-label={words.nextSteps}>
      <SectionHeading level={2}>{words.nextSteps}</SectionHeading>
      <ul className={styles.list}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </section>
  );
}
