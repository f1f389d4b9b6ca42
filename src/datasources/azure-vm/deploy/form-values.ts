import { UNREAD_TEMPLATE } from '#src/datasources/azure-vm/deploy/known-parameters.ts';
import { sameId } from '#src/model/resource-id.ts';
import { readTemplate, type ReadTemplate, type TemplateParameter } from '#src/model/template.ts';
import {
  checkedValues,
  type CheckedValues,
  initialText,
  type ValueProblem,
} from '#src/model/template-values.ts';

/** Who reads the template. */
export const READERS = ['azure', 'page', 'file'] as const;
export type TemplateReader = (typeof READERS)[number];

/** What a person has chosen and typed to deploy the template of a job. */
export interface DeployValues {
  readonly reader: TemplateReader;
  /** The text of the template, as it was read or edited; null: this page has none. */
  readonly text: string | null;
  /** Name of the resource group; null: as the job names it. */
  readonly group: string | null;
  /** What was typed for parameters, by their names: it stays when the template becomes another one. */
  readonly typed: readonly (readonly [name: string, text: string])[];
}

export const NO_VALUES: DeployValues = { reader: 'azure', text: null, group: null, typed: [] };

/** The text that was read last: each render asks for it, and megabytes take long to read. */
let latest = { text: '', read: readTemplate('') };

/** The template that the form is made from. One that Azure reads itself is known by its parameters alone. */
export function templateIn({ reader, text }: Pick<DeployValues, 'reader' | 'text'>): ReadTemplate {
  if (reader === 'azure' || text === null) return UNREAD_TEMPLATE;
  if (latest.text !== text) latest = { text, read: readTemplate(text) };
  return latest.read;
}

/** The text that the field of a parameter shows. */
export function typedText({ typed }: DeployValues, parameter: TemplateParameter): string {
  const own = typed.find(([name]) => sameId(name, parameter.name));
  return own === undefined ? initialText(parameter) : own[1];
}

/** The same values with other texts for some parameters. */
export function withTyped(
  { typed }: DeployValues,
  texts: Readonly<Record<string, string>>,
): Pick<DeployValues, 'typed'> {
  const names = Object.keys(texts);
  return {
    typed: [
      ...typed.filter(([name]) => !names.some((one) => sameId(one, name))),
      ...Object.entries(texts),
    ],
  };
}

/** What keeps a deployment from being sent. */
export interface MissingValues {
  readonly kind: 'missing';
  /** The text is no JSON object, so that there is nothing to send. */
  readonly isTextBroken: boolean;
  readonly isGroupMissing: boolean;
  /** By the names of parameters. */
  readonly problems: Readonly<Record<string, ValueProblem>>;
}

/** What is sent for the parameters, or what keeps it from being sent. */
export function checkedForm(
  values: DeployValues,
  group: string,
): Extract<CheckedValues, { kind: 'values' }> | MissingValues {
  const read = templateIn(values);
  const texts = read.parameters.map((one) => [one.name, typedText(values, one)] as const);
  const checked = checkedValues(read.parameters, Object.fromEntries(texts));
  const isTextBroken = values.reader !== 'azure' && read.template === null;
  const isGroupMissing = group.trim() === '';
  if (checked.kind === 'values' && !isTextBroken && !isGroupMissing) return checked;
  const problems = checked.kind === 'problems' ? checked.problems : {};
  return { kind: 'missing', isTextBroken, isGroupMissing, problems };
}

/** What two validations differ in: of a template that Azure reads itself, its text is none of it. */
export const keyOf = ({ reader, text, typed }: DeployValues, group: string): string =>
  JSON.stringify([
    reader === 'azure' ? null : text,
    group,
    typed.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
