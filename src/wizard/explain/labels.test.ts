import { expect, test } from 'vitest';
import { diskModel } from '#src/datasources/azure-disk/model.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { commvaultModel } from '#src/datasources/commvault-vm/model.ts';
import { NO_CHOICES } from '#src/rules/fields.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import { choiceSentence } from '#src/strings/choices.ts';
import { drafts } from '#src/strings/drafts.ts';

/** Nothing on screen goes by its name in the code: every field, choice and step has words. */

const models = { vmModel, fileModel, diskModel, commvaultModel };

const fields = Object.entries(models).flatMap(([name, { rules, fieldLabel }]) =>
  [...new Set(rules.all.flatMap(fieldsOf))].map((field) => [name, field, fieldLabel] as const),
);

test.each(fields)('%s: the field %s of a rule has a label', (_, field, labelOf) => {
  expect(labelOf(field)).not.toBe(field);
});

const choices = Object.keys(NO_CHOICES);

test.each(choices)('the choice %s that a rule has read has words', (choice) => {
  const sentence = choiceSentence(`c.${choice}`, 'x');
  expect(sentence).not.toMatch(/\bc\./);
  expect(sentence.split(':')[0]).not.toBe(choice);
});

const steps = Object.values(models).flatMap((model) => model.steps.map(({ id }) => id));

test.each([...new Set(steps)])('the step %s has a title in the list of drafts', (id) => {
  expect(drafts.steps).toHaveProperty(id);
});

test('the tables are whole', () => {
  expect(choices.length).toBeGreaterThan(40);
  expect(new Set(steps).size).toBeGreaterThanOrEqual(10);
  expect(fields.length).toBeGreaterThan(60);
});
