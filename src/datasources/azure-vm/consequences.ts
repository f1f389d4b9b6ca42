import type { Restore } from '#src/api/recovery-services/restore.ts';
import { chosenPoint, type DraftView } from '#src/datasources/azure-vm/model.ts';
import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { isVmRule, vmRules } from '#src/datasources/azure-vm/rules.ts';
import { ROLES_STEP } from '#src/datasources/azure-vm/sent-restore.ts';
import {
  goesToPairInDisaster,
  goesToSecondary,
  ownRegionName,
  targetRegionName,
} from '#src/datasources/azure-vm/target.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { listText } from '#src/lib/wording.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { withValue } from '#src/rules/fields.ts';
import { isRuleOf, type Rule } from '#src/rules/rule.ts';
import { settle, type Settled } from '#src/rules/settle.ts';
import { instances } from '#src/strings/instances.ts';
import { outage } from '#src/strings/outage.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.tsx';
import { explanationOf } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';

/** What a restore makes or changes and where: the machine by its name, else the place of the disks. */
export function vmTargetText(view: DraftView): string {
  const { option, vmName } = view.shown;
  const source = known(view.reads.instance);
  if (option === 'replaceDisks' && source !== undefined) {
    return listText([source.friendlyName, source.resourceGroup].map(textInSentence));
  }
  return option === 'createVm' && vmName !== null
    ? `${textInSentence(vmName)}, ${placeText(view)}`
    : placeText(view);
}

/** The chosen point by its time. */
export function chosenPointText(view: DraftView): string {
  const point = chosenPoint(view);
  if (point === undefined) return wizard.plan.someTime;
  return point.time === null ? wizard.plan.noTime : dateTimeText(point.time);
}

/** Where a restore makes things, as far as it is known: group, subscription, region, zone. */
export function placeText({ reads, shown }: DraftView): string {
  const { rg, subscription, zone } = shown;
  if (rg === null) return wizard.plan.someGroup;
  const name = subscriptionName(reads, subscription);
  const region = targetRegionName(shown, reads);
  const parts = [
    rg,
    ...(name === undefined ? [] : [name]),
    ...(region === null ? [] : [region]),
    ...(zone === null ? [] : [wizard.plan.zone(zone)]),
  ];
  return listText(parts.map(textInSentence));
}

type Seen = Pick<DraftView, 'shown' | 'reads'>;

/** That a restore goes to another region than the vault's, and which; nothing where it does not. */
export function elsewhereText({ shown, reads }: Seen): string[] {
  const region = targetRegionName(shown, reads);
  const named = (view: string) => (region === null ? view : wizard.region.named(view, region));
  if (goesToSecondary(shown, reads)) return [named(instances.views.secondary)];
  return goesToPairInDisaster(shown, reads) ? [named(outage.paired)] : [];
}

/** The same as a sentence of the plan, with the reason. */
export function elsewhereSentence({ shown, reads }: Seen): string[] {
  if (!goesToPairInDisaster(shown, reads))
    return elsewhereText({ shown, reads }).map(wizard.plan.inRegion);
  const region = targetRegionName(shown, reads);
  const own = ownRegionName(reads);
  return region === null || own === null ? [] : [outage.inPair(region, own)];
}

type Id = CatalogueRule['id'];

/** What a kind of restore does not bring back as it was. */
const LOST: readonly Id[] = [
  'special.availability-set',
  'special.multi-nic',
  'special.reserved-ips',
  'special.load-balancer',
  'special.hub',
  'after.static-ip',
  'after.extensions',
  'crr.cmk-becomes-non-cmk',
];

/** What only a VM has that the restore itself creates: of restored disks none is there yet. */
const OF_NEW_VM: readonly Id[] = ['after.extensions', 'after.static-ip'];

/** What it brings besides, beside a source that is still there. */
const BESIDE_SOURCE: readonly Id[] = ['platform.copy.host-name'];

/** What the restore leaves in the staging storage account, and which of it to delete. */
const STAGED: readonly Id[] = [
  'create-vm.staging.unmanaged-vhds',
  'restore-disks.unmanaged-blobs',
  'restore-disks.vhd.vault-under-4tb',
  'restore-disks.vhd.over-4tb-none',
  'restore-disks.instant.template-only',
  'restore-disks.vhd.cleanup',
  'replace.vhd.vault-under-4tb',
  'replace.vhd.cleanup',
  'special.network.vhds',
];

/** Whether the restored machine is backed up. */
const BACKUP: readonly Id[] = [
  'backup-again.continues',
  'platform.backup.stopped',
  'backup-again.setup',
  'backup-again.template-vm',
];

const rulesOf = (ids: readonly Id[]): readonly Rule[] =>
  vmRules.all.filter((rule) => isRuleOf(rule, ids));
const BESIDE = {
  lost: rulesOf(LOST),
  option: rulesOf([...LOST, ...BESIDE_SOURCE]),
  staging: rulesOf(STAGED),
  rg: rulesOf(BACKUP),
} as const;

/** Something that a choice brings with it: in a few words, and with its rule for who asks. */
export interface Consequence {
  readonly id: string;
  readonly text: string;
  readonly explain: () => Explanation;
}

