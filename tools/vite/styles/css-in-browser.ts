/** The module that a build has in place of Griffel's for styles: each slot is a text of class names. */
export const CSS_MODULE = '\0css';

/** Its code: a class is named by its property and a number, and 0 is none. */
export const CSS_CODE = `
import { __css } from '@griffel/react';
const classesIn = (text) =>
  Object.fromEntries(
    text.split(' ').map((name) => {
      const property = name.replace(/\\d+$/, '');
      return [property, name === property + '0' ? 0 : name];
    }),
  );
export const css = (slots) =>
  __css(
    Object.fromEntries(
      Object.entries(slots).map(([slot, text]) => [slot, text === '' ? {} : classesIn(text)]),
    ),
  );
`;
