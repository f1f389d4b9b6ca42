import { useQuery } from '@tanstack/react-query';
import { type Control, useForm, useWatch } from 'react-hook-form';
import { problemOf } from '#src/api/queries/query.ts';
import { instancePages, secondaryInstancesQuery } from '#src/api/recovery-services/items.ts';
import { vaultNamesQuery } from '#src/api/recovery-services/vaults.ts';
import { changeVmChoices } from '#src/datasources/azure-vm/choices.ts';
import { type DraftView, withChoice } from '#src/datasources/azure-vm/model.ts';
import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { BY_NAME, EVERYTHING, type ProtectedItem } from '#src/model/instances.ts';
import { resourceId, sameId } from '#src/model/resource-id.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { factText } from '#src/rules/facts.ts';
import { common } from '#src/strings/common.ts';
import { factFrom } from '#src/strings/not-known.ts';
import { instances } from '#src/strings/instances.ts';
import { wizard } from '#src/strings/wizard.ts';
import { regionText } from '#src/strings/regions.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import type { Blocked, FieldOptions } from '#src/ui/fields/option.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords, explain, judgeValue } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';
import { deletedBlock, InstanceRows, SearchedInstances } from '#src/wizard/steps/InstanceRows.tsx';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const [nameHead, ...heads] = wizard.instance.heads;

/** The columns of a list of machines, and which of them can't be selected. */
function machineTable({ reads }: DraftView) {
  const cells: ((item: ProtectedItem) => string)[] = [
    (item) => item.resourceGroup,
    (item) => item.vaultName,
    (item) => subscriptionName(reads, item.subscriptionId) ?? item.subscriptionId,
    ({ region }) => (region === null ? common.absence.notReported : regionText(region)),
    ({ lastRecoveryPointAt }) =>
      lastRecoveryPointAt === null ? common.absence.notReported : dateTimeText(lastRecoveryPointAt),
    (item) => instances.health[item.health],
  ];
  return {
    firstHead: nameHead,
    columns: heads.map((head, index) => ({
      head,
      cell: cells[index] ?? (() => ''),
      isFirstToLeave: head === instances.heads.region,
    })),
    blockedOf: (item: ProtectedItem) => deletedBlock(item) ?? noPointBlock(item),
  };
}

/** A machine without a restore point keeps its place in the list, and says what it lacks. */
function noPointBlock({ lastRecoveryPointAt }: ProtectedItem): Blocked | undefined {
  if (lastRecoveryPointAt !== null) return undefined;
  const { noPoint } = wizard.instance;
  return {
    short: noPoint.short,
    explain: () => ({
      reasons: [
        {
          id: null,
          rule: noPoint.rule,
          facts: [
            { text: noPoint.fact, from: factFrom.read([wizard.instance.what], null), way: null },
          ],
          sources: [noPoint.source],
        },
      ],
      instead: null,
    }),
  };
}

/** The two regions of a vault; the secondary one with the reason why the machine cannot go there. */
export function regionOptions(view: DraftView): FieldOptions {
  return {
    options: (['primary', 'secondary'] as const).map((value) => ({
      value,
      label: instances.views[value],
    })),
    judge: (value) => (value === 'secondary' ? { blocked: notThere(view) } : {}),
  };
}

function notThere(view: DraftView): Blocked | undefined {
  if (view.shown.regionView === 'secondary') {
    return judgeValue(view, 'regionView', 'secondary').blocked;
  }
  // A point is chosen anew there, so the one of the primary region does not count.
  const there = withChoice(view, { regionView: 'secondary', point: null });
  const choices = { ...view.choices, recoveryPointId: null };
  const { blocked } = judgeValue({ ...there, choices }, 'regionView', 'secondary');
  return blocked && { ...blocked, explain: () => withOtherMachine(view, blocked.explain()) };
}

