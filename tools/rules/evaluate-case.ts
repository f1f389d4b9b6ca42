import { inputOf } from '#src/rules/cases/case.ts';
import type { Choices } from '#src/rules/choices.ts';
import { evaluate } from '#src/rules/engine.ts';
import type { Facts } from '#src/rules/facts.ts';
import { type VerdictLists, verdictLists } from '#src/rules/verdict-lists.ts';

import type { FileCase } from './case-schema.ts';

/** What the catalogue says of a case as given: nothing cleared, nothing filled in. */
export function evaluateCase(example: FileCase): { readonly id: string } & VerdictLists {
  const { given = {}, when = {}, unknown = [] } = example;
  const input = inputOf({ given, when });
  const { facts, choices } = withoutKnowing(input, new Set(unknown));
  return { id: example.id, ...verdictLists(evaluate(facts, choices)) };
}

interface Input {
  readonly facts: Facts;
  readonly choices: Choices;
}

/** The same with these facts taken out: what is left out is not known. */
function withoutKnowing({ facts, choices }: Input, names: ReadonlySet<string>): Input {
  const kept = <T extends object>(group: string, thing: T | null | undefined) =>
    thing && without(thing, (key) => names.has(`${group}.${key}`));
  return {
    facts: {
      vm: kept('vm', facts.vm),
      point: kept('point', facts.point),
      vault: kept('vault', facts.vault),
      target: kept('target', facts.target),
      platform: kept('platform', facts.platform),
      operator: kept('operator', facts.operator),
      identity: kept('identity', facts.identity),
      disk: kept('disk', facts.disk),
      bv: kept('bv', facts.bv),
      job: kept('job', facts.job),
      form: kept('form', facts.form),
      policy: kept('policy', facts.policy),
    },
    choices: {
      ...choices,
      staging: choices.staging && without(choices.staging, (key) => names.has(`c.staging.${key}`)),
      vnet: choices.vnet && without(choices.vnet, (key) => names.has(`c.vnet.${key}`)),
      subscriptionTenant: names.has('c.subscriptionTenant')
        ? undefined
        : choices.subscriptionTenant,
    },
  };
}

// Overloaded so that one claim is made here and nowhere else: what is left of a thing has the types
// that it had.
function without<T extends object>(thing: T, isGone: (key: string) => boolean): Partial<T>;
function without(thing: object, isGone: (key: string) => boolean): object {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !isGone(key)));
}
