import {
  addresses,
  azureAnswer,
  cores,
  power,
  restoresToday,
} from '#src/datasources/azure-vm/checks/azure.ts';
import {
  hostName,
  names,
  others,
  placement,
  point,
  sameTarget,
  staging,
} from '#src/datasources/azure-vm/checks/chosen.ts';
import {
  type Check,
  type CheckInput,
  type PreflightRead,
  type PreflightReads,
  about,
  keyVaultsOf,
  networkGroup,
  ownGrantCommand,
  recoverCommand,
  rulesNamed,
  targetSubscriptionOf,
} from '#src/datasources/azure-vm/checks/preflight.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { chosenAccount, type DraftView } from '#src/datasources/azure-vm/model.ts';
import { answersOf } from '#src/datasources/azure-vm/reads.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Rule } from '#src/rules/rule.ts';
import { type CheckedRight, type CheckId, preflight } from '#src/strings/preflight.ts';
import {
  canRefuse,
  type Findings,
  formFindings,
  isParticular,
  isSilent,
} from '#src/wizard/explain/findings.ts';
import { oldest, wayTo } from '#src/wizard/explain/unknown.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { type Read, known } from '#src/wizard/read.ts';
import {
  type CheckResult,
  type CheckState,
  type CheckSum,
  type Coverage,
  type Judged,
  type Remedy,
  judged,
  notLookedAt,
  sumOf,
  unread,
  unreadNames,
  worstOf,
} from '#src/wizard/review/check.ts';
import { RESTORE_ACTION } from '#src/datasources/azure-vm/facts.ts';
import { targetScope } from '#src/datasources/azure-vm/target-reads.ts';
import { missingActionIn } from '#src/api/arm/error.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { type Permission, allows } from '#src/model/roles.ts';
import { wizard } from '#src/strings/wizard.ts';

const words = preflight.rights;

/** What a restore needs a person to be allowed, and where. */
interface Right {
  readonly action: string;
  /** The same in words. */
  readonly may: CheckedRight;
  /** The role of Azure's own that gives it. */
  readonly role: string;
  readonly scope: string | null;
  readonly what: string;
  /** What it means where it is lacking. */
  readonly lacking: CheckState;
  /** What might come of it, where Azure doesn’t reject the restore for certain. */
  readonly risk?: string;
}

function resultFor(
  read: Read<readonly Permission[]>,
  right: Right,
  input: CheckInput,
): CheckResult {
  const { action, may, role, scope, lacking, what, risk } = right;
  const missing = unread(read, what);
  if (missing !== null) return missing;
  if (allows(known(read) ?? [], action)) {
    const found = words.allowed(may, nameOf(scope ?? ''));
    const denied = denialIn(input, action, scope ?? '');
    return denied === null
      ? { state: 'passed', found, actions: [action] }
      : {
          state: 'passed',
          found: `${found} ${denied.text}`,
          actions: [...new Set([action, denied.action])],
          isContradicted: true,
        };
  }
  return {
    state: lacking,
    found: [words.notAllowed(may, nameOf(scope ?? '')), risk ?? []].flat().join(' '),
    actions: [action],
    remedies: [
      { kind: 'command', label: words.forOwner, command: ownGrantCommand(role, scope ?? '') },
    ],
  };
}

const JOIN_ACTION = 'Microsoft.Network/virtualNetworks/subnets/join/action';

const targetAction = ({ shown }: CheckInput['view']): string =>
  shown.option === 'restoreDisks'
    ? 'Microsoft.Compute/disks/write'
    : 'Microsoft.Compute/virtualMachines/write';

/** What a replacement changes, and a new machine or disks create. */
function targetRight({ shown }: CheckInput['view']): CheckedRight {
  if (shown.option === 'restoreDisks') return 'createDisk';
  return shown.option === 'replaceDisks' ? 'changeVm' : 'createVm';
}

interface DeniedAction {
  readonly action: string;
  readonly text: string;
}

/** That Azure rejected a request for lack of an action in a scope, of this draft or of another; null: it didn’t. */
function denialIn(input: CheckInput, action: string, scope: string): DeniedAction | null {
  const own = denialOf(input, action);
  if (own !== null) return { action: own, text: words.denied };
  const meets = (other: string): boolean => isWithin(other, scope) || isWithin(scope, other);
  const other = input.denials.find((one) => sameId(one.action, action) && meets(one.scope));
  return other === undefined ? null : { action, text: words.deniedAt(dateTimeText(other.at)) };
}

