import { parseSync, Visitor } from 'vite';

/** A part of a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A call in the source that makes styles. */
export interface StyleCall extends Span {
  readonly name: 'makeStyles' | 'makeStaticStyles';
  /** What it is given. */
  readonly value: Span;
}

/** A part of the code, and what is written in its place. */
export interface Edit extends Span {
  readonly text: string;
}

/** Finds the calls that make styles, in the order of the text. Pure. */
export function callsOf(file: string, code: string): readonly StyleCall[] {
  if (!/\bmake(Static)?Styles\(/.test(code)) return [];
  const calls: StyleCall[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [value], start, end }) => {
      if (callee.type !== 'Identifier' || value === undefined) return;
      const { name } = callee;
      if (name === 'makeStyles' || name === 'makeStaticStyles')
        calls.push({ name, start, end, value: { start: value.start, end: value.end } });
    },
  }).visit(parseSync(file, code).program);
  return calls.toSorted((one, other) => one.start - other.start);
}

/** The code with some parts written anew; they don't overlap. Pure. */
export const edited = (code: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (text, { start, end, text: part }) => text.slice(0, start) + part + text.slice(end),
      code,
    );

const words = (text: string): readonly string[] => text.match(/[$\w]+/g) ?? [];

/** A statement, and the names that it declares. */
interface Declared {
  readonly text: string;
  readonly names: readonly string[];
  readonly isExported: boolean;
}

/**
 * The statements of a module that some of its expressions need: what it imports, and what it declares that they name.
 * What others may import of it stays. Pure.
 */
export function statementsFor(
  expressions: readonly string[],
  file: string,
  code: string,
): readonly string[] {
  const { body } = parseSync(file, code).program;
  const textOf = ({ start, end }: Span): string => code.slice(start, end);
  const declared = body.flatMap((statement): Declared[] => {
    const isExported = statement.type === 'ExportNamedDeclaration';
    const declaration = isExported ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    const text = textOf(statement);
    if (callsOf(file, text).length > 0) return [];
    return [{ text, names: declaration.declarations.map(({ id }) => textOf(id)), isExported }];
  });
  const needed = new Set(expressions.flatMap(words));
  const chosen = new Set<Declared>();
  // What is named later in the text can't be used before it.
  for (const one of declared.toReversed()) {
    if (!one.isExported && !one.names.some((name) => needed.has(name))) continue;
    chosen.add(one);
    for (const word of words(one.text)) needed.add(word);
  }
  const imports = body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return [];
    const used = statement.specifiers.filter(({ local }) => needed.has(local.name)).map(textOf);
    return used.length === 0 ? [] : [`import { ${used.join(', ')} } from ${statement.source.raw};`];
  });
  return [...imports, ...declared.filter((one) => chosen.has(one)).map(({ text }) => text)];
}
