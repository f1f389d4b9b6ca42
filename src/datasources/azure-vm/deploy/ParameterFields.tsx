import { Input } from '@fluentui/react-components';
import { ListRow, plainOption } from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import { fieldId, GROUP_ID } from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import type { ResourceGroup } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { ValueProblem } from '#src/model/template-values.ts';
import type { TemplateParameter } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';
import { regionText } from '#src/strings/regions.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';

const words = deploy.parameters;

interface ParameterFieldsProps {
  readonly parameters: readonly TemplateParameter[];
  readonly textOf: (parameter: TemplateParameter) => string;
  /** What is wrong, by the names of parameters. */
  readonly problems: Readonly<Record<string, ValueProblem>>;
  readonly onText: (name: string, text: string) => void;
}

/** A field for each parameter of whatever template it is. */
export function ParameterFields({ parameters, textOf, problems, onText }: ParameterFieldsProps) {
  return parameters.map((parameter, index) => {
    const { name, fallback, allowed, type } = parameter;
    const problem = Object.hasOwn(problems, name) ? problems[name] : undefined;
    const text = textOf(parameter);
    const row = {
      label: name,
      hint: hintOf(parameter),
      required: fallback.kind === 'none',
      error: problem === undefined ? undefined : words.problem[problem],
    };
    return allowed === null || allowed.length === 0 ? (
      <FieldRow key={name} {...row}>
        <Input
          id={fieldId(index)}
          type={type.startsWith('secure') ? 'password' : 'text'}
          autoComplete="off"
          value={text}
          onChange={(_, { value }) => onText(name, value)}
        />
      </FieldRow>
    ) : (
      <ListRow
        key={name}
        {...row}
        id={fieldId(index)}
        placeholder={fallback.kind === 'none' ? words.required : words.fallback}
        chosen={text === '' ? null : plainOption(text)}
        options={allowed.map((one) =>
          plainOption(typeof one === 'string' ? one : JSON.stringify(one)),
        )}
        onChoose={(value) => onText(name, value)}
      />
    );
  });
}

function hintOf({ description, fallback, type }: TemplateParameter): string | undefined {
  const lines = [
    ...(description === null ? [] : [description]),
    ...(fallback.kind === 'expression' && fallback.text !== ''
      ? [words.fallbackIs(fallback.text)]
      : []),
    ...(type.startsWith('secure') ? [words.notStored] : []),
  ];
  return lines.length === 0 ? undefined : lines.join(' ');
}

interface GroupFieldProps {
  /** Null: they can’t be listed. */
  readonly groups: readonly ResourceGroup[] | null;
  /** Its name; empty: none. */
  readonly group: string;
  readonly isMissing: boolean;
  readonly onGroup: (group: string) => void;
}

/** The resource group that the template is deployed to. */
export function GroupField({ groups, group, isMissing, onGroup }: GroupFieldProps) {
  const row = {
    label: words.group,
    hint: words.groupHint,
    required: true,
    error: isMissing ? words.required : undefined,
  };
  return groups === null ? (
    <FieldRow {...row}>
      <Input id={GROUP_ID} value={group} onChange={(_, { value }) => onGroup(value)} />
    </FieldRow>
  ) : (
    <ListRow
      {...row}
      id={GROUP_ID}
      placeholder={words.required}
      chosen={group === '' ? null : plainOption(nameIn(groups, group))}
      options={groups.map(({ name, region }) => ({
        value: name,
        label: name,
        remark: regionText(region),
      }))}
      onChoose={onGroup}
    />
  );
}

/** As Azure spells it; one that is gone keeps its name, and validation says so. */
const nameIn = (groups: readonly ResourceGroup[], group: string): string =>
  groups.find(({ name }) => sameId(name, group))?.name ?? group;
