import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { vaultAddress } from '#src/api/arm/address.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { known } from '#src/wizard/reads/read.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';

const words = wizard.configuration;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    marginInlineStart: '192px',
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
});

/** Under a subscription that is refused: what was chosen there stays, and the vault can be looked at again. */
export function RefusedSubscription({ view }: { readonly view: DraftView }) {
  const styles = useStyles();
  const queries = useQueryClient();
  const { reads, shown } = view;
  const vault = known(reads.vault);
  const subscription = subscriptionName(reads, shown.subscription) ?? shown.subscription ?? '';
  if (vault === undefined) return null;
  const state = vault.crossSubscriptionRestore;
  if (state !== 'disabled' && state !== 'permanentlyDisabled') return null;
  return (
    <div className={styles.root}>
      <span>{words.refusedSubscription(subscription)}</span>
      {state === 'disabled' && (
        <RouterLink
          to="/vaults/$vaultId"
          params={{ vaultId: vaultAddress(vault.id) }}
          target="_blank"
        >
          {words.openVault(vault.name)}
        </RouterLink>
      )}
      <LinkButton
        onClick={() => void queries.refetchQueries({ queryKey: vaultQuery(vault.id).queryKey })}
      >
        {words.checkAgain}
      </LinkButton>
    </div>
  );
}
