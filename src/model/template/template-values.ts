import { readJson, valueOf } from '#src/model/template/json-text.ts';
import type { ParameterType, TemplateParameter } from '#src/model/template/template.ts';

/** Values for the parameters of a template, as a form has them: every one as text. */

/** Why a text is no value of a parameter. */
export type ValueProblem =
  | 'missing'
  | 'notInteger'
  | 'notBool'
  | 'notArray'
  | 'notObject'
  | 'notAllowed';

/** A checked text: a value to send, nothing to send because the default does, or a problem. */
export type CheckedValue =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'default' }
  | { readonly kind: 'problem'; readonly problem: ValueProblem };

/** The text by which a form shows a parameter at first; empty where Azure evaluates the default. */
export function initialText({ fallback, type }: TemplateParameter): string {
  if (fallback.kind !== 'value') return '';
  return isText(type) && typeof fallback.value === 'string'
    ? fallback.value
    : JSON.stringify(fallback.value, null, 2);
}

const isText = (type: ParameterType): boolean => type === 'string' || type === 'securestring';

/** Checks the text for a parameter. An empty one means the default, and without a default it is missing. */
export function checkedValue(parameter: TemplateParameter, text: string): CheckedValue {
  const { fallback, type, allowed } = parameter;
  if (text === '' && fallback.kind === 'none') return { kind: 'problem', problem: 'missing' };
  // An empty text is a value of its own where the default is another text.
  const isCleared = fallback.kind === 'value' && isText(type) && initialText(parameter) !== '';
  if (text === '' && !isCleared) return { kind: 'default' };
  if (fallback.kind === 'value' && text === initialText(parameter)) return { kind: 'default' };
  const read = valueIn(type, text);
  if (read.kind === 'problem') return read;
  const isAllowed = allowed?.some((one) => isSame(one, read.value)) ?? true;
  return isAllowed ? read : { kind: 'problem', problem: 'notAllowed' };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function valueIn(type: ParameterType, text: string): Exclude<CheckedValue, { kind: 'default' }> {
  const problem = (what: ValueProblem) => ({ kind: 'problem', problem: what }) as const;
  switch (type) {
    case 'string':
    case 'securestring':
      return { kind: 'value', value: text };
    case 'int': {
      const value = Number(text.trim());
      return /^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(value)
        ? { kind: 'value', value }
        : problem('notInteger');
    }
    case 'bool': {
      const word = text.trim().toLowerCase();
      return word === 'true' || word === 'false'
        ? { kind: 'value', value: word === 'true' }
        : problem('notBool');
    }
    case 'array': {
      const read = readJson(text);
      return read.kind === 'json' && read.root.kind === 'array'
        ? { kind: 'value', value: valueOf(read.root) }
        : problem('notArray');
    }
    case 'object':
    case 'secureobject': {
      const read = readJson(text);
      return read.kind === 'json' && read.root.kind === 'object'
        ? { kind: 'value', value: valueOf(read.root) }
        : problem('notObject');
    }
  }
}

/** What is sent for a template's parameters, or what is wrong, by their names. */
export type CheckedValues =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, ValueProblem>> };

/** Checks the texts of a whole form; texts for parameters that the template does not have are left out. */
export function checkedValues(
  parameters: readonly TemplateParameter[],
  texts: Readonly<Record<string, string>>,
): CheckedValues {
  const byName = new Map(Object.entries(texts).map(([name, text]) => [name.toLowerCase(), text]));
  const checked = parameters.map((parameter) => {
    const text = byName.get(parameter.name.toLowerCase()) ?? initialText(parameter);
    return [parameter.name, checkedValue(parameter, text)] as const;
  });
  const problems = checked.flatMap(([name, one]) =>
    one.kind === 'problem' ? [[name, one.problem] as const] : [],
  );
  if (problems.length > 0) return { kind: 'problems', problems: Object.fromEntries(problems) };
  const values = checked.flatMap(([name, one]) =>
    one.kind === 'value' ? [[name, one.value] as const] : [],
  );
  return { kind: 'values', values: Object.fromEntries(values) };
}
