import { expect, test } from 'vitest';
import { mountedWords, scriptStageOf } from '#src/datasources/azure-vm/files/session/stage.ts';

const pressed = { clientRequestId: 'c', sentAt: 1 };

test.each([
  ['preparing', { state: 'preparing', ...pressed, step: 'reads' }, 'underWay'],
  ['sending', { state: 'sending', ...pressed }, 'underWay'],
  ['accepted', { state: 'accepted', ...pressed, operation: {} }, 'underWay'],
  ['accepted, nobody knows where', { state: 'accepted', ...pressed, operation: null }, 'unknown'],
  ['lost', { state: 'lost', ...pressed }, 'unknown'],
  ['mounted', { state: 'mounted', ...pressed }, 'mounted'],
] as const)('%s', (_, sent, kind) => {
  expect(scriptStageOf(sent, false).kind).toBe(kind);
});

test('a request whose tab is gone may have arrived', () => {
  expect(scriptStageOf({ state: 'sending', ...pressed }, true).kind).toBe('unknown');
});

const script = { kind: 'none', why: 'noProgram' } as const;

test.each([
  ['after a reload', 'running', null, 'The restore point was mounted'],
  ['with an answer that has no script', 'notReported', script, 'The restore point was mounted'],
  ['after its end', 'expired', null, 'The session has ended by its time'],
  ['after its disks were unmounted', 'unmounted', script, 'The disks are unmounted'],
] as const)('%s a session doesn’t promise a script', (_, phase, outcome, title) => {
  expect(mountedWords({ phase, outcome }).title).toBe(title);
});
