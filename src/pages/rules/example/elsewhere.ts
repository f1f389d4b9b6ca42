import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { baseline } from '#src/rules/baseline.ts';
import { speakingExample } from '#src/rules/examples.ts';
import type { FullChoices } from '#src/rules/fields.ts';
import { productOf } from '#src/rules/engine.ts';
import type { demoCase } from '#src/strings/simulation.ts';

type Elsewhere = keyof typeof demoCase.elsewhere;

const OF_ACTION: Readonly<Record<NonNullable<FullChoices['action']>, Elsewhere>> = {
  deployTemplate: 'template',
  setCsr: 'vault',
  submit: 'submit',
};

/** Where a constraint applies that cannot be met in the demo's wizard, told by its nearest example. */
export function elsewhereOf(rule: CatalogueRule): Elsewhere {
  if (productOf(rule) === 'commvault') return 'commvault';
  if (rule.group === 'jobs') return 'jobs';
  const choices = speakingExample(rule)?.choices ?? baseline.choices;
  if (choices.datasource === 'azure-disk') return 'disk';
  if (choices.client !== baseline.choices.client) return 'client';
  if (choices.action !== null) return OF_ACTION[choices.action];
  if (choices.secondary || choices.viewRegion === 'secondary') return 'secondary';
  return choices.scenario === baseline.choices.scenario ? 'world' : 'scenario';
}
