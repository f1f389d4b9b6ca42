import { describe, expect, test } from 'vitest';
import { pairIn } from '#src/datasources/commvault-vm/ConnectionSettings.tsx';

const typed = (accessToken: string, refreshToken = '') => {
  const form = new FormData();
  form.set('accessToken', accessToken);
  form.set('refreshToken', refreshToken);
  return pairIn(form);
};

describe('tokens as they are typed or pasted', () => {
  test.each([
    ['access', '', { accessToken: 'access', refreshToken: '' }],
    [' access\r\n', '\trefresh ', { accessToken: 'access', refreshToken: 'refresh' }],
    ['Bearer access', 'bearer  refresh', { accessToken: 'access', refreshToken: 'refresh' }],
    ['a.b-c_d~e+f/g=', '', { accessToken: 'a.b-c_d~e+f/g=', refreshToken: '' }],
  ])('%j and %j are taken', (access, refresh, pair) => {
    expect(typed(access, refresh)).toEqual(pair);
  });

  test.each([
    ['', 'refresh'],
    ['  ', ''],
    ['Bearer ', ''],
    ['QSDK 3abc', ''],
    ['two words', ''],
    ['one\ntwo', ''],
    ['tökén', ''],
    ['access', 'two words'],
  ])(
    '%j and %j are refused: a header could not hold them, or nothing would be sent',
    (access, refresh) => {
      expect(typed(access, refresh)).toBeNull();
    },
  );

  test('a form without its fields has none', () => {
    expect(pairIn(new FormData())).toBeNull();
  });
});