/** Whether a scope is another one, or lies in it. */
const isWithin = (scope: string, other: string): boolean =>
  `${scope}/`.toLowerCase().startsWith(`${other}/`.toLowerCase());

/**
 * The action for which Azure rejected the latest request or its validation; null: it didn’t for this one. An action
 * that no check here is about concerns each.
 */
function denialOf({ view, validation }: CheckInput, action: string): string | null {
  const { submission } = view.draft;
  const { stage } = validation;
  const denied = [
    ...(submission.state === 'refused' ? [missingActionIn(submission.message)] : []),
    ...(stage.kind === 'trouble' ? [stage.problem.missingAction] : []),
  ].filter((one) => one !== null);
  const ofOthers = [RESTORE_ACTION, targetAction(view), JOIN_ACTION].filter(
    (one) => !sameId(one, action),
  );
  return denied.find((one) => !ofOthers.some((other) => sameId(other, one))) ?? null;
}

const onVault: Check = {
  id: 'rightsVault',
  from: ['vaultRights'],
  run: (input) =>
    resultFor(
      input.reads.vaultRights,
      {
        action: RESTORE_ACTION,
        may: 'startRestore',
        role: 'Backup Operator',
        scope: known(input.view.reads.vault)?.id ?? null,
        what: words.readVault,
        lacking: 'failed',
      },
      input,
    ),
};

/**
 * The rules cover the restores that Azure rejects without this permission; Azure still restores disks of one
 * subscription.
 */
const onTarget: Check = {
  id: 'rightsTarget',
  claims: rulesNamed('config.no-permission.fallback', 'identity.rbac.create-vm', 'csr.rbac'),
  from: ['permissions'],
  run: (input) => {
    const { view } = input;
    return resultFor(
      view.reads.permissions,
      {
        action: targetAction(view),
        may: targetRight(view),
        role: 'Virtual Machine Contributor',
        scope: targetScope(view.draft.choices, view.reads, targetSubscriptionOf(view) ?? ''),
        what: words.readTarget,
        lacking: input.findings.refused.length > 0 ? 'failed' : 'warned',
      },
      input,
    );
  },
};

const onNetwork: Check = {
  id: 'rightsNetwork',
  from: ['networkRights'],
  run: (input) =>
    input.view.shown.option === 'createVm'
      ? resultFor(
          input.reads.networkRights,
          {
            action: JOIN_ACTION,
            may: 'joinSubnet',
            role: 'Network Contributor',
            scope: networkGroup(input.view),
            what: words.readNetwork,
            // Whether Azure asks it of the person or of the vault isn't documented.
            lacking: 'warned',
            risk: words.mightFail,
          },
          input,
        )
      : null,
};

/** What the person may do, action by action and scope by scope. */
const rights: readonly Check[] = [onVault, onTarget, onNetwork];

/** Whether the vault's identity has the permissions that the restore needs, as the rules judge it. */
const identity: Check = {
  id: 'identity',
  claims: (rule) => rule.group === 'identity' || about('identity', 'identityId')(rule),
  from: ['vault', 'stagingGrants', 'groupGrants'],
  run: ({ view, findings }) => {
    const { identity: chosen, identityId } = view.shown;
    // What the rules say of the identity is their own.
    if (chosen === null || chosen === 'none' || !isSilent(findings)) return null;
    const name = identityId === null ? wizard.configuration.identities[chosen] : nameOf(identityId);
    return { state: 'passed', found: preflight.identityAllowed(name) };
  },
};

const keyWords = preflight.keys;
const isAboutSet = about('diskEncryptionSet');

/**
 * Whether the key vaults that the restored disks depend on exist. No management API reports their contents,
 * so this check misses a deleted key, or one that a disk encryption set can't use.
 */
const keys: Check = {
  id: 'keys',
  claims: (rule) => rule.group === 'encryption' || isAboutSet(rule),
  from: ['keyVaults', 'encryptionSets', 'points', 'secondaryPoints'],
  run: (input) => {
    const wanted = keyVaultsOf(input.view);
    if (wanted === null) return null;
    if (wanted.length === 0) {
      return (
        unread(input.view.reads.encryptionSets, keyWords.readSets) ?? {
          state: 'notChecked',
          found: keyWords.notReported,
        }
      );
    }
    return worstOf(input.reads.keyVaults.map((vault) => vaultResult(vault, input)));
  },
};

