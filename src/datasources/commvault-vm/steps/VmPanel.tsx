import { makeStyles, tokens } from '@fluentui/react-components';
import type { Control } from 'react-hook-form';
import {
  chosenTypes,
  commvaultTransitions,
  DISK_TYPES,
  withType,
} from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { listText } from '#src/lib/wording.ts';
import { sameRegion, type Subnet, subnetObstacle, usableSubnets } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { wizard } from '#src/strings/wizard.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { CheckField } from '#src/ui/fields/CheckField.tsx';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import { Select } from '#src/ui/fields/Select.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { FieldOption, FieldOptions } from '#src/ui/fields/option.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { errorWords, judgeValue, refusedBy } from '#src/wizard/explain/findings.ts';
import { known, type Read, readHint } from '#src/wizard/reads/read.ts';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

/** What the fields of a step are given. */
interface FieldsProps {
  readonly view: CommvaultView;
  readonly control: Control<DraftChoices>;
}

/** What all fields of a step have. */
const sharedBy = ({ view, control }: FieldsProps) =>
  ({ control, ...errorWords(view), placeholder: wizard.choose }) as const;

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly region: string;
}

/** Those of a list that are in the region of the restored VM; `none` is what stands for no choice. */
function placedOptions(
  { shown }: CommvaultView,
  list: Read<readonly Placed[]>,
  none?: string,
): FieldOption[] {
  // In place of a source that is gone nothing reports the region.
  const here = (known(list) ?? []).filter(
    ({ region }) => shown.region === null || sameRegion(region, shown.region),
  );
  const options = here.map(({ id, name, resourceGroup }) => ({
    value: id,
    label: name,
    remark: resourceGroup,
  }));
  return none === undefined ? options : [{ value: '', label: none }, ...options];
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
    remark: region,
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
    { value: '', label: flow.asSource },
    { value: 'none', label: flow.noZone },
    ...(region?.zones ?? []).map((zone) => ({
      value: zone,
      label: wizard.configuration.zoneOf(zone),
    })),
  ];
}

/** The subnets of the selected network that take VMs. */
export const subnetOptions = (view: CommvaultView): FieldOption[] =>
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
          label: diskWords.original(type ?? common.notReported),
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
function EncryptionFields({ view, control }: FieldsProps) {
  const { reads } = view;
  const shared = { ...sharedBy({ view, control }), placeholder: flow.asSource } as const;
  return (
    <>
      <CheckField control={control} name="asManaged" label={words.asManaged} />
      <SelectField
        {...shared}
        name="keyVault"
        label={words.keyVault}
        hint={readHint(reads.keyVaults)}
        options={placedOptions(view, reads.keyVaults, flow.asSource)}
      />
      <SelectField
        {...shared}
        name="diskEncryptionSet"
        label={words.diskEncryptionSet}
        hint={readHint(reads.encryptionSets)}
        options={placedOptions(view, reads.encryptionSets, flow.asSource)}
      />
      <CheckField control={control} name="tags" label={words.tags} />
    </>
  );
}

/** The network of a new VM: the source's, or one for all NICs. */
function NetworkFields({ view, control }: FieldsProps) {
  const { reads, shown } = view;
  const shared = sharedBy({ view, control });
  const nics = known(reads.machine)?.nicCount ?? 1;
  const full = fullSubnets(view);
  const nicHint = nics > 1 ? flow.hint.nics(nics) : undefined;
  const subnetHint = full > 0 ? flow.hint.fullSubnets(full) : nicHint;
  return (
    <>
      <SelectField
        {...shared}
        name="vnet"
        label={words.vnet}
        placeholder={flow.asSource}
        hint={readHint(reads.networks)}
        options={placedOptions(view, reads.networks, flow.asSource)}
      />
      {shown.vnet !== null && (
        <SelectField
          {...shared}
          name="subnet"
          label={words.subnet}
          required
          hint={subnetHint}
          options={subnetOptions(view)}
        />
      )}
      <CheckField control={control} name="publicIp" label={words.publicIp} />
    </>
  );
}

/** The name of a new VM, and where it goes. */
function PlaceFields({ view, control }: FieldsProps) {
  const { reads } = view;
  const shared = sharedBy({ view, control });
  return (
    <>
      <TextField
        {...shared}
        name="vmName"
        label={words.vmName}
        required
        hint={reads.machineNames.state === 'known' ? undefined : readHint(reads.machineNames)}
      />
      <SelectField
        {...shared}
        name="rg"
        label={words.rg}
        required
        hint={readHint(reads.groups)}
        options={groupOptions(view)}
      />
      <SelectField
        {...shared}
        name="region"
        label={words.region}
        required
        hint={readHint(reads.regions)}
        options={regionOptions(view)}
      />
      <SelectField
        {...shared}
        name="securityGroup"
        label={words.securityGroup}
        placeholder={flow.asSource}
        hint={reads.securityGroups.state === 'known' ? undefined : readHint(reads.securityGroups)}
        options={placedOptions(view, reads.securityGroups, flow.asSource)}
      />
      <SelectField
        {...shared}
        name="vmSize"
        label={words.vmSize}
        required
        hint={readHint(reads.sizes)}
        refusedBy={refusedBy(view, 'vmSize')}
        options={sizeOptions(view)}
        judge={(size) => judgeValue(view, 'vmSize', size)}
      />
      <SelectField
        {...shared}
        name="zone"
        label={words.zone}
        placeholder={flow.asSource}
        hint={readHint(reads.regions)}
        options={zoneOptions(view)}
      />
    </>
  );
}

/** The staging storage account, which Commvault always requires. */
function AccountField({ view, control }: FieldsProps) {
  const { reads, shown } = view;
  const { options, judge } = accountOptions(view);
  const hint =
    shown.region !== null && options.length === 0 ? flow.hint.noAccount(shown.region) : undefined;
  return (
    <SelectField
      {...sharedBy({ view, control })}
      name="staging"
      label={words.staging}
      required
      hint={readHint(reads.accounts) ?? hint}
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
      {isNew ? <PlaceFields {...fields} /> : <p>{flow.hint.inPlace}</p>}
      <AccountField {...fields} />
      {isNew && <NetworkFields {...fields} />}
      <DiskFields {...fields} />
      {isNew && <EncryptionFields {...fields} />}
      <AboutVm {...fields} />
    </StepForm>
  );
}
