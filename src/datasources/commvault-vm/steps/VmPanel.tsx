import { makeStyles, tokens } from '@fluentui/react-components';
import {
  chosenTypes,
  commvaultTransitions,
  DISK_TYPES,
  withType,
} from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import {
  type FieldsProps,
  FilledIn,
  ListField,
  sharedBy,
} from '#src/datasources/commvault-vm/steps/ListField.tsx';
import { isCut } from '#src/lib/list.ts';
import { listText } from '#src/lib/wording.ts';
import { sameRegion, type Subnet, subnetObstacle, usableSubnets } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { wizard } from '#src/strings/wizard.ts';
import { regionText } from '#src/strings/regions.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import { Select } from '#src/ui/fields/Select.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { CheckField, TextField } from '#src/ui/fields/TextField.tsx';
import type { FieldOption, FieldOptions } from '#src/ui/fields/option.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { judgeValue, refusedBy } from '#src/wizard/explain/findings.ts';
import { known, type Read, readHint } from '#src/wizard/read.ts';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly region: string;
}

/** Those of a list that are in the region of the restored VM. */
function placedOptions({ shown }: CommvaultView, list: Read<readonly Placed[]>): FieldOption[] {
  // In place of a source that is gone nothing reports the region.
  const here = (known(list) ?? []).filter(
    ({ region }) => shown.region === null || sameRegion(region, shown.region),
  );
  return here.map(({ id, name, resourceGroup }) => ({
    value: id,
    label: name,
    remark: resourceGroup,
  }));
}

/** The regions of the subscription. */
const regionOptions = ({ reads }: CommvaultView): FieldOption[] =>
  (known(reads.regions) ?? []).map(({ name, displayName }) => ({
    value: name,
    label: displayName,
    remark: name,
  }));

/** The resource groups of the subscription. */
const groupOptions = ({ reads }: CommvaultView): FieldOption[] =>
  (known(reads.groups) ?? []).map(({ name, region }) => ({
    value: name,
    label: name,
    remark: regionText(region),
  }));

/** The sizes that the subscription may use in the region. */
const sizeOptions = ({ reads }: CommvaultView): FieldOption[] =>
  (known(reads.sizes) ?? [])
    .filter(({ isOffered }) => isOffered)
    .map(({ name }) => ({ value: name, label: name }));

/** The zones of the region; a region without any offers none. */
function zoneOptions({ reads, shown }: CommvaultView): FieldOption[] {
  const region = known(reads.regions)?.find(({ name }) => sameRegion(name, shown.region));
  return [
    { value: 'none', label: flow.noZone },
    ...(region?.zones ?? []).map((zone) => ({
      value: zone,
      label: wizard.configuration.zoneOf(zone),
    })),
  ];
}

/** The subnets of the selected network that take VMs. */
export const commvaultSubnetOptions = (view: CommvaultView): FieldOption[] =>
  usableSubnets({ subnets: subnetsOf(view) }).map(({ name, addressPrefixes }) => ({
    value: name,
    label: name,
    remark: listText(addressPrefixes),
  }));

/** How many subnets aren't offered because no address of theirs is free. */
export const fullSubnets = (view: CommvaultView): number =>
  subnetsOf(view).filter((one) => subnetObstacle(one) === 'full').length;

const subnetsOf = ({ reads, shown }: CommvaultView): readonly Subnet[] =>
  known(reads.networks)?.find(({ id }) => sameId(id, shown.vnet))?.subnets ?? [];

/** The storage accounts of the region, each judged by what it is. */
function accountOptions(view: CommvaultView): FieldOptions {
  const accounts = known(view.reads.accounts);
  return {
    options: placedOptions(view, view.reads.accounts),
    judge: (id) => {
      const account = accounts?.find((one) => one.id === id);
      return account === undefined
        ? {}
        : judgeValue(view, 'staging', {
            region: account.region,
            tier: account.tier ?? undefined,
          });
    },
  };
}

/** What no API reports, asked of the operator. Nothing waits for an answer. */
const AboutVm = (props: FieldsProps) => (
  <SelectField
    {...sharedBy(props)}
    name="encryptedBlobs"
    label={flow.field.encryptedBlobs}
    placeholder={flow.hint.notAnswered}
    hint={flow.hint.nothingReports}
    options={[
      { value: '', label: flow.hint.notAnswered },
      { value: 'yes', label: flow.yes },
      { value: 'no', label: flow.no },
    ]}
  />
);

const diskWords = flow.disk;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** The disks of the backup, each with the storage type that it is restored to. */
function DiskFields({ view }: Pick<FieldsProps, 'view'>) {
  const styles = useStyles();
  const { draft, shown, reads } = view;
  const types = chosenTypes(shown.diskTypes);
  const disks = known(reads.backupDisks) ?? [];
  return (
    <section aria-label={diskWords.title} className={styles.root}>
      <SectionHeading level={3}>{diskWords.title}</SectionHeading>
      {disks.map(({ name, isOsDisk, type }) => {
        const original = {
          value: '',
          label: diskWords.original(type ?? common.absence.notReported),
        };
        const all = [original, ...DISK_TYPES.map((one) => ({ value: one, label: one }))];
        return (
          <FieldRow key={name} label={name} hint={isOsDisk ? diskWords.os : diskWords.data}>
            {(row) => (
              <Select
                {...row}
                id={`disk-${name}`}
                chosen={all.find(({ value }) => value === (types[name] ?? '')) ?? original}
                entries={() => all.map((one) => ({ ...one, isRefused: false, content: one.label }))}
                onChoose={(value) => {
                  const diskTypes = withType(
                    draft.choices.diskTypes,
                    name,
                    value === '' ? null : value,
                  );
                  changeChoices(commvaultTransitions, draft.id, { diskTypes });
                }}
              />
            )}
          </FieldRow>
        );
      })}
    </section>
  );
}

