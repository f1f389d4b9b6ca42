import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { vaultAddress } from '#src/api/arm/address.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { changeVmChoices } from '#src/datasources/azure-vm/choices.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { goneHint } from '#src/datasources/azure-vm/not-used.tsx';
import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  groupOptions,
  networkOptions,
  vmSubnetOptions,
  subscriptionOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import {
  type ConfigurationFieldsProps,
  UnusedChoiceNotes,
} from '#src/datasources/azure-vm/steps/configuration/FieldNotes.tsx';
import { outageNetworkHint } from '#src/datasources/azure-vm/steps/outage-text.ts';
import { ownGroup, ownGroupText, targetRegion } from '#src/datasources/azure-vm/target.ts';
import { type ResourceGroup, sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { regionText } from '#src/strings/regions.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { errorWords, refusedBy } from '#src/wizard/explain/findings.ts';
import { fixedBy } from '#src/wizard/explain/view.ts';
import { known, readHint } from '#src/wizard/read.ts';

const words = wizard.configuration;

const useRefusedStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    marginInlineStart: '172px',
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
});

/** Under a subscription that is refused: what was chosen there stays, and the vault can be looked at again. */
function RefusedSubscription({ view }: { readonly view: DraftView }) {
  const styles = useRefusedStyles();
  const queries = useQueryClient();
  const { reads, shown } = view;
  const vault = known(reads.vault);
  const subscription = subscriptionName(reads, shown.subscription) ?? shown.subscription ?? '';
  if (vault === undefined) return null;
  const state = vault.crossSubscriptionRestore;
  if (state !== 'disabled' && state !== 'permanentlyDisabled') return null;
  return (
    <div className={styles.root}>
      <span>{words.refusedSubscription(subscription)}</span>
      {state === 'disabled' && (
        <RouterLink
          to="/vaults/$vaultId"
          params={{ vaultId: vaultAddress(vault.id) }}
          target="_blank"
        >
          {words.openVault(vault.name)}
        </RouterLink>
      )}
      <LinkButton
        onClick={() => void queries.refetchQueries({ queryKey: vaultQuery(vault.id).queryKey })}
      >
        {words.checkAgain}
      </LinkButton>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  switch: {
    alignSelf: 'flex-start',
    marginInlineStart: '172px',
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
});

/** Where the disks go: a group that exists, or a new one by its name. */
function ResourceGroupField({ view, control }: ConfigurationFieldsProps) {
  const styles = useStyles();
  const { id, choices } = view.draft;
  const shared = {
    control,
    name: 'rg',
    label: words.rg,
    required: true,
    ...errorWords(view),
  } as const;
  const region = targetRegion(view.shown, view.reads) ?? null;
  // Azure's names know no letter case.
  const taken = choices.rgIsNew
    ? known(view.reads.groups)?.find(({ name }) => sameId(name, choices.rg?.trim() ?? null))
    : undefined;
  const newHint = region === null ? undefined : words.newGroupHint(regionText(region));
  return (
    <div className={styles.root}>
      {choices.rgIsNew ? (
        <TextField {...shared} hint={taken === undefined ? newHint : takenHint(view, taken)} />
      ) : (
        <SelectField
          {...shared}
          placeholder={wizard.choose}
          hint={readHint(view.reads.groups) ?? goneHint(view, 'rg')}
          options={groupOptions(view)}
        />
      )}
      <LinkButton
        className={styles.switch}
        onClick={() => changeVmChoices(id, { rgIsNew: !choices.rgIsNew, rg: taken?.name ?? null })}
      >
        {switchLabel(choices.rgIsNew, taken)}
      </LinkButton>
    </div>
  );
}

function takenHint({ reads, draft }: DraftView, { name, region }: ResourceGroup): string {
  const own = ownGroup(draft.choices, reads);
  if (own !== null) return ownGroupText(own);
  const listed = known(reads.regions)?.find((one) => sameRegion(one.name, region));
  return words.groupTaken(name, listed?.displayName ?? region);
}

function switchLabel(isNew: boolean, taken: ResourceGroup | undefined): string {
  if (!isNew) return words.newGroup;
  return taken === undefined ? words.existingGroup : words.useGroup(taken.name);
}

const PLACEMENT = ['vmName', 'subscription', 'rg', 'vnet', 'subnet', 'zone'] as const;

/** Where the restored machine or its disks go. */
export function PlacementFields({ view, control }: ConfigurationFieldsProps) {
  const { reads, hidden, draft } = view;
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
          {...vmSubnetOptions(view)}
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

function subnetHint({ shown, draft, reads }: DraftView): string | undefined {
  if (shown.vnet === null) return words.needsNetwork;
  const network = known(reads.networks)?.find(({ id }) => sameId(id, shown.vnet));
  if (network?.subnets.length === 0) return `${words.withoutSubnet.fact(network.name)}.`;
  return draft.choices.subnet === null && shown.subnet !== null ? words.firstSubnet : undefined;
}
