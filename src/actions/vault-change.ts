import * as z from 'zod/mini';
import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { armFacts } from '#src/api/arm/error.ts';
import {
  type AcceptedOperation,
  type OperationState,
  storedOperation,
} from '#src/api/arm/operation.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { mayBeDone, problemOf } from '#src/api/queries/query.ts';
import { operationQuery } from '#src/api/queries/restores.ts';
import { newWrite } from '#src/api/queries/use-write.ts';
import {
  changeCrossSubscription,
  vaultQuery,
  vaultsKey,
} from '#src/api/recovery-services/vaults.ts';
import { removeEntry, writeEntry } from '#src/lib/storage.ts';
import { storedEntry } from '#src/lib/stored-values.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { CrossSubscriptionState } from '#src/model/vaults.ts';

/** A requested change, or one that Azure accepted before this page was loaded. */
export interface VaultChange {
  readonly wanted: CrossSubscriptionState;
  readonly accepted?: AcceptedOperation;
}

/**
 * How a change ended that Azure did not refuse:
 * - `done`: the vault shows it
 * - `notYet`: Azure reports it done, but the vault does not show it
 * - `failed`: Azure accepted it and gave it up
 * - `unfollowed`: accepted, with unknown outcome
 */
export type VaultChangeEnd =
  | { readonly kind: 'done' | 'notYet' | 'unfollowed' }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string };

/** Under this key all changes of one vault run, from any page. */
export const vaultChangeKey = (vaultId: ResourceId) => ['vault change', vaultId.toLowerCase()];

/**
 * Changes whether a vault's points can be restored to other subscriptions, and follows the operation
 * to its end, also when the page is left. It reads the vault again before it reports success, so that
 * the wizard judges by current data.
 */
export const vaultChangeMutation = (vaultId: ResourceId) =>
  newWrite(vaultChangeKey(vaultId), async (change: VaultChange, { client }) => {
    try {
      const end = await changed(client, vaultId, change);
      await readAgain(client, vaultId);
      return end.kind === 'done' && !isShownAs(client, vaultId, change) ? NOT_YET : end;
    } catch (error) {
      // Reports the failure at once, without waiting for this read.
      void readAgain(client, vaultId);
      throw error;
    } finally {
      removeEntry(entryOf(vaultId));
    }
  });

/** Goes on following a change that was accepted before this page was loaded. */
export function resumeVaultChange(queries: QueryClient, vaultId: ResourceId): void {
  const stored = storedChange(vaultId);
  const isFollowed = queries.isMutating({ mutationKey: vaultChangeKey(vaultId) }) > 0;
  if (stored === null || isFollowed) return;
  queries
    .getMutationCache()
    .build(queries, vaultChangeMutation(vaultId))
    .execute(stored)
    .catch(() => undefined);
}

const NOT_YET: VaultChangeEnd = { kind: 'notYet' };

/** Whether the vault as last read is as wanted; an unobserved vault counts once it is read. */
function isShownAs(client: QueryClient, vaultId: ResourceId, { wanted }: VaultChange): boolean {
  const vault = client.getQueryData(vaultQuery(vaultId).queryKey);
  return vault === undefined || vault.crossSubscriptionRestore === wanted;
}

async function changed(
  client: QueryClient,
  vaultId: ResourceId,
  { wanted, accepted }: VaultChange,
): Promise<VaultChangeEnd> {
  if (accepted !== undefined) return endOf(client, accepted);
  const answer = await changeCrossSubscription(session(), vaultId, wanted);
  if (answer.kind === 'done') return { kind: 'done' };
  const { operation } = answer;
  if (operation === null) return { kind: 'unfollowed' };
  const stored: z.infer<typeof storedSchema> = { wanted, accepted: operation };
  // Where nothing can be stored the change is followed in this page alone.
  writeEntry(entryOf(vaultId), JSON.stringify(stored));
  return endOf(client, operation);
}

/** Watches the operation as screens do, on the product's clock, until it has ended. */
function endOf(client: QueryClient, operation: AcceptedOperation): Promise<VaultChangeEnd> {
  const observer = new QueryObserver(client, operationQuery(operation));
  return new Promise((resolve) => {
    const stop = observer.subscribe(({ data, error }) => {
      const end = ended(data, error);
      if (end === null) return;
      stop();
      resolve(end);
    });
  });
}

/** What an observed operation has come to; null while it runs, or could not be read for the moment. */
function ended(state: OperationState | undefined, error: Error | null): VaultChangeEnd | null {
  if (error !== null && ['signedOut', 'forbidden', 'notFound'].includes(problemOf(error).kind)) {
    return { kind: 'unfollowed' };
  }
  switch (state?.status) {
    case undefined:
    case 'running':
      return null;
    case 'succeeded':
      return { kind: 'done' };
    case 'failed':
      return { kind: 'failed', code: state.code, message: state.message };
  }
}

/** Lists are only marked as old: the copy that they come from may lag anyway. */
async function readAgain(client: QueryClient, vaultId: ResourceId): Promise<void> {
  void client.invalidateQueries({ queryKey: vaultsKey });
  await client.invalidateQueries({ queryKey: vaultQuery(vaultId).queryKey, refetchType: 'all' });
}

const entryOf = (vaultId: ResourceId) => `vault-change.${vaultId.toLowerCase()}`;

const storedSchema = z.object({
  wanted: z.enum(['enabled', 'disabled', 'permanentlyDisabled']),
  accepted: storedOperation,
});

const storedChange = (vaultId: ResourceId) => storedEntry(entryOf(vaultId), storedSchema);

/** Why a change failed, or might have failed. */
interface ChangeTrouble {
  /**
   * - `busy`: something else is changing the vault
   * - `throttled`: Azure requires a pause
   * - `notSent`: it never left this page
   * - `unsure`: Azure may still have received it and made it
   */
  readonly kind: 'forbidden' | 'notFound' | 'busy' | 'throttled' | 'refused' | 'notSent' | 'unsure';
  readonly problem: Problem;
}

/** What the error of a change means for the vault. */
export function changeTroubleOf(error: unknown): ChangeTrouble {
  const problem = problemOf(error);
  const facts = armFacts(error);
  if (facts?.kind === 'notSent') return { kind: 'notSent', problem };
  if (mayBeDone(error)) return { kind: 'unsure', problem };
  if (problem.kind === 'forbidden' || problem.kind === 'notFound') {
    return { kind: problem.kind, problem };
  }
  const kinds: Readonly<Record<number, ChangeTrouble['kind']>> = { 409: 'busy', 429: 'throttled' };
  return { kind: kinds[facts?.status ?? 0] ?? 'refused', problem };
}

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
