import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import { type Settled, settle } from '#src/rules/settle.ts';
import { STEP_FIELDS, type StepId } from '#src/rules/step-of.ts';
import { DISK_NAME, isDiskName } from '#src/wizard/azure-disks/disk-name.ts';
import { diskFacts } from '#src/wizard/azure-disks/facts.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { diskChoices, type DiskView } from '#src/wizard/azure-disks/view.ts';
import { canRefuse, isRefusal } from '#src/wizard/draft/review.ts';
import { type DraftChoices, draftSchema } from '#src/wizard/draft/schema.ts';

/** Prerequisites of a restore: they are settled at Review, so no step before it waits for them. */
const PREREQUISITES: readonly CatalogueRule['id'][] = [
  'disk.role.target',
  'disk.role.snapshot-rg',
  'disk.snapshots.present',
  'disk.des.reader',
];

/** Whether a rule is about what has to be there before a restore, and is no choice. */
const isPrerequisite = ({ id }: CatalogueRule): boolean => PREREQUISITES.includes(id);

/** What is said about a draft without its prerequisites: what the steps before Review go by. */
export function withoutPrerequisites(settled: Settled): Settled {
  return { ...settled, verdicts: settled.verdicts.filter(({ rule }) => !isPrerequisite(rule)) };
}

/** The rules that refuse something in a step, of those that its form can settle. */
const refusingIn = (step: StepId): CatalogueRule[] =>
  catalogue.filter(
    (rule) => canRefuse(rule) && !isPrerequisite(rule) && fieldIn(step, rule) !== undefined,
  );

function fieldIn(step: StepId, rule: CatalogueRule): string | undefined {
  return fieldsOf(rule).find((field) => STEP_FIELDS[step].includes(field));
}

/**
 * The schema of a step's form, made from the rules as the one of machines; beside them the names that
 * Azure refuses. The message of an issue is the rule's id.
 */
export function diskSchemaFor(step: StepId, reads: DiskReads) {
  return draftSchema.shape.choices.check((payload) => {
    const { value } = payload;
    for (const [field, message] of refusalsIn(step, value, reads)) {
      payload.issues.push({ code: 'custom', input: value, path: [field], message });
    }
  });
}

function refusalsIn(
  step: StepId,
  choices: DraftChoices,
  reads: DiskReads,
): [field: string, code: string][] {
  if (step === 'review') return [];
  const facts = diskFacts(reads, choices, 'none');
  const { verdicts } = settle(facts, diskChoices(choices, reads), refusingIn(step));
  const refused = verdicts.filter(isRefusal).flatMap(({ rule }): [string, string][] => {
    const field = fieldIn(step, rule);
    return field === undefined ? [] : [[field, rule.id]];
  });
  const isBad = step === 'configuration' && hasBadName(choices);
  return isBad ? [...refused, ['diskName', DISK_NAME]] : refused;
}

/** Whether a name was typed that Azure refuses. */
export function hasBadName({ diskName }: Pick<DraftChoices, 'diskName'>): boolean {
  return diskName !== null && !isDiskName(diskName);
}

/** The rules that keep Restore from being pressed: all, once more, as they stand then. */
export function refusedAtRestore({ facts, choices, settled }: DiskView): CatalogueRule[] {
  const refused = settled.verdicts.filter(isRefusal);
  const form = { errors: refused.length, warnings: 0 };
  const { verdicts } = settle({ ...facts, form }, { ...choices, action: 'submit' });
  const last = verdicts.filter(isRefusal).map(({ rule }) => rule);
  // What stands in the way by itself says more than that something does.
  return last.toSorted((a, b) => Number(isGate(a)) - Number(isGate(b)));
}

const isGate = ({ group }: CatalogueRule): boolean => group === 'review';

/** Those of them that a choice settles: what has to be there before, and Azure's validation, are told apart. */
export function issuesAtRestore(view: DiskView): CatalogueRule[] {
  return refusedAtRestore(view).filter((rule) => !isGate(rule) && !isPrerequisite(rule));
}
