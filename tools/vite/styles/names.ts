/** Stands in the code for a class with the property that it sets, until all styles of a build are known. */
const STYLE = /\b__style_([A-Za-z0-9]+)_([A-Za-z0-9]+)\b/g;
/** Stands for a class that sets whatever it does. */
const CLASS = /\b__class_(\w+)\b/g;
/** A class of Griffel's in a rule. */
const IN_RULE = /\.([fr][0-9a-z]{4,})\b/g;
const TOKEN = /\bvar\(--(\w+)/g;

/** `0`: the property is set by nothing, whatever was merged before. */
export const stylePlace = (property: string, name: string | 0): string =>
  `__style_${property}_${String(name)}`;
export const classPlace = (name: string): string => `__class_${name}`;

/** The names in a build by those of Griffel and of Fluent, which are longer. */
export interface Names {
  /** Letters for a property, then a number: the property is read from it. */
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
  const styles = codes.flatMap((code) => [...code.matchAll(STYLE)]);
  const propertyOf = new Map(styles.map(([, property = '', name = '']) => [name, property]));
  const whole = codes.flatMap((code) => found(code, CLASS));
  const used = rulesOf(new Set([...propertyOf.keys(), ...whole]), rules);
  const tokens = [...codes, ...used].flatMap((text) => found(text, TOKEN)).filter(isToken);
  const inOrder = new Set([...used.flatMap((rule) => found(rule, IN_RULE)), ...propertyOf.keys()]);
  const inSheet = [...inOrder].flatMap((name) => propertyOf.get(name) ?? []);
  const properties = lettered([...inSheet, ...styles.map(([, property = '']) => property)]);
  return {
    rules: used,
    classes: new Map([...lettered(whole), ...numbered([...inOrder], propertyOf, properties)]),
    properties,
    tokens: lettered(byUse(tokens)),
  };
}

/** Each text once, the one that is used most first. */
function byUse(texts: readonly string[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1);
  return [...uses]
    .toSorted(([one, some], [other, others]) => others - some || (one < other ? -1 : 1))
    .map(([text]) => text);
}

/** Classes by the letters of their property and a number. */
function numbered(
  classes: readonly string[],
  propertyOf: ReadonlyMap<string, string>,
  properties: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const last = new Map<string, number>();
  return classes.flatMap((name) => {
    const letters = properties.get(propertyOf.get(name) ?? '');
    if (letters === undefined || name === '0') return [];
    const number = (last.get(letters) ?? 0) + 1;
    last.set(letters, number);
    return [[name, `${letters}${String(number)}`] as const];
  });
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

const lettered = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...new Set(names)].map((name, index) => [name, shortName(index)]));

const replaced = (text: string, pattern: RegExp, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(pattern, (whole, name: string) => {
    const short = names.get(name);
    return short === undefined ? whole : whole.replace(/\w+$/, short);
  });

/** The code with names in all places. Pure. */
export const namedCode = (code: string, { classes, properties, tokens }: Names): string =>
  replaced(replaced(code, CLASS, classes), TOKEN, tokens).replaceAll(
    STYLE,
    (_, property: string, name: string) =>
      classes.get(name) ?? `${properties.get(property) ?? property}0`,
  );

/** A rule with the names of a build. Pure. */
export const namedRule = (rule: string, { classes, tokens }: Names): string =>
  replaced(replaced(rule, IN_RULE, classes), TOKEN, tokens);
