import type { FullFacts } from './facts.ts';
import {
  type ChoiceField,
  type ChoiceValue,
  type FieldName,
  type FullChoices,
  stepAsking,
  STEPS,
} from './fields.ts';

/** Where a rule is met: in a step, or once the wizard has been left. */
export const RULE_STEPS = [...STEPS, 'jobs', 'afterwards'] as const;
type RuleStep = (typeof RULE_STEPS)[number];

/** The kinds of document `rules.md` §1: what a firing rule does to the form. */
export type RuleKind =
  | 'block'
  | 'warn'
  | 'hide-field'
  | 'require-field'
  | 'default'
  | 'info'
  | 'checklist';

/** Where the rules of a group are met that speak about no field of a step. */
const STEP_OF_GROUP = {
  datasource: 'datasource',
  instance: 'instance',
  'restore-point': 'restore-point',
  config: 'configuration',
  'create-vm': 'configuration',
  'restore-disks': 'configuration',
  replace: 'configuration',
  crr: 'configuration',
  csr: 'configuration',
  czr: 'configuration',
  staging: 'configuration',
  unmanaged: 'configuration',
  encryption: 'configuration',
  special: 'configuration',
  identity: 'configuration',
  network: 'network-access',
  review: 'review',
  disk: 'configuration',
  rest: 'review',
  jobs: 'jobs',
  after: 'afterwards',
  'backup-again': 'afterwards',
  commvault: 'configuration',
  platform: 'configuration',
  files: 'restore-point',
} as const satisfies Readonly<Record<string, RuleStep>>;

type Group = keyof typeof STEP_OF_GROUP;

/** Who would reject a request that breaks the rule, and why. */
type Enforcement = { by: 'service' | 'portal' | 'advice'; why: string };

/** Azure itself rejects the request. */
export const service = (why: string): Enforcement => ({ by: 'service', why });
/** The portal doesn’t send it; the service might accept it. */
export const portal = (why: string): Enforcement => ({ by: 'portal', why });
/** Advice of Restore Center: neither Azure nor the portal rejects it. */
export const advice = (why: string): Enforcement => ({ by: 'advice', why });

/**
 * One field of the alternative: a value, one that follows from the facts or the choice made, or
 * neither, where the person is to choose another one.
 */
type Instead = {
  field: ChoiceField;
  value?: ChoiceValue;
  set?: (facts: FullFacts, c: FullChoices) => ChoiceValue;
};

/** The alternative of restoring the disks alone, next to what is there. */
export const asDisks: readonly Instead[] = [
  { field: 'group', value: 'createNew' },
  { field: 'option', value: 'restoreDisks' },
];

/** The alternative of restoring next to what is there, in a way that is still to be chosen. */
export const asNewMachine: readonly Instead[] = [
  { field: 'group', value: 'createNew' },
  { field: 'option', value: null },
];

/** What one edition of the documents says about a restore that the rule fits. */
type Edition = {
  /** Why, and what to do. Complete sentences. */
  say: string;
  /** A few words beside an option that this rule disables. */
  short?: string;
  /** The alternative: the label of its button or link, and what choosing it would set, all of it together. */
  instead?: { label: string; set: readonly Instead[] };
  /** Of a rule that refuses. A wizard obeys all of them alike; the page of constraints shows this. */
  by?: Enforcement;
  source: readonly [RuleSource, ...RuleSource[]];
};

type Common<Id extends string> = Edition & {
  id: Id;
  /** The option or field it speaks about; null for text that belongs to no field. */
  field: FieldName | readonly FieldName[] | null;
  /** Reads full facts; the engine sees to it that an unknown one is never taken for a value. */
  when: (facts: FullFacts, c: FullChoices) => boolean;
  /**
   * A newer text words or judges this differently than the first source. What that edition says will stand
   * here, as an object with the parts that change. Not for a rule of which only what its helpers compare
   * with moves: its kind and text stay.
   */
  newer?: true;
};

