import { wizard } from '#src/strings/wizard.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { outageNetworkHint } from '#src/datasources/azure-vm/steps/outage-text.ts';
import { goneHint } from '#src/datasources/azure-vm/not-used.tsx';
import { readHint } from '#src/wizard/reads/read.ts';
import { errorWords, refusedBy } from '#src/wizard/explain/findings.ts';
import { fixedBy } from '#src/wizard/explain/view.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { consequencesOf } from '#src/datasources/azure-vm/consequences.ts';
import { Consequences } from '#src/datasources/azure-vm/steps/configuration/Consequences.tsx';
import type { ConfigurationFieldsProps } from '#src/datasources/azure-vm/steps/configuration/fields.ts';
import {
  networkOptions,
  subnetOptions,
  subscriptionOptions,
  zoneHint,
  zoneOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import { RefusedSubscription } from '#src/datasources/azure-vm/steps/configuration/RefusedSubscription.tsx';
import { ResourceGroupField } from '#src/datasources/azure-vm/steps/configuration/ResourceGroupField.tsx';
import { UnusedChoiceNotes } from '#src/datasources/azure-vm/steps/configuration/UnusedChoiceNotes.tsx';

const words = wizard.configuration;

const PLACEMENT = ['vmName', 'subscription', 'rg', 'vnet', 'subnet', 'zone'] as const;

/** Where the restored machine or its disks go. */
export function PlacementFields({ view, control }: ConfigurationFieldsProps) {
  const { reads, hidden, draft, shown } = view;
  // Without a target field, no target is fixed either.
  const fixed = hidden.has('rg') ? undefined : fixedBy(view, 'subscription');
  const refused = refusedBy(view, 'subscription');
  const shared = {
    control,
    required: true,
    ...errorWords(view),
    placeholder: wizard.choose,
  } as const;
  return (
    <>
      {!hidden.has('vmName') && (
        <TextField
          {...shared}
          name="vmName"
          label={words.vmName}
          hint={reads.machineNames.state === 'known' ? undefined : readHint(reads.machineNames)}
        />
      )}
      {(!hidden.has('subscription') || fixed !== undefined) && (
        <SelectField
          {...shared}
          name="subscription"
          label={words.subscription}
          hint={
            readHint(reads.subscriptions) ??
            (fixed === undefined || refused !== undefined ? undefined : sayOf(fixed)) ??
            (draft.choices.subscription === null ? words.ownSubscription : undefined)
          }
          refusedBy={refused}
          {...subscriptionOptions(view)}
        />
      )}
      {refused !== undefined && <RefusedSubscription view={view} />}
      {!hidden.has('rg') && <ResourceGroupField view={view} control={control} />}
      {(shown.rg !== null || shown.option === 'restoreDisks') && (
        <Consequences title={wizard.consequences.backup} all={consequencesOf(view, 'rg')} />
      )}
      {!hidden.has('vnet') && (
        <SelectField
          {...shared}
          name="vnet"
          label={words.vnet}
          hint={readHint(reads.networks) ?? goneHint(view, 'vnet') ?? networkHint(view)}
          {...networkOptions(view)}
        />
      )}
      {!hidden.has('subnet') && (
        <SelectField
          {...shared}
          name="subnet"
          label={words.subnet}
          hint={subnetHint(view)}
          {...subnetOptions(view)}
        />
      )}
      {!hidden.has('zone') && (
        <SelectField
          {...shared}
          required={false}
          name="zone"
          label={words.zone}
          hint={readHint(reads.regions) ?? zoneHint(view)}
          {...zoneOptions(view)}
        />
      )}
      <UnusedChoiceNotes view={view} fields={PLACEMENT} />
    </>
  );
}

/** Marks a default as such; names the network that a new VM in the secondary region needs. */
function networkHint(view: DraftView): string | undefined {
  const { shown, draft } = view;
  const hint = outageNetworkHint(view);
  if (hint !== undefined) return hint;
  return draft.choices.vnet === null && shown.vnet !== null
    ? sayOf(ruleNamed(vmRules, 'crr.vnet.auto'))
    : undefined;
}

function subnetHint({ shown, draft }: DraftView): string | undefined {
  if (shown.vnet === null) return words.needsNetwork;
  return draft.choices.subnet === null && shown.subnet !== null ? words.firstSubnet : undefined;
}