/** What a kind of restore does not bring back as it was. Pure. */
export function lossesOf(view: DraftView, option: RestoreKind): Consequence[] {
  return ofKind(view, option, BESIDE.lost);
}

/** All that a kind of restore would bring with it, said before it is chosen. Pure. */
export function effectsOf(view: DraftView, option: RestoreKind): Consequence[] {
  return ofKind(view, option, BESIDE.option);
}

function ofKind(view: DraftView, option: RestoreKind, rules: readonly Rule[]): Consequence[] {
  const group = option === 'replaceDisks' ? 'replaceExisting' : 'createNew';
  const choices = withValue(withValue(view.choices, 'group', group), 'option', option);
  const own = option === 'createVm' ? rules : rules.filter((rule) => !isRuleOf(rule, OF_NEW_VM));
  return consequences({ ...view, choices }, own);
}

/** What the selected restore leaves in the staging storage account, or means for the next backup. */
export function consequencesOf(view: DraftView, field: 'staging' | 'rg'): Consequence[] {
  return consequences(view, BESIDE[field]);
}

function consequences(view: DraftView, rules: readonly Rule[]): Consequence[] {
  const { choices, verdicts } = settle(view.facts, view.choices, view.model.rules, rules);
  const ground = { ...view, choices };
  return verdicts.flatMap(({ rule, state }) =>
    state !== 'speaks'
      ? []
      : [
          {
            id: rule.id,
            text: textOf(rule, view),
            explain: () => explanationOf(view, [rule], ground),
          },
        ],
  );
}

/** The few words of a rule; a set that is lost is named. */
function textOf(rule: Rule, { reads }: DraftView): string {
  const set = known(reads.machine)?.availabilitySet ?? null;
  if (rule.id === 'special.availability-set' && set !== null)
    return submission.availabilitySet(set);
  return rule.short ?? sayOf(rule);
}

const words = submission.consequence;

/** What a replacement loses, which its name confirms. Null: there is none, or the VM no longer exists and loses nothing. */
export function lossText(view: DraftView): string | null {
  if (view.shown.option !== 'replaceDisks' || known(view.reads.machine) === null) return null;
  return words.replaceDisks(sourceName(view), chosenPointText(view));
}

const sourceName = ({ reads }: DraftView): string =>
  known(reads.instance)?.friendlyName ?? wizard.plan.someName;

/**
 * The statement to confirm before Restore besides the warnings: that a restore in the secondary region can't be
 * stopped. Null if it doesn't apply.
 */
export function consequenceText(view: DraftView): string | null {
  const { option, regionView } = view.shown;
  if (option === null || option === 'replaceDisks' || regionView !== 'secondary') return null;
  const machine = sourceName(view);
  const region = targetRegionName(view.shown, view.reads) ?? submission.secondaryRegion;
  return words[option](machine, region);
}

/** What appears before a restore and still matters after it. */
const STAYS: readonly Id[] = [
  'backup-again.continues',
  'crr.cmk-becomes-non-cmk',
  'create-vm.staging.unmanaged-vhds',
  'restore-disks.unmanaged-blobs',
  'platform.copy.host-name',
  'special.multi-nic',
  'special.reserved-ips',
  'special.load-balancer',
  'special.dc.single',
  'special.dc.multiple.reachable',
  'special.dc.multiple.last',
  'special.dc.multi-domain',
  'special.dc.forest',
];

/** Ids of the rules that say what to do after the restore as it is chosen. Pure. */
export function nextStepsOf({ verdicts }: Pick<Settled, 'verdicts'>): Id[] {
  return verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && (rule.kind === 'checklist' || isRuleOf(rule, STAYS)) && isVmRule(rule.id)
      ? [rule.id]
      : [],
  );
}

/** How a VM comes back from encrypted disks: restoring them creates none (document 001, Restore encrypted VM). */
const REBUILD: readonly Id[] = [
  'encryption.ade.disks-same',
  'encryption.ade.recreate',
  'encryption.ade.linux-extension',
];

/** The rules that say how to rebuild the VM of encrypted disks; none of a VM that isn't encrypted. Pure. */
export const rebuildRules = ({ verdicts }: Pick<Settled, 'verdicts'>): Rule[] =>
  verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && isRuleOf(rule, REBUILD) ? [rule] : [],
  );

/** What depends on settings of the source that only a read of it tells. */
const OF_SETTINGS: readonly Id[] = [
  'after.extensions',
  'after.static-ip',
  'after.availability-set',
  'special.hub.after',
];

/** Ids of the steps that may be left to do after the restore of a source that can't be read. Pure. */
export function unreadSourceSteps({ verdicts }: Pick<Settled, 'verdicts'>): Id[] {
  return OF_SETTINGS.filter((id) =>
    verdicts.some(({ rule, state }) => rule.id === id && state === 'not checked'),
  );
}

/** Ids of the next steps that no rule has. */
export const ownStepsOf = ({ identity }: Pick<Restore, 'identity'>): string[] =>
  identity ? [ROLES_STEP] : [];
