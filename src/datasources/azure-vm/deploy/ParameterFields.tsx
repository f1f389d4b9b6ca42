import { Input } from '@fluentui/react-components';
import { fieldId } from '#src/datasources/azure-vm/deploy/field-ids.ts';
import type { TemplateParameter } from '#src/model/template/template.ts';
import type { ValueProblem } from '#src/model/template/template-values.ts';
import { deploy } from '#src/strings/deploy.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import { Select } from '#src/ui/fields/Select.tsx';
import { Name } from '#src/ui/Name.tsx';

const words = deploy.parameters;

export interface ParameterFieldsProps {
  readonly parameters: readonly TemplateParameter[];
  readonly textOf: (parameter: TemplateParameter) => string;
  /** What is wrong, by the names of parameters. */
  readonly problems: Readonly<Record<string, ValueProblem>>;
  readonly onText: (name: string, text: string) => void;
}

/** A field for each parameter of whatever template it is. */
export function ParameterFields({ parameters, textOf, problems, onText }: ParameterFieldsProps) {
  return parameters.map((parameter, index) => {
    const problem = Object.hasOwn(problems, parameter.name) ? problems[parameter.name] : undefined;
    const change = (text: string) => onText(parameter.name, text);
    return (
      <FieldRow
        key={parameter.name}
        label={parameter.name}
        hint={hintOf(parameter)}
        required={parameter.fallback.kind === 'none'}
        error={problem === undefined ? undefined : words.problem[problem]}
      >
        {(row) => (
          <ParameterControl
            {...{ row, parameter }}
            id={fieldId(index)}
            text={textOf(parameter)}
            onText={change}
          />
        )}
      </FieldRow>
    );
  });
}

interface ParameterControlProps {
  /** Names and states that the row gives its control. */
  readonly row: object;
  readonly id: string;
  readonly parameter: TemplateParameter;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function ParameterControl({ row, id, parameter, text, onText }: ParameterControlProps) {
  const { allowed, fallback, type } = parameter;
  if (allowed === null || allowed.length === 0) {
    return (
      <Input
        {...row}
        id={id}
        type={type.startsWith('secure') ? 'password' : 'text'}
        autoComplete="off"
        value={text}
        onChange={(_, { value }) => onText(value)}
      />
    );
  }
  const values = allowed.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return (
    <Select
      {...row}
      id={id}
      placeholder={fallback.kind === 'none' ? words.required : words.fallback}
      chosen={text === '' ? null : { value: text, label: text }}
      entries={() =>
        values.map((value) => ({
          value,
          label: value,
          isRefused: false,
          content: <Name>{value}</Name>,
        }))
      }
      onChoose={onText}
    />
  );
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