function vaultResult(
  { id, read }: PreflightReads['keyVaults'][number],
  { view }: CheckInput,
): CheckResult {
  const name = nameOf(id);
  const missing = unread(read, keyWords.read(name));
  if (missing !== null) return missing;
  if (known(read) === true) return { state: 'passed', found: keyWords.there(name) };
  const choose: Remedy[] =
    view.shown.diskEncryptionSet === null
      ? []
      : [{ kind: 'field', step: 'configuration', field: 'diskEncryptionSet' }];
  return {
    // Azure accepts the restore; whether its disks then can be used depends on the key.
    state: 'warned',
    found: keyWords.gone(name),
    remedies: [
      ...choose,
      { kind: 'command', label: keyWords.recover, command: recoverCommand(name) },
    ],
  };
}

/** A line of the list: its verdict, with the rules that apply, and those that wait for a fact. */
export type CheckedLine = Judged & LineParts;

interface LineParts {
  readonly id: CheckId;
  /** What was found without the rules, which have places of their own to be read; null: nothing that holds a press. */
  readonly own: CheckResult | null;
  /** Whether the check itself warns, whatever the rules say. */
  readonly warns: boolean;
  /** What Azure calls the permissions that the check found, or didn’t. */
  readonly actions: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly rules: readonly Rule[];
  readonly unknown: readonly NotChecked[];
  readonly isContradicted: boolean;
  /** When the oldest source of this line was read; null: unknown, or nothing was read. */
  readonly at: Instant | null;
}

/** The list before a restore: what each check found, together with what the rules say. Pure. */
export function checkLinesOf(input: Omit<CheckInput, 'findings' | 'open'>): CheckedLine[] {
  const findings = formFindings(input.view);
  return CHECKS.flatMap((check) => {
    const own = {
      ...input,
      findings: ownFindings(check, findings),
      open: openOf(check, input.view),
    };
    const result = check.run(own);
    const found = result === null ? null : withOpen(result, own);
    const verdict = judged(found, own.findings, input.view);
    return verdict === null ? [] : [lineOf(check, verdict, result, own)];
  });
}

/** What passed says how many warnings about it lack a fact: it doesn’t cover them. */
const withOpen = (result: CheckResult, { open }: CheckInput): CheckResult =>
  result.state === 'passed' && open.length > 0
    ? { ...result, found: `${result.found} ${preflight.open(open.length)}` }
    : result;

/** The check that takes the verdict of a rule: the first one, so that it is shown once. */
const tellerOf = (rule: Rule): CheckId | undefined =>
  CHECKS.find(({ claims }) => claims?.(rule) === true)?.id;

/** Warnings about a check that lack a fact. They hold no press. */
const openOf = ({ id }: Check, { settled }: CheckInput['view']): NotChecked[] =>
  settled.verdicts.filter(
    (verdict): verdict is NotChecked =>
      verdict.state === 'not checked' &&
      verdict.rule.kind === 'warn' &&
      !canRefuse(verdict.rule) &&
      tellerOf(verdict.rule) === id,
  );

function ownFindings({ id }: Check, all: Findings): Findings {
  const isOwn = ({ rule }: Findings['refused'][number]): boolean => tellerOf(rule) === id;
  return {
    refused: all.refused.filter(isOwn),
    warned: all.warned.filter(isOwn).filter(isParticular),
    notChecked: all.notChecked.filter(isOwn),
  };
}

function lineOf(
  { id, from, isShownOnly = false }: Check,
  verdict: Judged,
  result: CheckResult | null,
  input: CheckInput,
): CheckedLine {
  // A field that can’t be changed to anything else is no remedy.
  const remedies = (result?.remedies ?? []).filter(
    (one) => one.kind !== 'field' || wayTo(input.view, [one.field]) !== null,
  );
  const { refused, warned, notChecked } = input.findings;
  return {
    ...verdict,
    id,
    own: isShownOnly ? null : result,
    warns: result?.state === 'warned',
    actions: verdict.by === 'look' ? (result?.actions ?? []) : [],
    remedies,
    rules: [...refused, ...warned].map(({ rule }) => rule),
    // What can be read again in the line itself is not shown twice.
    unknown: remedies.some(({ kind }) => kind === 'again') ? [] : notChecked,
    isContradicted: result?.isContradicted === true,
    at: result?.at ?? oldest(from.flatMap((one) => answers(one, input))),
  };
}

function answers(name: PreflightRead, { view, reads }: CheckInput): readonly Read<unknown>[] {
  switch (name) {
    case 'keyVaults':
      return reads.keyVaults.map(({ read }) => read);
    case 'vaultRights':
    case 'networkRights':
    case 'usages':
    case 'restores':
    case 'runningRestores':
    case 'otherRestores':
      return [reads[name]];
    default:
      return answersOf(view.reads, name);
  }
}

