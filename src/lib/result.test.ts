import { describe, expect, test } from 'vitest';
import { fail, invariant, ok, type Result } from '#src/lib/result.ts';

test('a result is a value or a reason, and says which', () => {
  const describeIt = (result: Result<number, string>) =>
    result.ok ? `value ${String(result.value)}` : `reason ${result.reason}`;
  expect(describeIt(ok(0))).toBe('value 0');
  expect(describeIt(fail('none'))).toBe('reason none');
});

describe('a claim that cannot be wrong', () => {
  test.each([false, null, undefined])('that is %s is a bug and throws', (claim) => {
    expect(() => invariant(claim, 'there is a vault')).toThrow('there is a vault');
  });

  test.each([true, 0, '', {}])('that is %j passes', (claim) => {
    expect(() => invariant(claim, 'there is a vault')).not.toThrow();
  });
});
