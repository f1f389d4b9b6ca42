import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';
import { root } from './program.ts';

/** `npm run docs -- words`: prints each forbidden phrase of the project’s texts, with what to write instead. */

/** The lines of the list of phrases, each with the heading over it. */
const list = readFileSync(join(root, 'tools/words/phrases.txt'), 'utf8')
  .split('\n[')
  .slice(1)
  .flatMap((section) => {
    const [, heading = '', lines = ''] = /^(.*)\]\n([^]*)$/.exec(section) ?? [];
    const found = [...lines.matchAll(/^(?!#)(.+) → (.+)$/gm)];
    return found.map(([, text = '', note = '']) => ({ heading, text, note }));
  });
const under = (heading: string) => list.filter((line) => line.heading === heading);

/** What texts may quote although a phrase of the list is in it, and texts that are nothing but a name of Azure's. */
export const ALLOWED = under('quotes');
const LABELS = under('labels');

const KINDS = ['screen', 'document', 'comment', 'test', 'name'] as const;
type TextKind = (typeof KINDS)[number];

/** A piece of a file's text, with what it is for and where it starts in the file. */
interface Text {
  readonly kind: TextKind;
  readonly text: string;
  readonly index: number;
}

/** Code in prose: its words are the program's. Blanks leave each index where it was. */
const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
const proseOf = (text: string): string => text.replaceAll(/`[^`]*`|https?:\S+/g, blank);
/** Without the signs around a comment and before its lines. */
const commentOf = (text: string): string =>
  proseOf(text.replaceAll(/^\s*(?:\/\*+|\*+(?!\/)|\/\/)|\*+\/$/gm, blank));
const documentOf = (text: string): string =>
  proseOf(text.replaceAll(/^```[\s\S]*?^```|\]\([^)\s]*\)/gm, blank));
/** A name as the words it is made of. */
const wordsOf = (name: string): string =>
  name.replaceAll(/([a-z\d])(?=[A-Z])/g, '$1 ').replaceAll(/[^A-Za-z]+/g, ' ');

const isTest = (path: string): boolean =>
  /^(?:e2e|tools)\/|\.test\.tsx?$|\/testing[^/]*$/.test(path);

const TEXTS = /^src\/(?:strings|rules\/facts)\//;

/** Text on screen: all of the folders of texts and what a rule says, elsewhere sentences. */
function isOnScreen(path: string, text: string, isOfRule: boolean): boolean {
  if (isTest(path) || path.startsWith('src/rules/cases/')) return false;
  // The name of a fact, as `point.id`, is no text.
  if (/^\w+(?:\.\w+)+$/.test(text)) return false;
  // The simulated Azure writes as Azure does; only its panel is ours.
  if (path.startsWith('src/mocks/')) return false;
  return TEXTS.test(path) || isOfRule || /^[A-Z].* [a-z]/.test(text);
}

const declared =
  /\b(?:const|let|function|type|interface|class|readonly|get)\s+[[{]?\s*([A-Za-z_$][\w$]*)/g;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** `test(…)`, `describe(…)` with what is on them, and the second call of `test.each(…)(…)`. */
function isOfTests(callee: ESTree.CallExpression['callee']): boolean {
  if (callee.type === 'CallExpression') return isOfTests(callee.callee);
  if (callee.type === 'MemberExpression') return isOfTests(callee.object);
  return callee.type === 'Identifier' && ['test', 'describe'].includes(callee.name);
}

/** What a person reads of a rule, by the names in its entry: its texts, and why it is enforced. */
const TEXTS_OF_RULE = ['say', 'short', 'label'];
const ENFORCERS = ['service', 'portal', 'advice'];

/** The texts in quotes and in templates of a file, those that are titles of tests or said by rules, and its patterns. */
function literalsOf(program: ESTree.Program) {
  const texts: Span[] = [];
  const titles: Span[] = [];
  const patterns: Span[] = [];
  const ofRules: Span[] = [];
  const addresses = new Set<number>();
  const inner = ({ start, end }: Span): Span => ({ start: start + 1, end: end - 1 });
  new Visitor({
    // Where another file is: its own path is looked at with it.
    ImportDeclaration: ({ source }) => void addresses.add(source.start),
    Literal: (node) => {
      if (addresses.has(node.start)) return;
      if (typeof node.value === 'string') texts.push(inner(node));
      else if ('regex' in node) patterns.push(node);
    },
    TemplateElement: (node) =>
      void texts.push({ start: node.start + 1, end: node.end - (node.tail ? 1 : 2) }),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (first?.type === 'Literal' && isOfTests(callee)) titles.push(inner(first));
      if (first !== undefined && callee.type === 'Identifier' && ENFORCERS.includes(callee.name))
        ofRules.push(first);
    },
    Property: ({ key, value }) => {
      if (key.type === 'Identifier' && TEXTS_OF_RULE.includes(key.name)) ofRules.push(value);
    },
  }).visit(program);
  return { texts, titles, patterns, ofRules };
}

/** Line comments that follow each other, as the one that they are. */
function commentsOf(source: string, comments: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of comments) {
    const last = joined.at(-1);
    const isNext =
      last !== undefined &&
      source.startsWith('//', start) &&
      source.startsWith('//', last.start) &&
      source.slice(last.end, start).trim() === '';
    if (isNext) joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  return joined;
}

/** The code around spans, which are blank in it. */
function withoutSpans(source: string, spans: readonly Span[]): string {
  let code = '';
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (start < code.length) continue;
    code += source.slice(code.length, start) + blank(source.slice(start, end));
  }
  return code + source.slice(code.length);
}

/** All that the phrases are held against in a file, its path among it. */
function textsOf(path: string, source: string): readonly Text[] {
  if (posix.extname(path) === '.md')
    return [{ kind: 'document', text: documentOf(source), index: 0 }];
  const { program, comments } = parseSync(path, source);
  const { texts, titles, patterns, ofRules } = literalsOf(program);
  const kind = isTest(path) ? 'test' : 'comment';
  const isOfRule = ({ start, end }: Span): boolean =>
    path.startsWith('src/rules/') && ofRules.some((span) => span.start <= start && end <= span.end);
  const cut = ({ start, end }: Span): string => source.slice(start, end);
  const code = withoutSpans(source, [...comments, ...texts, ...patterns]);
  return [
    { kind: 'name', text: wordsOf(path), index: 0 },
    ...[...code.matchAll(declared)].map(({ 1: name = '', index }): Text => ({
      kind: 'name',
      text: wordsOf(name),
      index,
    })),
    ...commentsOf(source, comments).map((span): Text => ({
      kind,
      text: commentOf(cut(span)),
      index: span.start,
    })),
    ...titles.flatMap((span): Text[] =>
      isTest(path) ? [{ kind: 'test', text: cut(span), index: span.start }] : [],
    ),
    ...texts.flatMap((span): Text[] =>
      isOnScreen(path, cut(span), isOfRule(span))
        ? [{ kind: 'screen', text: cut(span), index: span.start }]
        : [],
    ),
  ];
}

/** A forbidden phrase where a file has it. */
export interface Hit {
  readonly line: number;
  readonly found: string;
  readonly instead: string;
}

const be = '(?:is|isn’t|are|aren’t|was|wasn’t|were|weren’t|be|been|being)(?: (?:not|never))?';

/** Expressions of the list, for whole words and any white space between them, by the kind of text. */
export const SEARCHES = Object.groupBy(
  list.flatMap(({ heading, text, note: instead }) => {
    const whole = `(?<![\\w’-](?=\\w))(?:${text})(?![\\w-])`;
    const source = whole.replaceAll('{be}', be).replaceAll(' ', '\\s+');
    const pattern = new RegExp(source, heading.includes('by case') ? 'g' : 'gi');
    const kinds = KINDS.filter((kind) => heading.split(/\W/).includes(kind));
    return kinds.map((kind) => ({ kind, pattern, instead }));
  }),
  ({ kind }) => kind,
);

/** The text with one kind of apostrophe, and without what may be quoted. Indices stay. */
const judged = (text: string): string =>
  [...ALLOWED, ...LABELS.filter((label) => label.text === text)]
    .reduce((rest, quote) => rest.replaceAll(quote.text, '_'.repeat(quote.text.length)), text)
    .replaceAll("'", '’');

/** The forbidden phrases of a file, in the order of its lines. */
export function hitsIn(path: string, source: string): readonly Hit[] {
  return textsOf(path, source)
    .flatMap(({ kind, text, index }) => {
      const words = judged(text);
      return (SEARCHES[kind] ?? []).flatMap(({ pattern, instead }) =>
        [...words.matchAll(pattern)].map((hit) => ({
          index: index + hit.index,
          found: hit[0].replaceAll(/\s+/g, ' '),
          instead,
        })),
      );
    })
    .toSorted((one, other) => one.index - other.index)
    .map(({ index, ...hit }) => ({ line: source.slice(0, index).split('\n').length, ...hit }));
}

/** A document made from code has the code's words, which count there. */
const isGenerated = (text: string): boolean => text.includes('<!-- Generated by `npm run docs`');

/** Every forbidden phrase of the project's texts, each with its place and with what to write instead. */
export function hitLines(): readonly string[] {
  const patterns = ['*.md', 'docs/**/*.md', '{src,e2e,tools}/**/*.{ts,tsx,mjs}'];
  const paths = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }));
  return paths.toSorted().flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const name = path.replaceAll('\\', '/');
    return (isGenerated(text) ? [] : hitsIn(name, text)).map(
      ({ line, found, instead }) => `${name}:${String(line)}: “${found}” → ${instead}`,
    );
  });
}

if (import.meta.main) {
  const lines = hitLines();
  console.log(lines.length === 0 ? 'No forbidden phrases.' : lines.join('\n'));
  process.exitCode = lines.length === 0 ? 0 : 1;
}
