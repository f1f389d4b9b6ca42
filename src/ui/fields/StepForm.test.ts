import { expect, test } from 'vitest';
import { lookAgain, refusedLines } from '#src/ui/fields/StepForm.tsx';

const words = {
  labels: { option: 'Restore Type', rg: 'Resource group', staging: 'Staging Location' },
  errorText: (code: string) => `${code}.`,
};

test('what stands against Next comes in the order of the page, each with its label', () => {
  const errors = { staging: { message: 'choose one' }, option: { message: 'choose a type' } };
  expect(refusedLines(errors, words)).toEqual([
    { field: 'option', label: 'Restore Type', text: 'choose a type.' },
    { field: 'staging', label: 'Staging Location', text: 'choose one.' },
  ]);
});

test('a field without a label is named by its sentence, and comes last', () => {
  const errors = { warningsRead: { message: 'confirm' }, rg: { message: 'choose one' } };
  expect(refusedLines(errors, words)).toEqual([
    { field: 'rg', label: 'Resource group', text: 'choose one.' },
    { field: 'warningsRead', label: null, text: 'confirm.' },
  ]);
});

test('a field that is in order has no line', () => {
  expect(refusedLines({ rg: undefined, option: {} }, words)).toEqual([]);
});

test('a press is spoken of once: until something is mended, and not again when it is broken anew', () => {
  const pressed = lookAgain({ presses: 0, lines: '', isAsPressed: true }, 1, 'rg staging');
  expect(pressed).toEqual({ presses: 1, lines: 'rg staging', isAsPressed: true });
  expect(lookAgain(pressed, 1, 'rg staging')).toBe(pressed);
  const mended = lookAgain(pressed, 1, 'rg');
  expect(mended.isAsPressed).toBe(false);
  expect(lookAgain(mended, 1, 'rg staging')).toBe(mended);
});

test('the next press is spoken of again', () => {
  const mended = { presses: 1, lines: 'rg staging', isAsPressed: false };
  expect(lookAgain(mended, 2, 'rg')).toEqual({ presses: 2, lines: 'rg', isAsPressed: true });
});
