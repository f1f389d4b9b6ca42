import { type RefCallback, useCallback, useRef } from 'react';
import type { CrossSubscriptionState } from '#src/model/vaults.ts';
import {
  ChangeOutcome,
  type LatestChange,
} from '#src/datasources/azure-vm/vault/ChangeOutcome.tsx';
import { Commands } from '#src/datasources/azure-vm/vault/Commands.tsx';
import type { VaultPartProps } from '#src/datasources/azure-vm/vault/names.ts';
import { DocumentSentences } from '#src/datasources/azure-vm/vault/DocumentSentences.tsx';
import { CrossSubscriptionStatus } from '#src/datasources/azure-vm/vault/RestoreStates.tsx';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { VaultSection } from '#src/ui/VaultSection.tsx';
import { vaults } from '#src/strings/vaults.ts';

const words = vaults.crossSubscription;

/** The latest change of the vault, and how to change it. */
export interface VaultChanging extends LatestChange {
  readonly onChange: (wanted: CrossSubscriptionState) => void;
}

/** Whether points may go to other subscriptions, what that means for restores, and the ways to change it. */
export function CrossSubscription(props: VaultPartProps & VaultChanging) {
  const styles = useCommonStyles();
  const { vault, names, change, onChange, onRefresh } = props;
  const outcome = useRef<HTMLDivElement>(null);
  // The same function each time, or every drawing would be a going.
  const keepFocus: RefCallback<HTMLDivElement> = useCallback(
    (command) => () => {
      if (command?.contains(document.activeElement)) outcome.current?.focus();
    },
    [],
  );
  const state = vault.crossSubscriptionRestore;
  return (
    <VaultSection title={words.title}>
      <span className={styles.strong}>
        <CrossSubscriptionStatus state={state} />
      </span>
      <DocumentSentences
        sentences={[words.meaning[state ?? 'silent'](names.subscription), words.limits]}
        heading={words.sourceHeading}
      />
      <ChangeOutcome ref={outcome} change={change} onRefresh={onRefresh} />
      {state !== 'permanentlyDisabled' && (
        <Commands
          vault={vault}
          subscription={names.subscription}
          isRunning={change.kind === 'running'}
          keepFocus={keepFocus}
          onChange={onChange}
        />
      )}
    </VaultSection>
  );
}
