import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as z from 'zod/mini';

import { type Example, withValueAt } from '#src/rules/baseline.ts';
import { inputOf } from '#src/rules/cases/case.ts';
import { evaluate } from '#src/rules/catalogue.ts';
import { type VerdictLists, verdictLists } from '#src/rules/engine.ts';

import { caseSchema, type FileCase } from './case-schema.ts';

/** What is wrong with a file, and on which of its lines (from 1). */
export interface FileProblem {
  readonly line: number;
  readonly message: string;
}

/** The cases that can be evaluated, in their order, and what is wrong with the others. */
export interface CaseFile {
  readonly cases: readonly FileCase[];
  readonly problems: readonly FileProblem[];
}

/** Reads the text of a case file: a problem costs the case that has it, and all problems are reported. */
export function readCaseFile(text: string): CaseFile {
  if (text.trim() === '')
    return { cases: [], problems: [{ line: 1, message: 'The file is empty.' }] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  if (tree === undefined || errors.length > 0) {
    const problems = errors.map(({ error, offset }) => ({
      line: lineAt(offset),
      message: `This is no JSON: ${printParseErrorCode(error)}.`,
    }));
    return { cases: [], problems };
  }
  const read = z.array(caseSchema).safeParse(JSON.parse(text), { reportInput: true });
  const issues = read.error?.issues ?? [];
  const problems = issues.flatMap((issue) =>
    sentenceOf(issue).map(({ path, message }) => ({
      line: lineAt(nodeOf(tree, path).offset),
      message: `${placeOf(tree, path)}${message}`,
    })),
  );
  const elements: unknown = JSON.parse(text);
  const sound = (Array.isArray(elements) ? elements : []).flatMap((element: unknown, at) => {
    const { data } = caseSchema.safeParse(element);
    return data === undefined ? [] : [{ at, data }];
  });
  const isSecond = ({ at, data }: (typeof sound)[number]): boolean =>
    sound.some((one) => one.at < at && one.data.id === data.id);
  const twice = sound.filter(isSecond).map(({ at, data }) => ({
    line: lineAt(nodeOf(tree, [at, 'id']).offset),
    message: `There is a case ${data.id} above.`,
  }));
  return {
    cases: sound.filter((one) => !isSecond(one)).map(({ data }) => data),
    problems: [...problems, ...twice],
  };
}

type Path = readonly (string | number)[];

/** The deepest thing on the way to a path that is there; a property counts from its name. */
function nodeOf(tree: Node, path: Path): Node {
  const node = findNodeAtLocation(tree, [...path]);
  if (node === undefined) return path.length === 0 ? tree : nodeOf(tree, path.slice(0, -1));
  return node.parent?.type === 'property' ? node.parent : node;
}

/** Which case it is in, by its id where it has one. */
function placeOf(tree: Node, [at]: Path): string {
  if (typeof at !== 'number') return '';
  const id: unknown = findNodeAtLocation(tree, [at, 'id'])?.value;
  return `Case ${typeof id === 'string' ? id : String(at + 1)}: `;
}

/** Where something is wrong, and what. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** An issue in words, one sentence for each thing that is wrong. */
function sentenceOf(issue: Issue): Problem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const name = path.slice(1).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `${[...path.slice(1), key].join('.')} is not a key of this form.`,
      }));
    case 'invalid_value':
      return [{ path, message: `${name} ${notAmong(issue)}` }];
    case 'invalid_type':
      return [
        { path, message: `${name === '' ? 'It' : name} must be ${article(issue.expected)}.` },
      ];
    default:
      return [{ path, message: `${name}: ${issue.message}` }];
  }
}

/** Maximum number of values that a message lists; of more, it says only that it is none of them. */
const FEW = 8;

function notAmong({ values, input }: z.core.$ZodIssueInvalidValue): string {
  const given = `is ${JSON.stringify(input) ?? 'missing'}`;
  return values.length <= FEW
    ? `${given}, and must be one of ${values.map(String).join(', ')}.`
    : `${given}, which is not known here.`;
}

/** The words of a type that a form asks for. */
function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** What the catalogue says of a case as given: nothing cleared, nothing filled in. */
export function evaluateCase(example: FileCase): { readonly id: string } & VerdictLists {
  const { given = {}, when = {}, unknown = [] } = example;
  const known: Example = inputOf({ given, when });
  const { facts, choices } = unknown.reduce(
    (left, name) => withValueAt(left, name, undefined),
    known,
  );
  return { id: example.id, ...verdictLists(evaluate(facts, choices)) };
}
