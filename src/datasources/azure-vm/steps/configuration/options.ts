import { listText } from '#src/lib/wording.ts';
import { subnetObstacle, usableSubnets, zonePeer } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { ChoiceField, ChoiceValue } from '#src/rules/fields.ts';
import { outage } from '#src/strings/outage.ts';
import { wizard } from '#src/strings/wizard.ts';
import { regionText } from '#src/strings/regions.ts';
import type { Blocked, FieldOption, FieldOptions, Judgement } from '#src/ui/fields/option.tsx';
import {
  optionsInRegion,
  stagingChoice,
  vnetChoice,
} from '#src/datasources/azure-vm/candidates.ts';
import { candidatesOf, type DraftView, withChoice } from '#src/datasources/azure-vm/model.ts';
import { factOrigin } from '#src/wizard/explain/unknown.ts';
import { regionOf, zoneThere } from '#src/datasources/azure-vm/facts.ts';
import { hasTrouble } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/read.ts';
import type { Candidate } from '#src/wizard/explain/view.ts';
import { errorWords, judgeValue } from '#src/wizard/explain/findings.ts';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/field.ts';
import { changeVmChoices } from '#src/datasources/azure-vm/choices.ts';
import { goesElsewhere, targetRegion } from '#src/datasources/azure-vm/target.ts';

const words = wizard.configuration;

const GROUPS = ['createNew', 'replaceExisting'] as const;
const IDENTITIES = ['none', 'system', 'user'] as const;

/** What the rules say of the entries of a list, each as the value that it stands for, with its own facts. */
function judged<Field extends ChoiceField>(
  view: DraftView,
  field: Field,
  valueOf: (entry: string) => ChoiceValue<Field> | undefined,
  viewFor: (value: ChoiceValue<Field>) => DraftView = () => view,
): Omit<FieldOptions, 'options'> {
  const judge = (entry: string): Judgement => {
    const value = valueOf(entry);
    return value === undefined ? {} : judgeValue(viewFor(value), field, value);
  };
  return {
    judge,
    noteOf: hasTrouble(view.reads) ? (entry) => judge(entry).unchecked : undefined,
  };
}

/** The types under `Create new`, or the one under `Replace existing`. */
export function typeOptions(view: DraftView): FieldOptions {
  const isReplaced = view.shown.group === 'replaceExisting';
  const types = RESTORE_KINDS.filter((type) => (type === 'replaceDisks') === isReplaced);
  return {
    options: types.map((value) => ({ value, label: words[value] })),
    ...judged(view, 'option', (value) => RESTORE_KINDS.find((one) => one === value)),
  };
}

/** `Replace existing` stands for the one type under it. */
export function groupChoices(view: DraftView): FieldOptions {
  return {
    options: GROUPS.map((value) => ({ value, label: words[value] })),
    ...judged(view, 'option', (value) =>
      value === 'replaceExisting' ? 'replaceDisks' : undefined,
    ),
  };
}

/** The subscriptions, those that a rule refuses with its reason. */
export function subscriptionOptions(view: DraftView): FieldOptions {
  const subscriptions = known(view.reads.subscriptions) ?? [];
  return {
    options: subscriptions.map(({ id, name }) => ({ value: id, label: name, remark: id })),
    ...judged(
      view,
      'subscription',
      (id) => id,
      // Each is judged by its own tenant and rights, not by those of the subscription chosen now.
      (id) => {
        const tenantId = subscriptions.find((one) => one.id === id)?.tenantId;
        const choices = { ...view.choices, subscriptionTenant: tenantId ?? undefined };
        return { ...withChoice(view, { subscription: id }), choices };
      },
    ),
  };
}

/** The resource groups of the target subscription. */
export function groupOptions(view: DraftView): FieldOption[] {
  return (known(view.reads.groups) ?? []).map(({ name, region }) => ({
    value: name,
    label: name,
    remark: regionText(region),
  }));
}

/** The networks of the target subscription, those elsewhere or without a subnet for a VM with their reason. */
export function networkOptions(view: DraftView): FieldOptions {
  const networks = known(view.reads.networks) ?? [];
  const { judge, noteOf } = judged(view, 'vnet', (id) => {
    const network = networks.find((one) => one.id === id);
    return network && vnetChoice(network);
  });
  return {
    options: networks.map(({ id, name, region, resourceGroup }) => ({
      value: id,
      label: name,
      remark: `${regionText(region)}, ${resourceGroup}`,
    })),
    judge: (id) => {
      const judgement = judge?.(id) ?? {};
      const network = networks.find((one) => one.id === id);
      if (network === undefined || judgement.blocked !== undefined) return judgement;
      if (usableSubnets(network).length > 0) return judgement;
      const firstOf = () => {
        const other = networks.find(
          (one) => usableSubnets(one).length > 0 && judge?.(one.id).blocked === undefined,
        );
        return candidatesOf(view, 'vnet').find(({ change }) => change['vnet'] === other?.id);
      };
      const what = { field: 'vnet', name: network.name, firstOf } as const;
      return { ...judgement, blocked: unusable(view, what, words.withoutSubnet) };
    },
    noteOf,
  };
}

