import { wizard } from '#src/strings/wizard.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { outageNetworkHint } from '#src/wizard/draft/outage-text.ts';
import { goneHint } from '#src/wizard/draft/gone.ts';
import { readHint } from '#src/wizard/draft/read-options.ts';
import { errorWords, fixedBy, refusedBy, sayRule } from '#src/wizard/draft/rule-words.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { consequencesOf } from '#src/wizard/draft/consequences.ts';
import { Consequences } from '#src/wizard/steps/configuration/Consequences.tsx';
import type { ConfigurationFieldsProps } from '#src/wizard/steps/configuration/fields.ts';
import {
  networkOptions,
  subnetOptions,
  subscriptionOptions,
  zoneOptions,
} from '#src/wizard/steps/configuration/options.ts';
import { useZonePeer } from '#src/wizard/steps/configuration/use-zone-peer.ts';
import { KeptSubscription } from '#src/wizard/steps/configuration/KeptSubscription.tsx';
import { ResourceGroupField } from '#src/wizard/steps/configuration/ResourceGroupField.tsx';
import { SetAsideFields } from '#src/wizard/steps/configuration/SetAsideFields.tsx';

const words = wizard.configuration;

const PLACEMENT = ['vmName', 'subscription', 'rg', 'vnet', 'subnet', 'zone'] as const;

/** Where the restored machine or its disks go. */
export function PlacementFields({ view, control }: ConfigurationFieldsProps) {
  const { reads, hidden, draft, shown } = view;
  // Where no target is asked for, none is fixed either.
  const zonePeer = useZonePeer(view);
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
            (fixed === undefined || refused !== undefined ? undefined : sayRule(fixed)) ??
            (draft.choices.subscription === null ? words.ownSubscription : undefined)
          }
          refusedBy={refused}
          {...subscriptionOptions(view)}
        />
      )}
      {refused !== undefined && <KeptSubscription view={view} />}
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
          hint={readHint(reads.regions) ?? zonePeer}
          {...zoneOptions(view)}
        />
      )}
      <SetAsideFields view={view} fields={PLACEMENT} />
    </>
  );
}

/** What was filled in is said to be; a new machine in the secondary region is given its network. */
function networkHint(view: DraftView): string | undefined {
  const { shown, draft } = view;
  const hint = outageNetworkHint(view);
  if (hint !== undefined) return hint;
  return draft.choices.vnet === null && shown.vnet !== null ? sayRule('crr.vnet.auto') : undefined;
}

function subnetHint({ shown, draft }: DraftView): string | undefined {
  if (shown.vnet === null) return words.needsNetwork;
  return draft.choices.subnet === null && shown.subnet !== null ? words.firstSubnet : undefined;
}
