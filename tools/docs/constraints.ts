import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { labelOf } from '#src/rules/fields.ts';
import { dateOf, fieldsOf, RULE_STEPS, ruleStepOf } from '#src/rules/rule.ts';
import { productOf } from '#src/rules/engine.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { sayOf, sourceLine } from '#src/strings/rule-source.ts';

import { generated, table } from './table.ts';

const heads = [
  'Constraint',
  'Kind',
  'Speaks about',
  'What it says',
  'Instead',
  'Source',
  'Enforced by',
];

function row(rule: CatalogueRule): string[] {
  const enforcedBy = rule.by === undefined ? '' : words.enforced(rule.by, productOf(rule));
  return [
    `\`${rule.id}\``,
    words.kinds[rule.kind],
    words.about(fieldsOf(rule).map(labelOf)),
    sayOf(rule),
    rule.instead?.label ?? '',
    rule.source.map(sourceLine).join('; '),
    enforcedBy,
  ];
}

function section(title: string, rules: readonly CatalogueRule[]): string[] {
  return rules.length === 0
    ? []
    : [`## ${title} (${String(rules.length)})`, table(heads, rules.map(row))];
}

/** `docs/constraints.md`: every rule of Azure Backup by the step in which it is met; Commvault's apart. */
export function constraintsDocument(): string {
  const isOther = (rule: CatalogueRule): boolean => productOf(rule) === 'commvault';
  const own = catalogue.filter((rule) => !isOther(rule));
  const sections = [
    ...RULE_STEPS.flatMap((step) =>
      section(
        words.steps[step],
        own.filter((rule) => ruleStepOf(rule) === step),
      ),
    ),
    ...section(words.products.commvault, catalogue.filter(isOther)),
  ];
  const parts = [
    '# Constraints',
    generated('the catalogue in `src/rules`'),
    `${words.subtitle(catalogue.length, Object.keys(dateOf).length)} Ids that begin with \`platform.\` are Azure’s own limits, which none of the five documents names. The page \`/rules\` shows the same with an example to try; \`docs/rules.md\` tells how to ask from the command line.`,
    ...sections,
  ];
  return `${parts.join('\n\n')}\n`;
}