/** The subnets of the chosen network; one that a service has, or without a free address, takes no machine. */
export function vmSubnetOptions(view: DraftView): FieldOptions {
  const network = known(view.reads.networks)?.find(({ id }) => sameId(id, view.shown.vnet));
  const subnets = network?.subnets ?? [];
  return {
    options: subnets.map(({ name, addressPrefixes }) => ({
      value: name,
      label: name,
      remark: listText(addressPrefixes),
    })),
    judge: (name) => {
      const subnet = subnets.find((one) => one.name === name);
      const obstacle = subnet === undefined ? null : subnetObstacle(subnet);
      if (obstacle === null) return {};
      const firstOf = () => candidatesOf(view, 'subnet')[0];
      return { blocked: unusable(view, { field: 'subnet', name, firstOf }, words[obstacle]) };
    },
  };
}

interface Unusable {
  readonly field: 'vnet' | 'subnet';
  readonly name: string;
  /** The first entry of the same list that can be used, looked for on request; undefined: none. */
  readonly firstOf: () => Candidate | undefined;
}

/** No rule of the documents, but Azure's own. */
function unusable(
  view: DraftView,
  { field, name, firstOf }: Unusable,
  { short, rule, fact, source }: (typeof words)['delegated' | 'full' | 'withoutSubnet'],
): Blocked {
  return {
    short,
    explain: () => {
      const first = firstOf();
      return {
        reasons: [
          {
            id: null,
            rule,
            facts: [{ text: fact(name), from: factOrigin('target.firstSubnet', view), way: null }],
            sources: [source],
          },
        ],
        instead:
          first === undefined
            ? null
            : {
                label: wizard.explain.choose(words[field], first.name),
                field,
                apply: () => changeVmChoices(view.draft.id, first.change),
              },
      };
    },
  };
}

/**
 * The zones of the region restored to, the source's own first; in another region, or in a subscription whose
 * places aren't known, none is.
 */
export function zoneOptions(view: DraftView): FieldOptions {
  const zones = regionOf(view.shown, view.reads)?.zones ?? [];
  const isElsewhere = goesElsewhere(view.shown, view.reads);
  const own = isElsewhere
    ? null
    : (zoneThere(known(view.reads.machine)?.zone, view.reads, view.shown) ?? null);
  const sorted = zones.toSorted(
    (a, b) => Number(b === own) - Number(a === own) || a.localeCompare(b),
  );
  const isDown = view.shown.outage === 'zone';
  const { judge, noteOf } = judged(view, 'zone', (zone) => zone);
  return {
    options: sorted.map((zone) => ({
      value: zone,
      label: words.zoneOf(zone),
      remark: zone === own ? (isDown ? outage.zoneDown : words.ownZone) : undefined,
    })),
    judge: (zone) => (isDown && zone === own ? zoneDown(view) : (judge?.(zone) ?? {})),
    noteOf,
  };
}

/** What the source's subscription calls the chosen zone of another subscription, or that it isn't known. */
export function zoneHint({ shown, reads }: DraftView): string | undefined {
  const { subscription, zone } = shown;
  const source = known(reads.instance)?.subscriptionId;
  const isSame = subscription === null || source === undefined || sameId(subscription, source);
  if (isSame || zone === null) return undefined;
  const from = known(reads.regions);
  const to = known(reads.ownRegions);
  // Still being read is no reason to say that nothing is known.
  if (from === undefined || reads.ownRegions.state === 'loading') return undefined;
  const region = targetRegion(shown, reads) ?? '';
  const peer = to === undefined ? null : zonePeer(zone, { from, to, region });
  return peer === null ? words.zoneNotKnown : words.zonePeer(zone, peer);
}

/** The machine's own zone while that is down: refused with any zone, and with none. */
function zoneDown(view: DraftView): Judgement {
  const explain = errorWords(view).explainError?.('czr.pinned-zone-down');
  return explain === undefined ? {} : { blocked: { short: outage.zoneDownShort, explain } };
}

/** The storage accounts with their redundancy in parentheses, the unusable ones with their reason. */
export function accountOptions(view: DraftView): FieldOptions {
  const accounts = known(view.reads.accounts) ?? [];
  const candidates = candidatesOf(view, 'staging');
  const judge = (id: string): Judgement => {
    const account = accounts.find((one) => one.id === id);
    const candidate = candidates.find(({ change }) => change['staging'] === id);
    return account === undefined
      ? {}
      : judgeValue(view, 'staging', stagingChoice(account), candidate);
  };
  return {
    options: accounts.map(({ id, name, redundancy, region, resourceGroup }) => ({
      value: id,
      label: redundancy === null ? name : `${name} (${redundancy})`,
      remark: `${regionText(region)}, ${resourceGroup}`,
    })),
    judge,
    noteOf: hasTrouble(view.reads) ? (id) => judge(id).unchecked : undefined,
  };
}

/** The disk encryption sets of the region, those that are not ready with their reason. */
export function encryptionSetOptions(view: DraftView): FieldOptions {
  return {
    options: optionsInRegion(view, view.reads.encryptionSets),
    ...judged(
      view,
      'diskEncryptionSet',
      (id) => id,
      (diskEncryptionSet) => withChoice(view, { diskEncryptionSet }),
    ),
  };
}

/** The identities that the vault could use. */
export function identityOptions(view: DraftView): FieldOptions {
  return {
    options: IDENTITIES.map((value) => ({ value, label: words.identities[value] })),
    ...judged(
      view,
      'identity',
      (value) => IDENTITIES.find((one) => one === value),
      // Each is judged by its own rights.
      (identity) => withChoice(view, { identity }),
    ),
  };
}
