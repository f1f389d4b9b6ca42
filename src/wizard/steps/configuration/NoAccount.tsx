import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { storageAccountsQuery } from '#src/api/queries/targets.ts';
import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { targetRegion, targetRegionName } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

const words = wizard.configuration.noAccount;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    marginInlineStart: '192px',
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
});

/** Under the staging field where the region of the restore has no account: where, and how to create one. */
export function NoAccount({ view }: { readonly view: DraftView }) {
  const styles = useStyles();
  const client = useQueryClient();
  const { shown, reads, facts } = view;
  const region = targetRegion(shown, reads) ?? null;
  const { subscription } = shown;
  if (facts.target?.stagingAccountsInRegion !== 0 || region === null || subscription === null) {
    return null;
  }
  const name = known(reads.subscriptions)?.find(({ id }) => sameId(id, subscription))?.name;
  const group = shown.rgIsNew ? null : shown.rg;
  return (
    <div className={styles.root}>
      <span role="status">
        {words.none(targetRegionName(shown, reads) ?? region, name ?? subscription)}
      </span>
      <CopyText
        label={words.create}
        text={words.command(subscription, region, group ?? words.group)}
      />
      <RefreshButton
        onRefresh={() =>
          void client.refetchQueries({ queryKey: storageAccountsQuery(subscription).queryKey })
        }
      />
    </div>
  );
}
