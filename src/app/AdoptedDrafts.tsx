import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { use } from 'react';
import { SimulationContext } from '#src/app/SimulationFrame.tsx';
import { adoptedDraftsNote as words } from '#src/strings/drafts.ts';
import { Notice } from '#src/ui/Notice.tsx';

const useStyles = makeStyles({
  root: {
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { marginInline: tokens.spacingHorizontalL },
  },
});

interface AdoptedDraftsProps {
  readonly many: number;
  readonly onDismiss: () => void;
}

/** Says that drafts of the time before drafts had an owner belong to this account now. */
export function AdoptedDrafts({ many, onDismiss }: AdoptedDraftsProps) {
  const styles = useStyles();
  const isDemo = use(SimulationContext) !== null;
  return (
    <div className={styles.root}>
      <Notice
        layout="auto"
        title={words.title}
        actions={
          <Button size="small" onClick={onDismiss}>
            {words.dismiss}
          </Button>
        }
      >
        {isDemo ? words.ofDemo(many) : words.ofAccount(many)}
      </Notice>
    </div>
  );
}
