import type { FieldName } from './choices.ts';
import { fieldsOf, type Rule } from './rule.ts';
import { stepAsking, STEPS } from './step-of.ts';

/** Where a rule is met: in a step, or once the wizard has been left. */
export const RULE_STEPS = [...STEPS, 'jobs', 'afterwards'] as const;
export type RuleStep = (typeof RULE_STEPS)[number];

/** Where the rules of a group are met that speak about no field of a step. */
const STEP_OF_GROUP: Readonly<Record<Rule['group'], RuleStep>> = {
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
};

/** A template is deployed once its disks are restored. */
const OF_TEMPLATE: readonly FieldName[] = ['templateValues', 'templateVnet', 'acceptTerms'];

/**
 * Where a rule is met: what is left to do afterwards is met then, any other rule in the step of the
 * first of its fields, and where no step asks for one, in that of its group.
 */
export function stepOf(rule: Pick<Rule, 'field' | 'group' | 'kind'>): RuleStep {
  const fields = fieldsOf(rule);
  const asking = fields.map(stepAsking).find((step) => step !== null);
  if (rule.kind === 'checklist' || fields.some((field) => OF_TEMPLATE.includes(field)))
    return 'afterwards';
  return asking ?? STEP_OF_GROUP[rule.group];
}
