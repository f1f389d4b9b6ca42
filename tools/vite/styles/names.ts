/** Stand in the code for a class and for the property that it sets, until all styles of a build are known. */
const CLASS = /\b__class_(\w+)\b/g;
const PROPERTY = /\b__property_(\w+)\b/g;
/** A class of Griffel's in a rule. */
const IN_RULE = /\.([fr][0-9a-z]{4,})\b/g;
const TOKEN = /\bvar\(--(\w+)/g;

export const classPlace = (name: string): string => `__class_${name}`;
export const propertyPlace = (name: string): string => `__property_${name}`;

/** The names in a build by those of Griffel and of Fluent, which are longer. */
export interface Names {
  readonly classes: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, string>;
  /** Custom properties of a theme. */
  readonly tokens: ReadonlyMap<string, string>;
  /** The rules whose classes the code has, as Griffel names them. */
  readonly rules: readonly string[];
}

/** What has styles in a build. */
export interface Styled {
  readonly codes: readonly string[];
  /** In the order of the sheet. */
  readonly rules: readonly string[];
  readonly isToken: (name: string) => boolean;
}

/** Names for all that has styles: in the sheet they come one after the other, and compress well. Pure. */
export function namesFor({ codes, rules, isToken }: Styled): Names {
  const inCode = new Set(codes.flatMap((code) => found(code, CLASS)));
  const used = rulesOf(inCode, rules);
  const tokens = [...codes, ...used].flatMap((text) => found(text, TOKEN)).filter(isToken);
  return {
    rules: used,
    classes: numbered([...used.flatMap((rule) => found(rule, IN_RULE)), ...inCode]),
    properties: numbered(codes.flatMap((code) => found(code, PROPERTY)).toSorted()),
    tokens: numbered(tokens.toSorted()),
  };
}

const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

/** The rules of some classes, and the keyframes that these name. */
function rulesOf(classes: ReadonlySet<string>, rules: readonly string[]): readonly string[] {
  const ofClasses = rules.filter((rule) => found(rule, IN_RULE).every((name) => classes.has(name)));
  const text = ofClasses.filter((rule) => !rule.startsWith('@keyframes')).join('');
  return ofClasses.filter((rule) => {
    const [, keyframes] = /^@keyframes (\w+)/.exec(rule) ?? [];
    return keyframes === undefined || text.includes(keyframes);
  });
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** `a`, `b`, …, `z`, `aa`, … */
function shortName(index: number): string {
  const before = Math.floor(index / LETTERS.length);
  const letter = LETTERS.charAt(index % LETTERS.length);
  return before === 0 ? letter : shortName(before - 1) + letter;
}

const numbered = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...new Set(names)].map((name, index) => [name, shortName(index)]));

const replaced = (text: string, pattern: RegExp, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(pattern, (whole, name: string) => {
    const short = names.get(name);
    return short === undefined ? whole : whole.replace(/\w+$/, short);
  });

/** The code with names in all places. Pure. */
export const namedCode = (code: string, { classes, properties, tokens }: Names): string =>
  replaced(replaced(replaced(code, CLASS, classes), PROPERTY, properties), TOKEN, tokens);

/** A rule with the names of a build. Pure. */
export const namedRule = (rule: string, { classes, tokens }: Names): string =>
  replaced(replaced(rule, IN_RULE, classes), TOKEN, tokens);
