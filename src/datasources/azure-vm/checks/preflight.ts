import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type Denial, permissionsQuery } from '#src/api/authorization.ts';
import { computeUsagesQuery } from '#src/api/compute/sizes.ts';
import { keyVaultQuery } from '#src/api/key-vaults.ts';
import { networkInterfaceQuery } from '#src/api/network.ts';
import { otherRestoresQuery, runningRestoresQuery } from '#src/api/queries/running-restores.ts';
import { restoresOfDayQuery } from '#src/api/recovery-services/jobs.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';
import { chosenPoint, type DraftView } from '#src/datasources/azure-vm/model.ts';
import { queriesAgain } from '#src/datasources/azure-vm/reader.ts';
import type { ReadName } from '#src/datasources/azure-vm/reads.ts';
import { groupOf } from '#src/datasources/azure-vm/target-reads.ts';
import { goesToSecondary, pairedRegion, targetRegion } from '#src/datasources/azure-vm/target.ts';
import { azCommand, type Command } from '#src/lib/command.ts';
import { countText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import type { OtherRestores, RunningRestore } from '#src/model/lost-restore.ts';
import type { ComputeUsage } from '#src/model/machines.ts';
import type { Problem, ValidationProblem } from '#src/model/problem.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { Permission } from '#src/model/roles.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { FieldName } from '#src/rules/fields.ts';
import { fieldsOf, isRuleOf, type Rule } from '#src/rules/rule.ts';
import { common } from '#src/strings/common.ts';
import { type CheckId, preflight } from '#src/strings/preflight.ts';
import { wizard } from '#src/strings/wizard.ts';
import { jobsOn } from '#src/wizard/draft/sent.ts';
import type { Findings } from '#src/wizard/explain/findings.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { known, type Read } from '#src/wizard/read.ts';
import type { CheckResult } from '#src/wizard/review/check.ts';
import type { TargetQueries } from '#src/wizard/submit/begun-since.ts';

/** Reads that only the checks before a restore need, at Review. */
export interface PreflightReads {
  /** What the person may do with the vault, and in the group of the chosen network. */
  readonly vaultRights: Read<Permission[]>;
  readonly networkRights: Read<Permission[]>;
  readonly usages: Read<ComputeUsage[]>;
  /** The restores of the vault that started in the last 24 hours. */
  readonly restores: Read<Job[]>;
  /** The restores of the vault that are in progress in the region restored to. */
  readonly runningRestores: Read<readonly RunningRestore[]>;
  /** Those of all other vaults, and of other services. */
  readonly otherRestores: Read<OtherRestores>;
  /** Whether each key vault that the restore depends on exists. */
  readonly keyVaults: readonly { readonly id: ResourceId; readonly read: Read<boolean> }[];
}

/** Whatever a line of the list may be read from. */
export type PreflightRead = ReadName | keyof PreflightReads;

/** What the list before a restore is made from, beside the draft. */
export interface Preflight {
  readonly reads: PreflightReads;
  readonly validation: Validation;
  /** What Azure rejected lately for lack of a permission, also for other drafts. */
  readonly denials: readonly Denial[];
  /** Reads everything that the list is made from once more. */
  readonly readAgain: () => void;
  /** Opens the dialog that shuts the source down. */
  readonly shutDown: () => void;
}

/** Where Azure's own validation of a draft stands. */
export type ValidationStage =
  | { readonly kind: 'idle' | 'stopped' }
  | { readonly kind: 'running'; readonly since: Instant; readonly isAccepted: boolean }
  | { readonly kind: 'trouble'; readonly problem: Problem }
  | {
      readonly kind: 'done';
      readonly at: Instant;
      readonly problems: readonly ValidationProblem[];
    };

/** The validation of a draft, and what a person can do with it. */
export interface Validation {
  /** What it would validate: the restore, null while a part of it is missing, and its JSON text. */
  readonly plan: { readonly restore: Restore | null; readonly restoreText: string };
  readonly stage: ValidationStage;
  /** A selection has changed since, so the result doesn't apply to the current restore. */
  readonly isStale: boolean;
  /**
   * Why it cannot be started: something is missing, the group is made only when Restore is pressed, or
   * Azure has no validation for where it goes.
   */
  readonly waitsFor: 'request' | 'newGroup' | 'secondary' | null;
  readonly start: () => void;
  /** Stops waiting; Azure itself goes on. */
  readonly stop: () => void;
}

/** One check of the list. */
export interface Check {
  readonly id: CheckId;
  /** The rules whose verdicts it gathers: they are not judged again. */
  readonly claims?: (rule: Rule) => boolean;
  /** What it is read from: it is as old as the oldest of these. */
  readonly from: readonly PreflightRead[];
  /** What it warns of comes true only after the restore: it holds no press. */
  readonly isShownOnly?: boolean;
  /** Null where there is nothing to look at: then the line is there only for rules that speak. */
  readonly run: (input: CheckInput) => CheckResult | null;
}

/** Everything that a check looks at. */
export interface CheckInput extends Preflight {
  readonly view: DraftView;
  /** What the rules say of what the check is about. */
  readonly findings: Findings;
  /** Warnings about it that lack a fact. */
  readonly open: readonly NotChecked[];
}

/** Rules that speak about one of some fields. */
export const about =
  (...fields: readonly FieldName[]) =>
  (rule: Rule): boolean =>
    fieldsOf(rule).some((field) => fields.includes(field));

/** Rules of some ids. */
export const rulesNamed =
  (...ids: readonly CatalogueRule['id'][]) =>
  (rule: Rule): boolean =>
    isRuleOf(rule, ids);

/** What a line says of something that a cut list lacks; null where the list is whole. */
export function notInPart(read: Read<readonly unknown[]>): CheckResult | null {
  const list = known(read);
  if (list === undefined || !isCut(list)) return null;
  return { state: 'notChecked', found: common.notInCut(countText(list.length)) };
}

/** Commands of the Azure CLI that correct what a check found (Microsoft Learn, reference of `az`). */

/** Assigns a role to the person, whose sign-in name has to be put in. */
export const ownGrantCommand = (role: string, scope: string): Command =>
  azCommand([
    'az role assignment create',
    ['--assignee', preflight.rights.signInName],
    ['--role', role],
    ['--scope', scope],
  ]);

/** Lists the core quotas of a region. */
export const usagesCommand = (subscription: string, region: string): Command =>
  azCommand([
    'az vm list-usage',
    ['--subscription', subscription],
    ['--location', region],
    '--output table',
  ]);

/** Recovers a deleted key vault. */
export const recoverCommand = (name: string): Command =>
  azCommand(['az keyvault recover', ['--name', name]]);

/** Stops a VM, by its id, and releases its cores. */
export const stopCommand = (id: string): Command => azCommand(['az vm deallocate', ['--ids', id]]);

/** Creates a storage account, whose name has to be put in. */
export const accountCommand = (subscription: string, region: string, group: string): Command =>
  azCommand([
    'az storage account create',
    ['--subscription', subscription],
    ['--resource-group', group],
    ['--location', region],
    '--sku Standard_LRS --kind StorageV2',
    ['--name', wizard.configuration.noAccount.account],
  ]);

/** The subscription that a draft restores to; null while that is not known. */
export function targetSubscriptionOf({ settled, reads }: DraftView): string | null {
  return settled.choices.subscription ?? known(reads.instance)?.subscriptionId ?? null;
}

/** The group of the chosen network; null while none is chosen. */
export function networkGroup({ shown }: DraftView): ResourceId | null {
  return shown.vnet === null ? null : groupOf(shown.vnet);
}

/** The key vaults that the restored disks depend on; null: none; empty: Azure doesn't report which. */
export function keyVaultsOf(view: DraftView): ResourceId[] | null {
  const chosen = view.shown.diskEncryptionSet;
  if (chosen !== null) return vaultsOfSets(view, [chosen]);
  switch (view.facts.vm?.encryption) {
    case 'ADE':
      return [...(chosenPoint(view)?.keyVaultIds ?? [])];
    case 'SSE-CMK':
    case 'SSE-PMK+CMK':
      return vaultsOfSets(view, setsOfMachine(view));
    case 'SSE-PMK':
    case 'none':
    case undefined:
      return null;
  }
}

function setsOfMachine({ reads }: DraftView): string[] {
  const disks = known(reads.machine)?.disks ?? [];
  return disks.flatMap(({ encryptionSetId }) => encryptionSetId ?? []);
}

/** A set of another subscription is in no list that was read. */
function vaultsOfSets({ reads }: DraftView, ids: readonly string[]): ResourceId[] {
  const found = (known(reads.encryptionSets) ?? []).filter(({ id }) =>
    ids.some((one) => sameId(one, id)),
  );
  return [...new Set(found.flatMap(({ keyVaultId }) => keyVaultId ?? []))];
}

const nowhere = resourceId('');

/** What only the list before a restore asks, the key vaults aside, each once what it needs is known. */
export function preflightQueries(view: DraftView) {
  const vaultId = known(view.reads.vault)?.id;
  const isRead = vaultId !== undefined;
  const vault = vaultId ?? nowhere;
  const isNew = view.shown.option === 'createVm';
  const region = targetRegion(view.shown, view.reads) ?? null;
  const group = networkGroup(view);
  const isSecondary = goesToSecondary(view.shown, view.reads);
  const secondary = isSecondary ? (pairedRegion(view.reads) ?? null) : null;
  const isPlaceKnown = !isSecondary || secondary !== null;
  const usages = computeUsagesQuery(targetSubscriptionOf(view) ?? '', region ?? '');
  return {
    vaultRights: { ...permissionsQuery(vault), enabled: isRead },
    networkRights: { ...permissionsQuery(group ?? nowhere), enabled: isNew && group !== null },
    usages: { ...usages, enabled: isNew && region !== null },
    restores: { ...restoresOfDayQuery(vault), enabled: isRead },
    runningRestores: {
      ...runningRestoresQuery(vault, secondary),
      enabled: isRead && isPlaceKnown,
    },
    otherRestores: {
      ...otherRestoresQuery({
        beside: { vaultId: vault, isSecondary },
        jobs: jobsOn(view.model.targetOf(view.shown, view.reads)),
      }),
      enabled: isRead && isPlaceKnown,
    },
  };
}

/** How the restores in progress are read, once more when Restore is selected. */
export function targetQueries(view: DraftView): TargetQueries {
  const { runningRestores, otherRestores } = preflightQueries(view);
  return { ofVault: runningRestores, others: otherRestores };
}

/** The keys of all queries that a restore is judged by before it is sent. */
export function keysOfReview(view: DraftView): QueryKey[] {
  const { draft, reads } = view;
  const target = targetSubscriptionOf(view) ?? '';
  const queries = [
    ...Object.values(
      queriesAgain({ choices: draft.choices, reads, target, made: reads.made }, () => true),
    ),
    ...Object.values(preflightQueries(view)),
    ...(keyVaultsOf(view) ?? []).map(keyVaultQuery),
  ];
  return queries.map(({ queryKey }) => queryKey);
}

/** Reads again all that Review judges by and that is shown now. */
export function useReadAgain(view: DraftView): () => void {
  const client = useQueryClient();
  return () => {
    // The NICs as well: the host name is judged by them.
    const nics = (known(view.reads.machine)?.nicIds ?? []).map(networkInterfaceQuery);
    for (const queryKey of [...keysOfReview(view), ...nics.map((nic) => nic.queryKey)]) {
      void client.refetchQueries({ queryKey, exact: true, type: 'active' });
    }
  };
}
