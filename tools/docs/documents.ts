import { constraintsDocument } from './constraints.ts';
import { factsDocument } from './facts.ts';
import { operationsDocument } from './operations.ts';

/** The documents that are made from the code, by their path from the project's root. */
export const DOCUMENTS: Readonly<Record<string, () => string>> = {
  'docs/azure-operations.md': operationsDocument,
  'docs/constraints.md': constraintsDocument,
  'docs/facts.md': factsDocument,
};
