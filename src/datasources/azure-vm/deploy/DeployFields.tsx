import { makeStyles, tokens } from '@fluentui/react-components';
import { changeForm } from '#src/datasources/azure-vm/deploy/form-store.ts';
import {
  type DeployValues,
  type MissingValues,
  templateIn,
  typedText,
  withTyped,
} from '#src/datasources/azure-vm/deploy/form-values.ts';
import { GroupField } from '#src/datasources/azure-vm/deploy/GroupField.tsx';
import { MachineFields } from '#src/datasources/azure-vm/deploy/MachineFields.tsx';
import { NetworkField } from '#src/datasources/azure-vm/deploy/NetworkField.tsx';
import { networkParameters } from '#src/datasources/azure-vm/deploy/networks.ts';
import { ParameterFields } from '#src/datasources/azure-vm/deploy/ParameterFields.tsx';
import { TemplateEditor } from '#src/datasources/azure-vm/deploy/TemplateEditor.tsx';
import type { DeployPlace } from '#src/datasources/azure-vm/deploy/use-place.ts';
import {
  hasOneMachine,
  type MachineEdits,
  machineOfTemplate,
  UNCHANGED,
  withMachine,
} from '#src/model/template-values.ts';
import type { TemplateParameter } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '100%',
  },
});

export interface DeployFieldsProps {
  readonly id: string;
  readonly values: DeployValues;
  readonly group: string;
  readonly place: DeployPlace;
  /** The template before its edits; null: not read in this visit. */
  readonly original: string | null;
  /** What is missing; null: nothing, or no press has shown it yet. */
  readonly problems: MissingValues | null;
}

/** The template to edit, and the fields that are made from it. */
export function DeployFields(props: DeployFieldsProps) {
  const styles = useStyles();
  const { id, values, group, place, original, problems } = props;
  const { reader, text } = values;
  const read = templateIn(values);
  const textOf = (parameter: TemplateParameter) => typedText(values, parameter);
  const onTexts = (texts: Readonly<Record<string, string>>) =>
    changeForm(id, withTyped(values, texts));
  const network = networkParameters(read);
  const isOnPage = reader !== 'azure';
  const onEdit = (edits: Partial<MachineEdits>) => {
    const { template } = templateIn(values);
    if (template === null) return;
    const changed = withMachine(template, { ...UNCHANGED, ...edits });
    changeForm(id, { text: `${JSON.stringify(changed, null, 2)}\n` });
  };
  return (
    <>
      {isOnPage && text !== null && (
        <section aria-label={deploy.edit.title} className={styles.root}>
          <SectionHeading level={2}>{deploy.edit.title}</SectionHeading>
          <TemplateEditor
            text={text}
            read={read}
            onText={(next) => changeForm(id, { text: next })}
            onUndo={
              original === null || original === text
                ? null
                : () => changeForm(id, { text: original })
            }
          />
        </section>
      )}
      {(!isOnPage || read.template !== null) && (
        <section aria-label={deploy.parameters.title} className={styles.root}>
          <SectionHeading level={2}>{deploy.parameters.title}</SectionHeading>
          <GroupField
            groups={place.groups}
            group={group}
            isMissing={problems?.isGroupMissing === true}
            onGroup={(next) => changeForm(id, { group: next })}
          />
          {network !== null && (
            <NetworkField {...{ place, textOf, onTexts }} parameters={network} />
          )}
          {isOnPage && hasOneMachine(read.template) && (
            <MachineFields
              place={place}
              machine={machineOfTemplate(read.template)}
              onEdit={onEdit}
            />
          )}
          <ParameterFields
            parameters={read.parameters}
            textOf={textOf}
            problems={problems?.problems ?? {}}
            onText={(name, next) => onTexts({ [name]: next })}
          />
        </section>
      )}
    </>
  );
}
