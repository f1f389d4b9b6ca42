import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Vault } from '#src/model/recovery-services.ts';
import type { VaultNames } from '#src/pages/vault/names.ts';
import { vaults } from '#src/strings/vaults.ts';

const words = vaults.moved;

export interface MovedVaultProps {
  readonly vault: Vault;
  readonly names: VaultNames;
}

/** What document 000 says of a vault that was moved to another subscription; nothing of others. */
export function MovedVault({ vault, names }: MovedVaultProps) {
  const { movedFrom, subscription } = names;
  if (movedFrom === null) return null;
  const now = words.now[vault.crossSubscriptionRestore ?? 'silent'](movedFrom, subscription);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.title(movedFrom)}</MessageBarTitle>
        {`${words.rule(movedFrom)} ${now} ${vaults.source(vaults.crossSubscription.sourceHeading)}.`}
      </MessageBarBody>
    </MessageBar>
  );
}
