import { type CommvaultView, rulesOfCommvault } from '#src/datasources/commvault-vm/model.ts';
import { commvaultSourceOf, hypervisorSubscription } from '#src/datasources/commvault-vm/reads.ts';
import { FilledIn, ListField, sharedBy } from '#src/datasources/commvault-vm/steps/ListField.tsx';
import { sameId } from '#src/model/resource-id.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { judgeValue, refusedBy } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const words = flow.field;

/** In place or beside the source, and through which hypervisor. */
export function DestinationPanel({ view, formId, onNext, goTo }: PanelProps<CommvaultView>) {
  const form = useStepForm('destination', view);
  const { reads, shown } = view;
  const { control } = form;
  if (shown.instance === null) {
    return <NeedsInstance title={flow.instance.needs} {...{ goTo, formId, form, onNext }} />;
  }
  const given = { view, control };
  const shared = sharedBy(given);
  const source = commvaultSourceOf(reads);
  const isNew = shown.cv === 'out-of-place';
  const confirm = source.isGone === true ? flow.hint.confirmGone : flow.hint.confirm;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <FilledIn view={view}>
        <ChoiceField
          {...shared}
          name="cv"
          label={words.cv}
          options={[
            { value: 'out-of-place', label: flow.cv['out-of-place'] },
            {
              value: 'in-place',
              label: flow.cv['in-place'],
              warning:
                source.isGone === true
                  ? undefined
                  : sayOf(ruleNamed(rulesOfCommvault, 'commvault.in-place.deletes')),
            },
          ]}
        />
        {!isNew && (
          <TextField
            {...shared}
            name="confirmReplace"
            label={words.confirm}
            required
            hint={source.name === null ? undefined : confirm(source.name)}
          />
        )}
        {isNew && (
          <ListField
            {...given}
            name="hypervisor"
            label={words.hypervisor}
            required
            list={reads.hypervisors}
            options={hypervisorOptions(view)}
          />
        )}
        {(isNew || source.subscription === null) && (
          <ListField
            {...given}
            name="subscription"
            label={words.subscription}
            required
            list={reads.subscriptions}
            hint={subscriptionHint(view)}
            refusedBy={refusedBy(view, 'subscription')}
            options={(known(reads.subscriptions) ?? []).map(({ id, name }) => ({
              value: id,
              label: name,
              remark: id,
            }))}
            judge={(id) => judgeValue(view, 'subscription', id)}
          />
        )}
        <ListField
          {...given}
          name="accessNode"
          label={words.accessNode}
          none={flow.automatic}
          list={reads.accessNodes}
          options={(known(reads.accessNodes) ?? []).map(({ id, displayName }) => ({
            value: id,
            label: displayName,
          }))}
        />
      </FilledIn>
    </StepForm>
  );
}

/** Where the VMs of the hypervisor are, which is the subscription of its credentials. */
function subscriptionHint({ reads, shown }: CommvaultView): string {
  const id = hypervisorSubscription(reads, shown.hypervisor);
  const name = known(reads.subscriptions)?.find((one) => sameId(one.id, id))?.name ?? id;
  return name === null ? flow.hint.subscription : flow.hint.subscriptionOf(name);
}

const hypervisorOptions = ({ reads }: CommvaultView) =>
  (known(reads.hypervisors) ?? []).map(({ id, displayName }) => ({
    value: id,
    label: displayName,
    remark: id === known(reads.vm)?.hypervisor?.id ? flow.asSource : undefined,
  }));
