import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useAsking } from '#src/api/queries/use-write.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { testConnection } from '#src/api/toy/queries/shelf.ts';
import { shelf } from '#src/strings/toy/shelf.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

const words = shelf.connection;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
});

/** Whether the shelf answers and accepts the token, and the test of that. */
export function ConnectionSettings() {
  const styles = useStyles();
  const { data, error, isPending, mutate } = useAsking(testConnection());
  const untested = isPending ? words.testing : words.notTested;
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {error === null ? (
        <span role="status">{data === undefined ? untested : words.connected(data)}</span>
      ) : (
        <ProblemState problem={problemOf(error)} what={words.what} />
      )}
      <Button onClick={() => mutate()}>{words.test}</Button>
    </section>
  );
}
