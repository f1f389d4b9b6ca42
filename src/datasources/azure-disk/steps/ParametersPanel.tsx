import { NeedsInstance, ReviewForm, useStepForm } from '#src/wizard/steps/step-form.tsx';
import { DISK_FIELDS, STEPS_OF_DISK, chosenDiskPoint } from '#src/datasources/azure-disk/fields.ts';
import type { DiskView } from '#src/datasources/azure-disk/model.ts';
import { isExpired } from '#src/model/points.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { suggested, wizard } from '#src/strings/wizard.ts';
import { regionText } from '#src/strings/regions.ts';
import { ExplanationBlock } from '#src/ui/explanation.tsx';
import { Status } from '#src/ui/Status.tsx';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { FieldOption } from '#src/ui/fields/option.tsx';
import { errorWords, explainRules, judgeValue } from '#src/wizard/explain/findings.ts';
import {
  type StepSuggestions,
  SuggestedFields,
  SuggestedPoint,
} from '#src/wizard/fields/Suggestions.tsx';
import { known, readHint } from '#src/wizard/read.ts';
import { stepStates } from '#src/wizard/steps/flow.ts';
import type { PanelProps } from '#src/wizard/task.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { numberedNames } from '#src/lib/wording.ts';
import { restoredName, usedLast } from '#src/wizard/draft/suggested.ts';
import { TableControls } from '#src/wizard/steps/TableControls.tsx';
import type { Candidate, View } from '#src/wizard/explain/view.ts';

const words = diskFlow.parameters;

/** Where the new disk goes, and what it is called. */
export function ParametersPanel({ view, formId, onNext, goTo }: PanelProps<DiskView>) {
  const form = useStepForm('configuration', view);
  const { control } = form;
  const { reads, draft } = view;
  if (draft.choices.instance === null) {
    return <NeedsInstance title={words.needsInstance} goTo={goTo} {...{ formId, form, onNext }} />;
  }
  const shared = {
    control,
    required: true,
    placeholder: wizard.choose,
    ...errorWords(view),
  } as const;
  return (
    <SuggestedFields view={view} suggestions={DISK_SUGGESTIONS}>
      {() => (
        <>
          <SuggestedPoint
            {...{ view, goTo }}
            points={reads.points}
            isUsable={(point) => canRestore(point, reads.at)}
          />
          <StepForm id={formId} form={form} onNext={onNext}>
            <ChoiceField
              control={control}
              name="diskMode"
              label={words.mode}
              {...errorWords(view)}
              options={[
                { value: 'ALR', label: words.alternate },
                { value: 'OLR', label: words.original },
              ]}
              judge={(mode) => judgeValue(view, 'diskMode', mode === 'OLR' ? 'OLR' : 'ALR')}
            />
            <SelectField
              {...shared}
              name="subscription"
              label={words.subscription}
              hint={readHint(reads.subscriptions)}
              options={(known(reads.subscriptions) ?? []).map(({ id, name }) => ({
                value: id,
                label: name,
                remark: id,
              }))}
            />
            <SelectField
              {...shared}
              name="rg"
              label={words.rg}
              hint={readHint(reads.groups)}
              options={groupOptions(view)}
            />
            <TextField
              {...shared}
              name="diskName"
              label={words.diskName}
              hint={reads.diskNames.state === 'known' ? undefined : readHint(reads.diskNames)}
            />
            <TableControls table={DISK_FIELDS} step="configuration" view={view} control={control} />
          </StepForm>
        </>
      )}
    </SuggestedFields>
  );
}

/** The groups of the target subscription; that of the source says so. */
function groupOptions({ reads }: DiskView): FieldOption[] {
  const source = known(reads.instance)?.sourceDiskId ?? '';
  return (known(reads.groups) ?? []).map(({ id, name, region }) => ({
    value: name,
    label: name,
    remark: sameId(id, source.split('/providers/')[0]) ? words.ownGroup : regionText(region),
  }));
}

/** A disk has no network settings: shows the clause that makes it so. */
export function NetworkPanel({ view, formId, onNext }: PanelProps<DiskView>) {
  const step = stepStates(STEPS_OF_DISK, view).find(({ id }) => id === 'network-access');
  return (
    <>
      <ReviewForm formId={formId} onNext={onNext} />
      <Status tone="done">{diskFlow.network.notNeeded}</Status>
      <p>{diskFlow.network.body}</p>
      {step?.state.state === 'notNeeded' && (
        <ExplanationBlock explanation={explainRules(view, [step.state.clause])} />
      )}
    </>
  );
}

/** What Restore parameters suggests: a new disk beside its source, or where the latest restore went. */
export const DISK_SUGGESTIONS: StepSuggestions<DiskReads> = {
  fields: ['subscription', 'rg', 'diskName'],
  likelyFor: (field, view) => {
    switch (field) {
      case 'subscription':
        return ownSubscription(view);
      case 'rg':
        return likelyGroups(view);
      case 'diskName':
        return freeNames(view);
      default:
        return [];
    }
  },
  whyOf: (field, { shown }) => {
    if (field === 'rg')
      return shown['rg'] === usedLast('rg') ? suggested.lastUsed : suggested.disk.rg;
    return field === 'subscription' ? suggested.disk.subscription : suggested.free;
  },
};

/** The ID of the group that the disk is in, `/subscriptions/…/resourceGroups/…`. */
const ownGroupId = ({ reads }: View<DiskReads>): string | undefined =>
  known(reads.instance)?.sourceDiskId.split('/providers/')[0];

function ownSubscription(view: View<DiskReads>): Candidate[] {
  const own = ownGroupId(view)?.split('/')[2];
  return (known(view.reads.subscriptions) ?? [])
    .filter(({ id }) => sameId(id, own))
    .map(({ id, name }) => ({ name, change: { subscription: id } }));
}

/** The group that the latest restore went to, then that of the disk; both only while they are there. */
function likelyGroups(view: View<DiskReads>): Candidate[] {
  const wanted = [usedLast('rg'), nameOf(ownGroupId(view) ?? '')];
  const groups = known(view.reads.groups) ?? [];
  return wanted.flatMap((one) =>
    groups
      .filter(({ name }) => sameId(name, one))
      .map(({ name }) => ({ name, change: { rg: name } })),
  );
}

/** Names that say what the disk is a copy of, and as of which day; none before it is known which are taken. */
function freeNames({ reads, draft }: View<DiskReads>): Candidate[] {
  const source = known(reads.instance)?.friendlyName;
  const taken = known(reads.diskNames);
  const point = draft.choices['point'];
  const time = chosenDiskPoint(reads, { point: typeof point === 'string' ? point : null })?.time;
  if (source === undefined || taken === undefined || time === undefined || time === null) return [];
  return numberedNames(restoredName(source.slice(0, 60), time))
    .filter((name) => !taken.some((one) => sameId(one, name)))
    .map((name) => ({ name, change: { diskName: name } }));
}

/** Whether a point can be restored, by what Azure reports of it. */
export const canRestore = (point: DiskRecoveryPoint, at: Instant): boolean =>
  !isExpired(point, at) && point.isComplete !== false;
