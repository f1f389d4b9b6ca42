import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { jobs as words } from '#src/strings/jobs.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalXXL,
  },
});

interface OneInstanceProps {
  readonly machine: string;
  readonly onAll: () => void;
}

/** Says that the list is that of one machine, and leads back to all. */
export function OneInstance({ machine, onAll }: OneInstanceProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {words.oneInstance(machine)}
      <Button size="small" onClick={onAll}>
        {words.allInstances}
      </Button>
    </div>
  );
}
