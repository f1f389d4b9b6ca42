import { inputOf } from '#src/rules/cases/case.ts';
import { evaluate } from '#src/rules/catalogue.ts';
import { type Example, withValueAt } from '#src/rules/baseline.ts';
import { verdictLists, type VerdictLists } from '#src/rules/engine.ts';

import type { FileCase } from './case-schema.ts';

/** What the catalogue says of a case as given: nothing cleared, nothing filled in. */
export function evaluateCase(example: FileCase): { readonly id: string } & VerdictLists {
  const { given = {}, when = {}, unknown = [] } = example;
  const known: Example = inputOf({ given, when });
  const { facts, choices } = unknown.reduce(
    (left, name) => withValueAt(left, name, undefined),
    known,
  );
  return { id: example.id, ...verdictLists(evaluate(facts, choices)) };
}
