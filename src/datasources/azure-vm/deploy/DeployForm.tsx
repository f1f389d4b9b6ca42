import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { parseResourceId, resourceGroupId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { signatureFor } from '#src/api/queries/deployments.ts';
import { resourceGroupsQuery, storageAccountsQuery } from '#src/api/queries/targets.ts';
import { deploymentId } from '#src/api/resources/deployments/ops.ts';
import { nextName } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { DeployTerms } from '#src/datasources/azure-vm/deploy/DeployTerms.tsx';
import { UNREAD_TEMPLATE } from '#src/datasources/azure-vm/deploy/known-parameters.ts';
import { JudgedPanel } from '#src/datasources/azure-vm/deploy/JudgedPanel.tsx';
import { ParameterFields } from '#src/datasources/azure-vm/deploy/ParameterFields.tsx';
import { TemplateEditor } from '#src/datasources/azure-vm/deploy/TemplateEditor.tsx';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template-of.ts';
import { TemplateSource } from '#src/datasources/azure-vm/deploy/TemplateSource.tsx';
import { useDeploy } from '#src/datasources/azure-vm/deploy/use-deploy.ts';
import { useTemplateText } from '#src/datasources/azure-vm/deploy/use-source.ts';
import {
  carriedTexts,
  checkedTexts,
  type DeployValues,
} from '#src/datasources/azure-vm/deploy/values.ts';
import type { JobTaskProps } from '#src/datasources/job.ts';
import { sentRestore } from '#src/datasources/azure-vm/plan/sent-restore.ts';
import type { DeploymentOrder } from '#src/model/deployment.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { readTemplate } from '#src/model/template/read-template.ts';
import type { ReadTemplate } from '#src/model/template/template.ts';
import { initialText } from '#src/model/template/template-values.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

// DRAFT: more imports than a file may have; to be split (values and order into a hook of their own).
export interface DeployFormProps extends JobTaskProps {
  readonly left: LeftTemplate;
}

const readOf = (reader: DeployValues['reader'], text: string | null): ReadTemplate =>
  reader === 'azure' || text === null ? UNREAD_TEMPLATE : readTemplate(text);

/** The template, its values, what Azure says of them, and the press that deploys it. */
export function DeployForm({ id, left }: DeployFormProps) {
  const { column } = useCommonStyles();
  const subscriptionId =
    sentRestore(id)?.subscriptionId ?? parseResourceId(vaultIdOf(id) ?? '')?.subscriptionId ?? '';
  const { data: groups = [] } = useQuery(resourceGroupsQuery(subscriptionId));
  const { data: accounts = [] } = useQuery(storageAccountsQuery(subscriptionId));
  const account = accounts.find(
    (one) => nameOf(one.id).toLowerCase() === left.place.account.toLowerCase(),
  );
  const { control, setValue, setError, getValues, handleSubmit } = useForm<DeployValues>({
    defaultValues: {
      reader: 'azure',
      text: null,
      group: left.groupName ?? '',
      texts: UNREAD_TEMPLATE.parameters.map(initialText),
      isAgreed: false,
    },
  });
  const values = useWatch({ control });
  const { reader = 'azure', text = null, group = '', texts = [] } = values;
  const read = readOf(reader, text);
  const deploymentAt = deploymentId(resourceGroupId(subscriptionId, group), nextName(id));
  const deploying = useDeploy(id, deploymentAt);
  const key = JSON.stringify([reader, reader === 'azure' ? null : text, group, texts]);

  const turnTo = (next: Pick<DeployValues, 'reader' | 'text'>) => {
    const before = getValues();
    const after = readOf(next.reader, next.text);
    setValue('reader', next.reader);
    setValue('text', next.text);
    setValue(
      'texts',
      carriedTexts(readOf(before.reader, before.text), before.texts, after, (index) => {
        const parameter = after.parameters[index];
        return parameter === undefined ? '' : initialText(parameter);
      }),
    );
  };
  const source = useTemplateText(left, (next) =>
    turnTo({ reader: getValues().reader, text: next }),
  );

  const orderOf =
    (checked: Readonly<Record<string, unknown>>) => async (): Promise<DeploymentOrder> => {
      if (reader !== 'azure')
        return { source: { kind: 'text', template: read.template }, values: checked };
      if (account === undefined) throw new Error(deploy.trouble.gone);
      const signature = await signatureFor(account.id, left.place);
      return { source: { kind: 'link', uri: left.address, signature }, values: checked };
    };
  /** Gives the order to whoever sends it; what is wrong with the values is shown at its field. */
  const withOrder = (use: (order: () => Promise<DeploymentOrder>) => void) =>
    handleSubmit(() => {
      const checked = checkedTexts(read, texts);
      if (checked.kind === 'values') return use(orderOf(checked.values));
      read.parameters.forEach(({ name }, index) => {
        const problem = checked.problems[name];
        if (problem !== undefined) setError(`texts.${index}`, { type: 'value', message: problem });
      });
    });

  const { judged } = deploying;
  const isFresh = judged?.key === key && judged.outcome.kind === 'judged';
  return (
    <form
      noValidate
      className={column}
      onSubmit={(event) => void withOrder((order) => deploying.judge(order, key))(event)}
    >
      <TemplateSource
        reader={reader}
        onReader={(next) => {
          source.forget();
          turnTo({ reader: next, text });
        }}
        isReading={source.isReading}
        onRead={source.read}
        onFile={source.file}
        trouble={source.trouble}
        commands=""
      />
      {reader !== 'azure' && text !== null && (
        <section aria-label={deploy.edit.title} className={column}>
          <SectionHeading level={3}>{deploy.edit.title}</SectionHeading>
          <TemplateEditor
            text={text}
            read={read}
            onText={(next) => turnTo({ reader, text: next })}
            onUndo={null}
          />
        </section>
      )}
      {(reader === 'azure' || read.template !== null) && (
        <section aria-label={deploy.parameters.title} className={column}>
          <SectionHeading level={3}>{deploy.parameters.title}</SectionHeading>
          <SelectField
            control={control}
            name="group"
            label={deploy.parameters.group}
            placeholder={deploy.parameters.required}
            required
            errorText={() => deploy.parameters.required}
            options={groups.map(({ name }) => ({ value: name, label: name }))}
          />
          <ParameterFields control={control} parameters={read.parameters} />
        </section>
      )}
      <Button type="submit" disabledFocusable={deploying.isJudging}>
        {deploy.judge.command}
      </Button>
      {deploying.isJudging && <span role="status">{deploy.judge.running}</span>}
      {deploying.problem !== null && (
        <ProblemState problem={deploying.problem} what={deploy.judge.what} />
      )}
      {judged !== null && !deploying.isJudging && <JudgedPanel judged={judged.outcome} />}
      {judged !== null && judged.key !== key && <span>{deploy.judge.stale}</span>}
      <DeployTerms
        control={control}
        reason={isFresh ? null : deploy.terms.validateFirst}
        isStarting={deploying.isStarting}
        onDeploy={() => void withOrder((order) => deploying.start(order))()}
      />
    </form>
  );
}
