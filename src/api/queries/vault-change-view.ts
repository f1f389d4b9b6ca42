import {
  type ChangeTrouble,
  changeTroubleOf,
  type VaultChange,
  type VaultChangeEnd,
} from '#src/api/queries/vault-change.ts';
import type { CrossSubscriptionState } from '#src/model/vaults.ts';

/** Where the latest change of a vault has come to, as the mutation that made it says. */
export interface ChangeState {
  readonly status: 'idle' | 'pending' | 'success' | 'error';
  readonly variables: VaultChange | undefined;
  readonly data: VaultChangeEnd | undefined;
  readonly error: unknown;
}

/** What to show of a change. `looking`: the vault is read again until it shows the change. */
export type ChangeView =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' | 'done'; readonly wanted: CrossSubscriptionState }
  | {
      readonly kind: 'looking';
      readonly wanted: CrossSubscriptionState;
      readonly why: 'notYet' | 'unfollowed';
    }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }
  | { readonly kind: 'trouble'; readonly trouble: ChangeTrouble };

const NONE: ChangeView = { kind: 'none' };

/** Decides what to show of a change, given what the vault says now. */
export function changeView(
  change: ChangeState | undefined,
  present: CrossSubscriptionState | null | undefined,
): ChangeView {
  if (change?.variables === undefined) return NONE;
  const { wanted } = change.variables;
  if (change.status === 'pending') return { kind: 'running', wanted };
  const isShown = present === wanted;
  if (change.status === 'success') return endView(change.data, wanted, isShown);
  if (change.status !== 'error') return NONE;
  const trouble = changeTroubleOf(change.error);
  return trouble.kind === 'unsure' && isShown
    ? { kind: 'done', wanted }
    : { kind: 'trouble', trouble };
}

function endView(
  end: VaultChangeEnd | undefined,
  wanted: CrossSubscriptionState,
  isShown: boolean,
): ChangeView {
  if (end === undefined) return NONE;
  if (end.kind === 'failed') return end;
  if (isShown) return { kind: 'done', wanted };
  // It was shown once, so another client has changed it since: the change is no longer news.
  return end.kind === 'done' ? NONE : { kind: 'looking', wanted, why: end.kind };
}

/** Whether the vault may still come to show the change. */
export function isAwaited(view: ChangeView): boolean {
  return view.kind === 'looking' || (view.kind === 'trouble' && view.trouble.kind === 'unsure');
}