type Row<Id extends string = string> =
  | (Common<Id> & { kind: 'block' | 'require-field' | 'info' | 'checklist' })
  | (Common<Id> & {
      kind: 'warn';
      /** True of every restore of its sort, so that reading it need not be confirmed. */
      always?: true;
      /** The service accepts it and restores something else than the plan says: refused before it is sent. */
      refuses?: true;
    })
  | (Common<Id> & {
      kind: 'hide-field' | 'default';
      /** The value a default fills in, or a hidden field is fixed to. */
      set?: (facts: FullFacts, c: FullChoices) => ChoiceValue;
    });

export type Rule<Id extends string = string> = Row<Id> & { group: Group; edition: '2024-11-30' };

/** Makes the rules of one group from its rows, keeping the ids as literal types. */
export function rules<Id extends string>(group: Group, rows: readonly Row<Id>[]): Rule<Id>[] {
  return rows.map((row) => ({ ...row, group, edition: '2024-11-30' }));
}

/** The fields a rule speaks about, as a list. */
export function fieldsOf(rule: Pick<Rule, 'field'>): readonly FieldName[] {
  if (rule.field === null) return [];
  return typeof rule.field === 'string' ? [rule.field] : rule.field;
}

export const isRuleOf = ({ id }: Pick<Rule, 'id'>, ids: readonly string[]): boolean =>
  ids.includes(id);

/** The five documents of the edition, by the number that starts their file name. */
type DocumentNumber = '000' | '001' | '002' | '003' | '004';

/**
 * Source of a rule. `learn` is a page of Microsoft Learn beside the five documents, named by its title;
 * `ours` marks the few without a document.
 */
export type RuleSource = {
  document: DocumentNumber | 'learn' | 'ours';
  heading: string;
  /** The date in the document, ISO; null where it bears none. */
  date: string | null;
};

/** When each document was written, ISO; null where it bears no date. */
export const dateOf: Readonly<Record<DocumentNumber, string | null>> = {
  '000': '2024-11-30',
  '001': '2020-02-18',
  '002': '2021-01-07',
  '003': null,
  '004': '2018-09-12',
};

/** VM restore in the portal (2024). */
export const doc000 = (heading: string): RuleSource => source('000', heading);
/** About VM restore, the older outline (2020). */
export const doc001 = (heading: string): RuleSource => source('001', heading);
/** Managed-disk restore (2021). */
export const doc002 = (heading: string): RuleSource => source('002', heading);
/** Full VM restores of another product, Commvault; undated. */
export const doc003 = (heading: string): RuleSource => source('003', heading);
/** VM restore by REST (2018). */
export const doc004 = (heading: string): RuleSource => source('004', heading);
/** A page of Microsoft Learn, by its title and the heading in it, with its date where it was read in a dated version. */
export const learn = (heading: string, date: string | null = null): RuleSource => ({
  document: 'learn',
  heading,
  date,
});
/** A choice of this product that no document makes. */
export const ours = (heading: string): RuleSource => ({ document: 'ours', heading, date: null });

function source(document: DocumentNumber, heading: string): RuleSource {
  return { document, heading, date: dateOf[document] };
}

/** A template is deployed once its disks are restored. */
const OF_TEMPLATE: readonly FieldName[] = ['templateValues', 'templateVnet', 'acceptTerms'];

/**
 * Where a rule is met: what is left to do afterwards is met then, any other rule in the step of the
 * first of its fields, and where no step asks for one, in that of its group; the power of a machine is
 * changed at Review.
 */
export function ruleStepOf(rule: Pick<Rule, 'field' | 'group' | 'kind'>): RuleStep {
  const fields = fieldsOf(rule);
  const asking = fields.map(stepAsking).find((step) => step !== null);
  if (rule.kind === 'checklist' || fields.some((field) => OF_TEMPLATE.includes(field)))
    return 'afterwards';
  if (asking === undefined && fields.includes('powerState')) return 'review';
  return asking ?? STEP_OF_GROUP[rule.group];
}