/** Where the primary region is chosen already, what is left is to look for another machine. */
function withOtherMachine(view: DraftView, explanation: ReturnType<Blocked['explain']>) {
  if (explanation.instead !== null && explanation.instead.field !== 'regionView') {
    return explanation;
  }
  const apply = () =>
    changeVmChoices(view.draft.id, {
      datasource: 'azure-vm',
      regionView: 'secondary',
      instance: null,
    });
  return {
    ...explanation,
    instead: { label: wizard.region.otherMachine, apply, field: 'regionView' },
  };
}

/** A vault to look into. Null: it does not say whether it keeps anything in a second region. */
interface ListedVault {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly hasCrossRegionRestore: boolean | null;
}

/** All vaults; those that keep nothing in a second region stay in view, with their reason. */
function vaultOptions(vaults: readonly ListedVault[]): FieldOptions {
  return {
    options: vaults.map(({ id, name, region }) => ({
      value: id,
      label: name,
      remark: regionText(region),
    })),
    judge: (id) =>
      vaults.find((one) => one.id === id)?.hasCrossRegionRestore === false
        ? { blocked: withoutSecondary() }
        : {},
  };
}

/** Why a vault without Cross Region Restore cannot be looked into there. */
function withoutSecondary(): Blocked {
  const rule = ruleNamed(vmRules, 'crr.enabled');
  const fact = {
    text: factText('vault.crrEnabled', false),
    from: factFrom.read([wizard.region.vaults], null),
    way: null,
  };
  return {
    short: rule.short ?? '',
    explain: () => ({
      reasons: [{ id: rule.id, ...explain(rule), facts: [fact] }],
      instead: null,
    }),
  };
}

const words = wizard.region;

interface SecondaryListProps {
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
}

/** What one vault keeps in its paired region: Azure has no list over all vaults for it. */
function SecondaryList(props: SecondaryListProps) {
  const vaults = useQuery(vaultNamesQuery());
  return (
    <Loaded query={vaults} problemOf={problemOf} what={words.vaults}>
      {(names) => <ListOfVault vaults={names} {...props} />}
    </Loaded>
  );
}

interface ListOfVaultProps extends SecondaryListProps {
  readonly vaults: readonly ListedVault[];
}

/** First the vault, that of the chosen machine unless another is looked into; then its machines. */
function ListOfVault({ vaults, ...props }: ListOfVaultProps) {
  const own = known(props.view.reads.instance)?.vaultId ?? null;
  const { control } = useForm<{ vault: string | null }>({
    values: { vault: vaults.find(({ id }) => sameId(id, own))?.id ?? null },
  });
  const vault = useWatch({ control, name: 'vault' });
  const items = useQuery({
    ...secondaryInstancesQuery(resourceId(vault ?? '')),
    enabled: vault !== null,
  });
  return (
    <>
      <SelectField
        control={control}
        name="vault"
        label={words.vault}
        placeholder={wizard.choose}
        hint={words.vaultHint}
        errorText={(code) => code}
        {...vaultOptions(vaults)}
      />
      {vault !== null && (
        <Loaded query={items} problemOf={problemOf} what={wizard.instance.what}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={words.none} />
            ) : (
              <>
                <p role="status">{words.shown(rows.length, countText(rows.length))}</p>
                <InstanceRows rows={rows} {...machineTable(props.view)} {...props} />
              </>
            )
          }
        </Loaded>
      )}
    </>
  );
}

const pages = (search: string) => instancePages({ ...EVERYTHING, search }, BY_NAME);

/** Which backup instance to restore, and in which of the two regions of its vault. */
export function VmInstancePanel({ view, formId, onNext }: PanelProps<DraftView>) {
  const form = useStepForm('instance', view);
  const { control } = form;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChoiceField
        control={control}
        name="regionView"
        label={wizard.region.label}
        {...errorWords(view)}
        {...regionOptions(view)}
      />
      {view.shown.regionView === 'secondary' ? (
        <SecondaryList view={view} control={control} />
      ) : (
        <SearchedInstances
          view={view}
          control={control}
          pages={pages}
          words={wizard.instance}
          {...machineTable(view)}
        />
      )}
    </StepForm>
  );
}
