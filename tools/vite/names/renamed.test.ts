import { expect, test } from 'vitest';
import { namesOfExports } from './export-names.ts';
import { renamed } from './renamed.ts';

const NAMES: Readonly<Record<string, string>> = {
  'assets/other.js one': 'aa',
  'assets/other.js two': 'bb',
  'assets/this.js page': 'cc',
};
const result = (code: string): string =>
  renamed(code, 'assets/this.js', (file, name) => NAMES[`${file} ${name}`]).code;

test('what a file imports and exports has its name of the whole build', () => {
  expect(result("import{one as e,two as t}from'./other.js';var n=e(t);export{n as page};")).toBe(
    "import{aa,bb}from'./other.js';var cc=aa(bb);export{cc};",
  );
});

test('what would hide it has another name, and what has its name elsewhere keeps it', () => {
  expect(
    result("import{one}from'./other.js';let f=aa=>one(aa),g=aa=>aa;var bb=one;export{f,g,bb};"),
  ).toBe("import{aa}from'./other.js';let f=p=>aa(p),g=aa=>aa;var bb=aa;export{f,g,bb};");
});

test('a property keeps its name where it was that of a variable', () => {
  expect(result("import{one}from'./other.js';x({one});({one:y=one}=z);")).toBe(
    "import{aa}from'./other.js';x({one:aa});({one:y=aa}=z);",
  );
  expect(result('let page;({page=1}=x);export{page};')).toBe('let cc;({page:cc=1}=x);export{cc};');
});

test('a class has its name inside, too', () => {
  expect(result('class C{m(){return C}}export{C as page};')).toBe(
    'class cc{m(){return cc}}export{cc};',
  );
});

test('what is imported and exported again has both names', () => {
  expect(result("import{one}from'./other.js';export{one as page};")).toBe(
    "import{aa}from'./other.js';export{aa as cc};",
  );
  expect(result("export{one as page}from'./other.js';")).toBe("export{aa as cc}from'./other.js';");
});

test('what is loaded when needed is read by its name of the whole build', () => {
  expect(result("import('./other.js').then(e=>e.two);import(`./other.js`).then(e=>e.three);")).toBe(
    "import('./other.js').then(e=>e.bb);import(`./other.js`).then(e=>e.three);",
  );
});

test('a file that others may ask for by name keeps its names', () => {
  expect(result("import{default as e,last as t}from'./entry.js';e(t);")).toBe(
    "import{default as e,last as t}from'./entry.js';e(t);",
  );
});

test('each export has one name, the shortest for what is used most', () => {
  const file = (name: string, exports: string[], codes: string[] = []) => ({
    fileName: name,
    exports,
    codes,
    isEntry: name === 'main.js',
    isDynamicEntry: false,
  });
  const many = Array.from({ length: 2000 }, (_, index) => `name${String(index)}`);
  const names = namesOfExports([
    file('main.js', ['start']),
    file('parts.js', ['name0', 'jsx$1'], ['jsx(jsx, jsx)']),
    file('many.js', many),
  ]);
  expect(names('main.js', 'start')).toBeUndefined();
  expect(names('parts.js', 'jsx$1')).toHaveLength(1);
  const all = [names('parts.js', 'name0'), ...many.map((name) => names('many.js', name))];
  expect(new Set(all).size).toBe(2001);
});
