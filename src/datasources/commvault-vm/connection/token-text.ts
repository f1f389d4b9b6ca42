import type { TokenPair } from '#src/api/commvault/home.ts';

/** What a header can hold; a token has no blanks, and a login token such as `QSDK …` is none. */
const TOKEN = /^[\x21-\x7e]+$/;

/** A token as it was pasted, perhaps with what stands before it in a header; null: it is none. */
function tokenIn(text: FormDataEntryValue | null): string | null {
  const token = typeof text === 'string' ? text.replace(/^\s*Bearer\s/i, '').trim() : '';
  return token === '' || TOKEN.test(token) ? token : null;
}

/** The tokens that a form holds; null: the access token is missing, or one of them is no token. */
export function pairIn(form: Pick<FormData, 'get'>): TokenPair | null {
  const accessToken = tokenIn(form.get('accessToken'));
  const refreshToken = tokenIn(form.get('refreshToken'));
  return accessToken === null || accessToken === '' || refreshToken === null
    ? null
    : { accessToken, refreshToken };
}
