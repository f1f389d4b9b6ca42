/**
 * `npm run --silent rules -- FILE.json`: the catalogue's verdicts on each case of a file, one line of
 * JSON a case. A file with a problem is not evaluated; each problem is reported with its line.
 */
import { readFileSync } from 'node:fs';

import { asTyped } from './program.ts';
import { readCaseFile } from './rules/case-file.ts';
import { evaluateCase } from './rules/evaluate-case.ts';

function fail(...lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) {
  fail('Usage: npm run --silent rules -- FILE.json', 'docs/rules.md shows the form of the file.');
}

const path = asTyped(file);

function textOf(of: string): string {
  try {
    return readFileSync(of, 'utf8');
  } catch (error) {
    return fail(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const { cases, problems } = readCaseFile(textOf(path));
if (problems.length > 0) {
  fail(...problems.map(({ line, message }) => `${file}:${String(line)}: ${message}`));
}
for (const example of cases) console.log(JSON.stringify(evaluateCase(example)));
