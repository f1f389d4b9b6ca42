import { expect, test } from 'vitest';
import { simulatedTokens } from '#src/mocks/tokens.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';

const fault = (id: string, effect: Fault['effect']): Fault => ({
  id,
  match: {},
  times: null,
  effect,
});

test('a token can be had unless a fault says otherwise, until the person signs in again', async () => {
  let faults = [fault('down', { kind: 'drop' })];
  const { getToken, signInAgain } = simulatedTokens({
    faults: async () => faults.map((one) => ({ fault: one, used: 0 })),
    removeFault: async (id) => {
      faults = faults.filter((one) => one.id !== id);
    },
  });
  expect(await getToken()).toMatchObject({ token: 'simulated' });
  faults = [...faults, fault('signed-out', { kind: 'no-token' })];
  await expect(getToken()).rejects.toThrow('The sign-in has expired.');
  await signInAgain();
  expect(await getToken()).toMatchObject({ token: 'simulated' });
  expect(faults.map(({ id }) => id)).toEqual(['down']);
});
