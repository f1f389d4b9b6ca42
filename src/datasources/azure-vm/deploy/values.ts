import type { DeploymentOrder } from '#src/model/deployment.ts';
import type { ReadTemplate } from '#src/model/template/template.ts';
import { type CheckedValues, checkedValues } from '#src/model/template/template-values.ts';

/** Who reads the template. */
export const SOURCES = ['azure', 'page', 'file'] as const;
export type TemplateReader = (typeof SOURCES)[number];

/** What the form of the page holds. */
export interface DeployValues {
  reader: TemplateReader;
  /** The text of the template, as it was read or edited; null: this page has none. */
  text: string | null;
  group: string;
  /** The text for each parameter, in the order of the template. */
  texts: string[];
  isAgreed: boolean;
}

/** The texts of a form by the names of the parameters. */
export function textsByName(
  { parameters }: ReadTemplate,
  texts: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(parameters.map(({ name }, index) => [name, texts[index] ?? '']));
}

/** Checks what was typed. */
export const checkedTexts = (read: ReadTemplate, texts: readonly string[]): CheckedValues =>
  checkedValues(read.parameters, textsByName(read, texts));

/** Texts for another template: a parameter that both have keeps what was typed. */
export function carriedTexts(
  before: ReadTemplate,
  texts: readonly string[],
  next: ReadTemplate,
  initial: (index: number) => string,
): string[] {
  const typed = new Map(
    before.parameters.map(({ name }, index) => [name.toLowerCase(), texts[index] ?? '']),
  );
  return next.parameters.map(({ name }, index) => {
    const kept = typed.get(name.toLowerCase()) ?? '';
    return kept === '' ? initial(index) : kept;
  });
}

/** Whether two orders would deploy the same. The signature of a link is another one each time. */
export function isSameOrder(one: DeploymentOrder | null, other: DeploymentOrder | null): boolean {
  return keyOf(one) === keyOf(other);
}

const keyOf = (order: DeploymentOrder | null): string =>
  JSON.stringify(
    order === null
      ? null
      : [order.source.kind === 'link' ? order.source.uri : order.source.template, order.values],
  );