/**
 * What is looked at before a restore, in the order in which it is shown. The last but one gathers every
 * rule that no other speaks for, so that the list never says more than the rules; the last is Azure's own.
 */
export const CHECKS: readonly Check[] = [
  ...rights,
  identity,
  point,
  names,
  sameTarget,
  staging,
  addresses,
  hostName,
  placement,
  cores,
  keys,
  power,
  restoresToday,
  others,
  azureAnswer,
];

/** What the list comes to. That Azure itself didn't look beforehand is nothing to accept. */
export const vmSumOf = (lines: readonly (Summed & Warning)[]): CheckSum => ({
  ...sumOf(lines.map(({ id, state }) => ({ state, isOptional: id === 'azure' }))),
  warned: vmWarnings(lines).length,
});

type Warning = Pick<CheckedLine, 'id' | 'rules' | 'warns'>;

/** Every warning of the list, by the id of its rule or its check: the list, its sum and the boxes count these. */
const vmWarnings = (lines: readonly Warning[]): string[] =>
  lines.flatMap(({ id, rules, warns }) => [
    ...rules.filter((rule) => !canRefuse(rule)).map((rule) => rule.id),
    ...(warns ? [id] : []),
  ]);

/** How many of them the box of the form is about: those that the box of the checks doesn’t name. */
export function vmWarningsToRead(
  lines: readonly (Warning & Pick<CheckedLine, 'own' | 'state'>)[],
): number {
  // One that fails is mended before anything is read.
  const isNamed = lines.some(({ own, state }) => own?.state === 'warned' && state !== 'failed');
  return vmWarnings(isNamed ? lines.map((line) => ({ ...line, warns: false })) : lines).length;
}

/** Whether all other checks are complete and none failed, so that Azure's validation can start automatically. */
export function isReadyForAzure(lines: readonly Summed[]): boolean {
  return lines.every(
    ({ id, state }) => id === 'azure' || !['failed', 'toDo', 'checking'].includes(state),
  );
}

type Summed = Pick<CheckedLine, 'id' | 'state'>;

export type VmKind = NonNullable<VmChoices['option']>;

const ALL = ['createVm', 'restoreDisks', 'replaceDisks'] as const satisfies readonly VmKind[];

/** What could refuse the restore of a virtual machine, and the check that looks at it. */
export const VM_COVERAGE: Coverage<VmKind, CheckId> = {
  rightsVault: { by: 'rightsVault', in: ALL },
  rightsTarget: { by: 'rightsTarget', in: ALL },
  rightsNetwork: { by: 'rightsNetwork', in: ['createVm'] },
  identity: { by: 'identity', in: ALL },
  point: { by: 'point', in: ALL },
  names: { by: 'names', in: ['createVm', 'restoreDisks'] },
  otherRestores: { by: 'sameTarget', in: ALL },
  staging: { by: 'staging', in: ALL },
  addresses: { by: 'addresses', in: ['createVm'] },
  size: { by: 'placement', in: ALL },
  cores: { by: 'cores', in: ['createVm'] },
  keyVault: { by: 'keys', in: ALL },
  power: { by: 'power', in: ['replaceDisks'] },
  restoresToday: { by: 'restoresToday', in: ALL },
  constraints: { by: 'others', in: ALL },
  azure: { by: 'azure', in: ALL },
  locks: { by: null, in: ALL },
  policies: { by: null, in: ALL },
  signIn: { by: null, in: ALL },
  guard: { by: null, in: ALL },
  quotas: { by: null, in: ALL },
  capacity: { by: null, in: ['createVm'] },
  keyAccess: { by: null, in: ALL },
};

/** What nothing here looks at before the restore of a virtual machine, with the settings that its parts have. */
export function vmNotLookedAt(view: DraftView): string[] {
  const { shown, reads } = view;
  if (shown.option === null) return [];
  const sets = [
    shown.diskEncryptionSet,
    ...(known(reads.machine)?.disks ?? []).map(({ encryptionSetId }) => encryptionSetId),
  ];
  return [
    ...notLookedAt(VM_COVERAGE, shown.option),
    ...unreadNames([
      known(reads.machine),
      ...reads.disks.map(known),
      chosenAccount(view),
      ...(known(reads.encryptionSets) ?? []).filter(({ id }) =>
        sets.some((one) => one !== null && sameId(one, id)),
      ),
    ]),
  ];
}
