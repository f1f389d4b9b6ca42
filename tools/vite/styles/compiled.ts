import {
  resolveStaticStyleRules,
  resolveStyleRulesForSlots,
  type CSSClasses,
  type CSSRulesByBucket,
  type GriffelStaticStyles,
  type GriffelStyle,
} from '@griffel/core';
import { stylePlace } from './names.ts';
import type { StyleCall } from './style-calls.ts';

/** Styles as a build has them. */
export interface Compiled {
  /** The code in place of the call that makes them. */
  readonly code: string;
  readonly rules: CSSRulesByBucket;
}

type ClassesBySlot = Readonly<Record<string, Readonly<Record<string, CSSClasses>>>>;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const areSlots = (value: unknown): value is Record<string, GriffelStyle> => isObject(value);
const areStatic = (value: unknown): value is GriffelStaticStyles =>
  typeof value === 'string' || isObject(value);

/** Compiles what a call of ours is given, as Griffel does in a browser. @throws where that is no style. */
export function compiled({ name }: Pick<StyleCall, 'name'>, value: unknown): Compiled {
  if (name === 'makeStaticStyles' && areStatic(value))
    return { code: '() => undefined', rules: { r: resolveStaticStyleRules([value]) } };
  if (name !== 'makeStyles' || !areSlots(value)) throw new Error('These are no styles.');
  const [classes, rules] = resolveStyleRulesForSlots(value);
  return { code: `css(${classesCode(classes)})`, rules };
}

/** The classes of slots as code, with places for the names of a build. Pure. */
export function classesCode(slots: ClassesBySlot): string {
  const places = (classes: ClassesBySlot[string]): string =>
    Object.entries(classes)
      .map(([property, names]) => stylePlace(property, leftToRight(names)))
      .join(' ');
  return JSON.stringify(
    Object.fromEntries(Object.entries(slots).map(([slot, classes]) => [slot, places(classes)])),
  );
}

/** Of a pair the class for writing from left to right. */
const leftToRight = (names: CSSClasses): string | 0 =>
  typeof names === 'object' ? names[0] : names;
