import { expect, test } from 'vitest';

import { run } from './program.ts';

const node = process.execPath;

test('a program that takes longer than its limit is ended, also when others hold its output', async () => {
  const grandchild = `require('child_process').spawn(process.execPath,['-e','setTimeout(()=>{},3000)'],{stdio:'inherit'})`;
  const started = performance.now();
  const { code, output, isOverdue } = await run(
    node,
    ['-e', `${grandchild}; console.log('here'); setInterval(() => {}, 1000)`],
    {},
    { limitMs: 500 },
  );
  expect({ code, isOverdue }).toEqual({ code: 1, isOverdue: true });
  expect(output).toContain('ended by SIGTERM');
  expect(performance.now() - started).toBeLessThan(2_500);
});

test('a program within its limit is left alone', async () => {
  const ended = await run(node, ['-e', 'console.log("done")'], {}, { limitMs: 60_000 });
  expect(ended).toEqual({ code: 0, output: 'done\n', isOverdue: false });
});
