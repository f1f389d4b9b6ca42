import { expect, test } from 'vitest';
import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { problemWords } from '#src/strings/problem-words.ts';

const kinds = ['notFound', 'notSent', 'lost', 'unreadable', 'refused', 'unexpected'] as const;

test.each(kinds)('a problem “%s” names the service that it is of', (kind: Problem['kind']) => {
  const usual = problemWords({ kind });
  expect([usual.title('the VMs'), usual.advice]).toEqual([
    common.problem[kind].title('the VMs'),
    common.problem[kind].advice,
  ]);
  const own = problemWords({ kind, service: 'Commvault' });
  expect([own.title('the VMs'), own.advice].join(' ')).not.toContain('Azure');
});

test('the sentences hold with the name of another service', () => {
  const titles = kinds.map((kind) => problemWords({ kind, service: 'Commvault' }).title('the VMs'));
  expect(titles).toEqual([
    'Commvault can’t find the VMs.',
    'The request for the VMs wasn’t sent to Commvault.',
    'Couldn’t reach Commvault to load the VMs.',
    'Couldn’t read Commvault’s response for the VMs.',
    'Commvault rejected the request for the VMs.',
    'Couldn’t load the VMs.',
  ]);
});
