import { wizard } from '#src/strings/wizard.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { readHint } from '#src/wizard/draft/read-options.ts';
import { fixedBy, sayRule } from '#src/wizard/draft/rule-words.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import type { ConfigurationFieldsProps } from '#src/wizard/steps/configuration/fields.ts';
import {
  networkOptions,
  subnetOptions,
  subscriptionOptions,
  zoneOptions,
} from '#src/wizard/steps/configuration/options.ts';
import { ResourceGroupField } from '#src/wizard/steps/configuration/ResourceGroupField.tsx';

const words = wizard.configuration;

/** Where the restored machine or its disks go. */
export function PlacementFields({ view, control }: ConfigurationFieldsProps) {
  const { reads, hidden, draft } = view;
  // Where no target is asked for, none is fixed either.
  const fixed = hidden.has('rg') ? undefined : fixedBy(view, 'subscription');
  const shared = {
    control,
    required: true,
    errorText: sayRule,
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
            (fixed === undefined ? undefined : sayRule(fixed)) ??
            (draft.choices.subscription === null ? words.ownSubscription : undefined)
          }
          {...subscriptionOptions(view)}
        />
      )}
      {!hidden.has('rg') && <ResourceGroupField view={view} control={control} />}
      {!hidden.has('vnet') && (
        <SelectField
          {...shared}
          name="vnet"
          label={words.vnet}
          hint={readHint(reads.networks)}
          {...networkOptions(view)}
        />
      )}
      {!hidden.has('subnet') && (
        <SelectField
          {...shared}
          name="subnet"
          label={words.subnet}
          hint={subnetHint(view)}
          options={subnetOptions(view)}
        />
      )}
      {!hidden.has('zone') && (
        <SelectField
          {...shared}
          required={false}
          name="zone"
          label={words.zone}
          hint={readHint(reads.regions)}
          {...zoneOptions(view)}
        />
      )}
    </>
  );
}

function subnetHint({ shown, draft }: DraftView): string | undefined {
  if (shown.vnet === null) return words.needsNetwork;
  return draft.choices.subnet === null && shown.subnet !== null ? words.firstSubnet : undefined;
}
