import { expect, test } from 'vitest';
import { signInMemory } from '#src/api/arm/sign-in.ts';
import { testMemory } from '#src/api/arm/testing-entra.ts';
import { instant } from '#src/lib/time.ts';

test('a tab remembers when it left, and forgets it', () => {
  const memory = testMemory();
  expect([memory.isUsable(), memory.leftAt()]).toEqual([true, null]);
  memory.noteLeaving(instant(5));
  expect(memory.leftAt()).toBe(5);
  memory.noteLeaving(null);
  expect(memory.leftAt()).toBeNull();
});

test('a browser that blocks all storage remembers nothing, and says so', () => {
  const memory = signInMemory(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  memory.noteLeaving(instant(5));
  memory.noteSignedOut(true);
  expect([memory.isUsable(), memory.leftAt(), memory.isSignedOut()]).toEqual([false, null, false]);
});
