import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import type { OnAccepted } from '#src/actions/action.ts';
import { recordOf, rejectedPress, type StepRecord } from '#src/actions/record.ts';
import { carryOutPress } from '#src/actions/run.ts';
import type { WriteStep } from '#src/actions/steps.ts';
import { ArmError, armFacts } from '#src/api/arm/error.ts';
import type { AcceptedOperation, OperationState } from '#src/api/arm/operation.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { mayBeDone, problemOf } from '#src/api/queries/query.ts';
import { operationQuery } from '#src/api/queries/restores.ts';
import { newWrite } from '#src/api/queries/use-write.ts';
import {
  changeCrossSubscription,
  getVault,
  vaultQuery,
  vaultsKey,
} from '#src/api/recovery-services/vaults.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { CrossSubscriptionState } from '#src/model/vaults.ts';

/** The states that a vault can be put into. */
export const CHANGEABLE_STATES = [
  'enabled',
  'disabled',
  'permanentlyDisabled',
] as const satisfies readonly CrossSubscriptionState[];

/** A requested change, or one that the page before has sent. */
export interface VaultChange {
  readonly wanted: CrossSubscriptionState;
  readonly isResumed?: true;
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

const changeId = (vaultId: ResourceId): string => `vault-change.${vaultId.toLowerCase()}`;

/** Under this key all changes of one vault run, from any page. */
export const vaultChangeKey = (vaultId: ResourceId) => ['action', changeId(vaultId)];

/**
 * Changes whether a vault's points can be restored to other subscriptions, and follows the operation
 * to its end, also when the page is left. It reads the vault again before it reports success, so that
 * the wizard judges by current data.
 */
export const vaultChangeMutation = (vaultId: ResourceId) =>
  newWrite(
    vaultChangeKey(vaultId),
    async ({ wanted, isResumed }: VaultChange, { client }): Promise<VaultChangeEnd> => {
      const action = {
        id: changeId(vaultId),
        step: { id: wanted, ...changeStep(client, vaultId, wanted) },
        readAgain: () => readAgain(client, vaultId),
      };
      try {
        return endOf(await carryOutPress(action, isResumed));
      } catch (error) {
        const facts = armFacts(error);
        // Only the failure of what was accepted has no status.
        if (facts?.kind !== 'refused' || facts.status !== null) throw error;
        return { kind: 'failed', code: facts.code, message: facts.message };
      }
    },
  );

/** One that another tab has carried out is done as far as the vault shows it. */
function endOf(step: StepRecord | null): VaultChangeEnd {
  if (step === null || step.state === 'done') return { kind: 'done' };
  return { kind: step.openBecause === 'noAnswer' ? 'unfollowed' : 'notYet' };
}

/** Goes on following a change that was accepted before this page was loaded. */
export function resumeVaultChange(queries: QueryClient, vaultId: ResourceId): void {
  const [step] = recordOf(changeId(vaultId))?.steps ?? [];
  const wanted = CHANGEABLE_STATES.find((one) => one === step?.id);
  const isFollowed = queries.isMutating({ mutationKey: vaultChangeKey(vaultId) }) > 0;
  if (wanted === undefined || step?.operation === undefined || isFollowed) return;
  queries
    .getMutationCache()
    .build(queries, vaultChangeMutation(vaultId))
    .execute({ wanted, isResumed: true })
    .catch(() => undefined);
}

function changeStep(
  client: QueryClient,
  vaultId: ResourceId,
  wanted: CrossSubscriptionState,
): WriteStep {
  const follow = async (operation: AcceptedOperation, onAccepted?: OnAccepted): Promise<void> => {
    const end = await endOfOperation(client, operation);
    if (end === 'unfollowed') onAccepted?.(null);
    else if (end.status === 'failed') throw new ArmError({ ...end, kind: 'refused', status: null });
  };
  return {
    writes: [vaultId],
    look: async () => {
      const vault = await getVault(session(), vaultId);
      return vault.crossSubscriptionRestore === wanted ? 'done' : 'open';
    },
    run: async (onAccepted) => {
      const answer = await changeCrossSubscription(session(), vaultId, wanted);
      if (answer.kind === 'done') return;
      onAccepted?.(answer.operation);
      if (answer.operation !== null) await follow(answer.operation, onAccepted);
    },
    follow,
  };
}

type EndOfOperation = Exclude<OperationState, { readonly status: 'running' }> | 'unfollowed';

/** Watches the operation as screens do, on the product's clock, until it has ended. */
function endOfOperation(
  client: QueryClient,
  operation: AcceptedOperation,
): Promise<EndOfOperation> {
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
function ended(state: OperationState | undefined, error: Error | null): EndOfOperation | null {
  if (error !== null && ['signedOut', 'forbidden', 'notFound'].includes(problemOf(error).kind)) {
    return 'unfollowed';
  }
  return state === undefined || state.status === 'running' ? null : state;
}

/** Lists are only marked as old: the copy that they come from may lag anyway. */
async function readAgain(client: QueryClient, vaultId: ResourceId): Promise<void> {
  void client.invalidateQueries({ queryKey: vaultsKey });
  await client.invalidateQueries({ queryKey: vaultQuery(vaultId).queryKey, refetchType: 'all' });
}

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
  | { readonly kind: 'done'; readonly wanted: CrossSubscriptionState }
  | {
      readonly kind: 'running';
      readonly wanted: CrossSubscriptionState;
      /** Why Azure rejected it: its result is looked for since. Null: it didn't. */
      readonly rejected: string | null;
    }
  | {
      readonly kind: 'looking';
      readonly wanted: CrossSubscriptionState;
      readonly why: 'notYet' | 'unfollowed';
    }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }
  | { readonly kind: 'trouble'; readonly trouble: ChangeTrouble };

const NONE: ChangeView = { kind: 'none' };

/** Why Azure rejected the change of a vault whose result is looked for; null: it didn't. */
export const rejectedChange = (vaultId: ResourceId): string | null =>
  rejectedPress(changeId(vaultId));

/** Decides what to show of a change, given what the vault says now. */
export function changeView(
  change: ChangeState | undefined,
  present: CrossSubscriptionState | null | undefined,
  rejected: string | null = null,
): ChangeView {
  if (change?.variables === undefined) return NONE;
  const { wanted } = change.variables;
  if (change.status === 'pending') return { kind: 'running', wanted, rejected };
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
