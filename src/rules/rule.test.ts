import { describe, expect, it } from 'vitest';
import { catalogue, type CatalogueRule } from './catalogue.ts';
import { STEP_FIELDS, STEPS } from './fields.ts';
import { fieldsOf, RULE_STEPS, ruleStepOf } from './rule.ts';

function stepOfId(id: CatalogueRule['id']): string | undefined {
  return catalogue.filter((rule) => rule.id === id).map(ruleStepOf)[0];
}

describe('where a rule is met', () => {
  it('is told of every rule, and every place has rules', () => {
    expect(new Set(catalogue.map(ruleStepOf))).toEqual(new Set(RULE_STEPS));
  });

  it('is the step that asks for its field', () => {
    expect(stepOfId('csr.disabled')).toBe('configuration');
    expect(stepOfId('point.archive')).toBe('restore-point');
    expect(stepOfId('network.private.disk-access')).toBe('network-access');
    expect(stepOfId('review.warnings.acknowledge')).toBe('review');
  });

  it('is that of its group where no step asks for a field of it', () => {
    expect(stepOfId('datasource.files.arm-only')).toBe('datasource');
    expect(stepOfId('jobs.bytes')).toBe('jobs');
    expect(stepOfId('create-vm.nsg.wait')).toBe('configuration');
    expect(stepOfId('rest.trigger')).toBe('review');
  });

  it('is after the restore for what is then to be done, and for the template', () => {
    expect(stepOfId('replace.vhd.cleanup')).toBe('afterwards');
    expect(stepOfId('template.terms')).toBe('afterwards');
    expect(stepOfId('backup-again.setup')).toBe('afterwards');
  });

  it('of a refusal about a field that a step asks for is never another step', () => {
    const astray = catalogue.filter((rule) => {
      const steps = STEPS.filter((step) =>
        fieldsOf(rule).some((field) => STEP_FIELDS[step].includes(field)),
      );
      const found = ruleStepOf(rule);
      return rule.kind === 'block' && steps.length > 0 && !steps.some((step) => step === found);
    });
    expect(astray).toEqual([]);
  });
});
