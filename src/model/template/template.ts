import type { JsonFault, TextPlace } from '#src/model/template/json-text.ts';

/** Types of a template's parameters (template reference, data types). */
export const PARAMETER_TYPES = [
  'string',
  'securestring',
  'int',
  'bool',
  'array',
  'object',
  'secureobject',
] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A parameter of a template, whatever template it is. */
export interface TemplateParameter {
  /** As the template spells it; names ignore letter case. */
  readonly name: string;
  readonly type: ParameterType;
  /** What it is without a value: nothing, a value, or an expression that only Azure evaluates. */
  readonly fallback:
    | { readonly kind: 'none' }
    | { readonly kind: 'value'; readonly value: unknown }
    | { readonly kind: 'expression'; readonly text: string };
  /** Null: every value of its type. */
  readonly allowed: readonly unknown[] | null;
  readonly description: string | null;
  readonly place: TextPlace;
}

/** A resource of a template, as it is written there. */
export interface TemplateResource {
  readonly type: string;
  /** An expression as a rule. */
  readonly name: string;
  readonly place: TextPlace;
}

/** What is wrong with a template before Azure has seen it. */
export type TemplateProblemKind =
  | { readonly kind: 'notJson'; readonly fault: JsonFault }
  | { readonly kind: 'notObject' | 'noSchema' | 'noVersion' | 'noResources' }
  | { readonly kind: 'noType' | 'unknownType' | 'doubled'; readonly name: string }
  | { readonly kind: 'unknownParameter'; readonly name: string }
  | { readonly kind: 'noResourceType'; readonly name: string };

export type TemplateProblem = TemplateProblemKind & { readonly place: TextPlace };

/** A text as a template. `problems` may be there although it can be sent: Azure decides. */
export interface ReadTemplate {
  /** What is sent; null: the text is no JSON object. */
  readonly template: unknown;
  readonly parameters: readonly TemplateParameter[];
  readonly resources: readonly TemplateResource[];
  readonly problems: readonly TemplateProblem[];
}
