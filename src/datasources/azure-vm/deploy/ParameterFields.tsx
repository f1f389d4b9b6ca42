import type { Control } from 'react-hook-form';
import type { DeployValues } from '#src/datasources/azure-vm/deploy/values.ts';
import type { TemplateParameter } from '#src/model/template/template.ts';
import type { ValueProblem } from '#src/model/template/template-values.ts';
import { deploy } from '#src/strings/deploy.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';

const words = deploy.parameters;

export interface ParameterFieldsProps {
  readonly control: Control<DeployValues>;
  readonly parameters: readonly TemplateParameter[];
}

/** A field for each parameter of whatever template it is. */
export function ParameterFields({ control, parameters }: ParameterFieldsProps) {
  return parameters.map((parameter, index) => (
    <ParameterField key={parameter.name} {...{ control, parameter }} name={`texts.${index}`} />
  ));
}

interface ParameterFieldProps {
  readonly control: Control<DeployValues>;
  readonly parameter: TemplateParameter;
  readonly name: `texts.${number}`;
}

function ParameterField({ control, parameter, name }: ParameterFieldProps) {
  const { allowed, fallback } = parameter;
  const texts = {
    label: parameter.name,
    hint: hintOf(parameter),
    required: fallback.kind === 'none',
    errorText: (code: string) => problemText(code),
  };
  if (allowed === null || allowed.length === 0) {
    return <TextField {...{ control, name }} {...texts} />;
  }
  return (
    <SelectField
      {...{ control, name }}
      {...texts}
      placeholder={fallback.kind === 'none' ? words.required : words.fallback}
      options={allowed.map((one) => {
        const value = typeof one === 'string' ? one : JSON.stringify(one);
        return { value, label: value };
      })}
    />
  );
}

function hintOf({ description, fallback }: TemplateParameter): string | undefined {
  const lines = [
    ...(description === null ? [] : [description]),
    ...(fallback.kind === 'expression' && fallback.text !== ''
      ? [words.fallbackIs(fallback.text)]
      : []),
  ];
  return lines.length === 0 ? undefined : lines.join(' ');
}

const isProblem = (code: string): code is ValueProblem => Object.hasOwn(words.problem, code);

const problemText = (code: string): string =>
  isProblem(code) ? words.problem[code] : words.required;