const words = flow.field;

/** How the disks come back: managed or not, and under which key. */
function EncryptionFields(props: FieldsProps) {
  const { view, control } = props;
  const { keyVaults, encryptionSets } = view.reads;
  return (
    <>
      <CheckField control={control} name="asManaged" label={words.asManaged} />
      <ListField
        {...props}
        name="keyVault"
        label={words.keyVault}
        none={flow.asSource}
        list={keyVaults}
        options={placedOptions(view, keyVaults)}
      />
      <ListField
        {...props}
        name="diskEncryptionSet"
        label={words.diskEncryptionSet}
        none={flow.asSource}
        list={encryptionSets}
        options={placedOptions(view, encryptionSets)}
      />
      <CheckField control={control} name="tags" label={words.tags} />
    </>
  );
}

/** The network of a new VM: the source's, or one for all NICs. */
function NetworkFields(props: FieldsProps) {
  const { view, control } = props;
  const { reads, shown } = view;
  const nics = known(reads.machine)?.nicCount ?? 1;
  const full = fullSubnets(view);
  const nicHint = nics > 1 ? flow.hint.nics(nics) : undefined;
  const subnetHint = full > 0 ? flow.hint.fullSubnets(full) : nicHint;
  return (
    <>
      <ListField
        {...props}
        name="vnet"
        label={words.vnet}
        none={flow.asSource}
        list={reads.networks}
        options={placedOptions(view, reads.networks)}
      />
      {shown.vnet !== null && (
        <SelectField
          {...sharedBy(props)}
          name="subnet"
          label={words.subnet}
          required
          hint={subnetHint}
          options={commvaultSubnetOptions(view)}
        />
      )}
      <CheckField control={control} name="publicIp" label={words.publicIp} />
    </>
  );
}

/** The name of a new VM, and where it goes. */
function PlaceFields(props: FieldsProps) {
  const { view } = props;
  const { reads } = view;
  const shared = sharedBy(props);
  return (
    <>
      <TextField
        {...shared}
        name="vmName"
        label={words.vmName}
        required
        hint={reads.machineNames.state === 'known' ? undefined : readHint(reads.machineNames)}
      />
      <ListField
        {...props}
        name="rg"
        label={words.rg}
        required
        list={reads.groups}
        options={groupOptions(view)}
      />
      <ListField
        {...props}
        name="region"
        label={words.region}
        required
        list={reads.regions}
        options={regionOptions(view)}
      />
      <SelectField
        {...shared}
        name="securityGroup"
        label={words.securityGroup}
        placeholder={flow.asSource}
        hint={reads.securityGroups.state === 'known' ? undefined : readHint(reads.securityGroups)}
        options={[
          { value: '', label: flow.asSource },
          ...placedOptions(view, reads.securityGroups),
        ]}
      />
      <ListField
        {...props}
        name="vmSize"
        label={words.vmSize}
        required
        list={reads.sizes}
        refusedBy={refusedBy(view, 'vmSize')}
        options={sizeOptions(view)}
        judge={(size) => judgeValue(view, 'vmSize', size)}
      />
      <ListField
        {...props}
        name="zone"
        label={words.zone}
        none={flow.asSource}
        list={reads.regions}
        options={zoneOptions(view)}
      />
    </>
  );
}

/** That a region has no storage account, where a whole list of them says so. */
export function noAccountText(
  accounts: readonly Placed[],
  region: string | null,
): string | undefined {
  const isNone = region !== null && !accounts.some((one) => sameRegion(one.region, region));
  return isNone && !isCut(accounts) ? flow.hint.noAccount(region) : undefined;
}

/** The staging storage account, which Commvault always requires. */
function AccountField(props: FieldsProps) {
  const { view } = props;
  const { reads, shown } = view;
  const { options, judge } = accountOptions(view);
  const accounts = known(reads.accounts);
  const hint = accounts && noAccountText(accounts, shown.region);
  return (
    <ListField
      {...props}
      name="staging"
      label={words.staging}
      required
      list={reads.accounts}
      hint={hint}
      refusedBy={refusedBy(view, 'staging')}
      options={options}
      judge={judge}
    />
  );
}

/** What the restored VM is. In place it asks for the storage account alone. */
export function VmPanel({ view, formId, onNext, goTo }: PanelProps<CommvaultView>) {
  const form = useStepForm('vm', view);
  if (view.shown.instance === null) {
    return <NeedsInstance title={flow.instance.needs} {...{ goTo, formId, form, onNext }} />;
  }
  const fields = { view, control: form.control };
  const isNew = view.shown.cv === 'out-of-place';
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <FilledIn view={view}>
        {isNew ? <PlaceFields {...fields} /> : <p>{flow.hint.inPlace}</p>}
        <AccountField {...fields} />
        {isNew && <NetworkFields {...fields} />}
        <DiskFields {...fields} />
        {isNew && <EncryptionFields {...fields} />}
        <AboutVm {...fields} />
      </FilledIn>
    </StepForm>
  );
}
