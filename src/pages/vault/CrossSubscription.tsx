import { makeStyles, tokens } from '@fluentui/react-components';
import { type RefCallback, useCallback, useRef } from 'react';
import type { CrossSubscriptionState, Vault } from '#src/model/recovery-services.ts';
import type { ChangeView } from '#src/api/queries/vault-change-view.ts';
import { ChangeOutcome } from '#src/pages/vault/ChangeOutcome.tsx';
import { Commands } from '#src/pages/vault/Commands.tsx';
import type { VaultNames } from '#src/pages/vault/names.ts';
import { Said } from '#src/pages/vault/Said.tsx';
import { VaultSection } from '#src/pages/vault/VaultSection.tsx';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

const words = vaults.crossSubscription;

const TONES: Readonly<Record<CrossSubscriptionState, Tone>> = {
  enabled: 'done',
  disabled: 'cancelled',
  permanentlyDisabled: 'impossible',
};

const useStyles = makeStyles({
  state: { fontWeight: tokens.fontWeightSemibold },
});

export interface CrossSubscriptionProps {
  readonly vault: Vault;
  readonly names: VaultNames;
  readonly change: ChangeView;
  readonly onChange: (wanted: CrossSubscriptionState) => void;
  readonly onLook: () => void;
}

/** Whether points may go to other subscriptions, what that means for restores, and the ways to change it. */
export function CrossSubscription(props: CrossSubscriptionProps) {
  const styles = useStyles();
  const { vault, names, change, onChange, onLook } = props;
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
      <span className={styles.state}>
        <Status tone={state === null ? 'unknown' : TONES[state]}>
          {state === null ? common.notReported : vaults.state[state]}
        </Status>
      </span>
      <Said
        sentences={[words.meaning[state ?? 'silent'](names.subscription), words.limits]}
        heading={words.sourceHeading}
      />
      <ChangeOutcome ref={outcome} change={change} onLook={onLook} />
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
