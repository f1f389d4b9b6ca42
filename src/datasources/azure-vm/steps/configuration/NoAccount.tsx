import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { mergeClasses } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { storageAccountsQuery } from '#src/api/storage/accounts.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CommandText } from '#src/ui/CommandText.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';
import { targetRegion, targetRegionName } from '#src/datasources/azure-vm/target.ts';
import { accountCommand } from '#src/datasources/azure-vm/checks/preflight.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';

const words = wizard.configuration.noAccount;

/** Under the staging field where the region of the restore has no account: where, and how to create one. */
export function NoAccount({ view }: { readonly view: DraftView }) {
  const styles = useCommonStyles();
  const client = useQueryClient();
  const { shown, reads, facts } = view;
  const region = targetRegion(shown, reads) ?? null;
  const { subscription } = shown;
  if (facts.target?.stagingAccountsInRegion !== 0 || region === null || subscription === null) {
    return null;
  }
  const name = subscriptionName(reads, subscription);
  const group = shown.rgIsNew ? null : shown.rg;
  return (
    <div className={mergeClasses(styles.column, styles.close, styles.belowControl)}>
      <span role="status">
        {words.none(targetRegionName(shown, reads) ?? region, name ?? subscription)}
      </span>
      <CommandText
        label={words.create}
        command={accountCommand(subscription, region, group ?? words.group)}
      />
      <RefreshButton
        onRefresh={() =>
          void client.refetchQueries({ queryKey: storageAccountsQuery(subscription).queryKey })
        }
      />
    </div>
  );
}
