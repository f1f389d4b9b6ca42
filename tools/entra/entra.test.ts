import { describe, expect, test } from 'vitest';
import { ADA, CLIENT_ID, directoryOf, GUEST_TENANT, HOME_TENANT } from './directory.ts';
import { challengeOf, createEntra, type Entra } from './entra.ts';

const APP = 'https://restore.example/';
const VERIFIER = 'a-verifier-that-silent-else-has-0123456789abcdef';
const DAY_MS = 24 * 60 * 60_000;

function entraAt(now: () => number = () => 0): Entra {
  return createEntra(directoryOf([APP]), now);
}

type Fields = Readonly<Record<string, string>>;

const ask = async (
  entra: Entra,
  more: Fields = {},
  { tenant = HOME_TENANT, cookie = '' } = {},
): Promise<Response> => {
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    redirect_uri: APP,
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'https://management.azure.com/user_impersonation openid profile offline_access',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: challengeOf(VERIFIER),
    code_challenge_method: 'S256',
    ...more,
  });
  const address = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?${String(query)}`;
  return entra.fetch(new Request(address, { headers: { cookie } }));
};

const answerIn = (response: Response): URLSearchParams =>
  new URLSearchParams(new URL(response.headers.get('location') ?? '').hash.slice(1));

const redeem = async (entra: Entra, fields: Fields): Promise<Response> =>
  entra.fetch(
    new Request(`https://login.microsoftonline.com/${HOME_TENANT}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: CLIENT_ID, redirect_uri: APP, ...fields }),
    }),
  );

/** Signs Ada in; gives the code, and the cookie of her browser. */
async function signIn(entra: Entra, more: Fields = {}) {
  const response = await ask(entra, { faked_account: ADA.username, ...more });
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { code: answerIn(response).get('code') ?? '', cookie, answer: answerIn(response) };
}

const forCode = (code: string): Fields => ({
  grant_type: 'authorization_code',
  code,
  code_verifier: VERIFIER,
});

async function refreshTokenOf(response: Response): Promise<string> {
  const body: unknown = await response.json();
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 4500 });
  return typeof body === 'object' && body !== null && 'refresh_token' in body
    ? String(body.refresh_token)
    : '';
}

describe('the authorization endpoint', () => {
  test('offers the accounts that the tenant knows, and gives a code for one', async () => {
    const entra = entraAt();
    const page = await (await ask(entra, {}, { tenant: GUEST_TENANT })).text();
    expect(page).toContain(ADA.username);
    expect(page).not.toContain('ben@');
    const { answer } = await signIn(entra);
    expect(answer.get('state')).toBe('state-1');
    expect(answer.get('code')).not.toBeNull();
  });

  test('answers a silent question by the cookie alone', async () => {
    const entra = entraAt();
    const silent = await ask(entra, { prompt: 'none' });
    expect(answerIn(silent).get('error')).toBe('login_required');
    const { cookie } = await signIn(entra);
    const ada = await ask(entra, { prompt: 'none' }, { cookie });
    expect(answerIn(ada).get('code')).not.toBeNull();
  });

  test.each([
    ['another application', { client_id: 'x' }, '700016'],
    ['an address that begins the same', { redirect_uri: `${APP}evil` }, '50011'],
    ['the address without its slash', { redirect_uri: APP.slice(0, -1) }, '50011'],
  ])('shows a page of its own for %s', async (_, more, code) => {
    const response = await ask(entraAt(), more);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(code);
  });
});

describe('the token endpoint', () => {
  test('redeems a code once, and only with its verifier', async () => {
    const entra = entraAt();
    const { code } = await signIn(entra);
    expect((await redeem(entra, forCode(code))).status).toBe(200);
    expect((await redeem(entra, forCode(code))).status).toBe(400);
    const other = await signIn(entra);
    const wrong = { ...forCode(other.code), code_verifier: 'another' };
    expect((await redeem(entra, wrong)).status).toBe(400);
  });

  test('renews for a day after the sign-in, however often', async () => {
    let now = 0;
    const entra = entraAt(() => now);
    const { code } = await signIn(entra);
    const first = await refreshTokenOf(await redeem(entra, forCode(code)));
    now = DAY_MS - 1;
    const renewal = { grant_type: 'refresh_token', refresh_token: first };
    const second = await refreshTokenOf(await redeem(entra, renewal));
    now = DAY_MS;
    const ended = await redeem(entra, { grant_type: 'refresh_token', refresh_token: second });
    expect(await ended.json()).toMatchObject({ error: 'invalid_grant', error_codes: [700_084] });
  });

  test('asks for claims, and is content with them', async () => {
    const entra = entraAt();
    const { code } = await signIn(entra);
    const refresh = await refreshTokenOf(await redeem(entra, forCode(code)));
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    entra.behave({ challenge: claims });
    const renewal = { grant_type: 'refresh_token', refresh_token: refresh };
    expect(await (await redeem(entra, renewal)).json()).toMatchObject({
      error: 'interaction_required',
      claims,
    });
    expect((await redeem(entra, { ...renewal, claims })).status).toBe(200);
  });
});

describe('a token for Storage', () => {
  const scope = 'https://storage.azure.com/user_impersonation openid profile offline_access';
  const signedIn = async () => {
    const entra = entraAt();
    const { code, cookie } = await signIn(entra);
    const refresh = await refreshTokenOf(await redeem(entra, forCode(code)));
    return { entra, cookie, renewal: { grant_type: 'refresh_token', refresh_token: refresh } };
  };
  const claimsIn = async (response: Response): Promise<unknown> => {
    const body: unknown = await response.json();
    const [, payload = ''] = /"access_token":"[^."]+\.([^."]+)/.exec(JSON.stringify(body)) ?? [];
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return claims;
  };

  test('is had by the refresh token of the sign-in, beside those for Azure Resource Manager', async () => {
    const { entra, renewal } = await signedIn();
    const storage = await redeem(entra, { ...renewal, scope });
    expect(await storage.clone().json()).toMatchObject({ scope });
    expect(await claimsIn(storage)).toMatchObject({ aud: 'https://storage.azure.com' });
    expect(await claimsIn(await redeem(entra, renewal))).toMatchObject({
      aud: 'https://management.azure.com',
    });
  });

  test('is refused without consent to it, in a frame too, and nothing else is', async () => {
    const { entra, cookie, renewal } = await signedIn();
    entra.behave({ hasStorageConsent: false });
    expect(await (await redeem(entra, { ...renewal, scope })).json()).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
    });
    const silent = await ask(entra, { prompt: 'none', scope }, { cookie });
    expect(answerIn(silent).get('error')).toBe('consent_required');
    expect((await redeem(entra, renewal)).status).toBe(200);
  });

  test('of a resource that the tenant doesn’t have is refused', async () => {
    const { entra, renewal } = await signedIn();
    const strange = await redeem(entra, { ...renewal, scope: 'https://fruit.example/.default' });
    expect(await strange.json()).toMatchObject({ error: 'invalid_resource' });
  });
});

describe('a browser that Entra knows', () => {
  test('gets a new day with each code', async () => {
    let now = 0;
    const entra = entraAt(() => now);
    const { cookie } = await signIn(entra);
    now = DAY_MS;
    const silent = await ask(entra, { prompt: 'none' }, { cookie });
    const answer = await redeem(entra, forCode(answerIn(silent).get('code') ?? ''));
    expect(await answer.json()).toMatchObject({ refresh_token_expires_in: DAY_MS / 1000 });
  });

  test('is unknown in a frame without cookies', async () => {
    const entra = entraAt();
    const { cookie } = await signIn(entra);
    entra.behave({ hasFrameCookies: false });
    const silent = await ask(entra, { prompt: 'none' }, { cookie });
    expect(answerIn(silent).get('error')).toBe('login_required');
    expect(answerIn(await ask(entra, {}, { cookie })).get('code')).not.toBeNull();
  });
});

test('claims that need the person are met by a new sign-in alone, beside claims of the library', async () => {
  const entra = entraAt();
  const { code } = await signIn(entra);
  const refresh = await refreshTokenOf(await redeem(entra, forCode(code)));
  entra.behave({ challenge: '{"access_token":{"acrs":{"value":"c1"}}}', isPersonNeeded: true });
  const claims = '{"access_token":{"acrs":{"value":"c1"},"xms_cc":{"values":["CP1"]}}}';
  const renewal = { grant_type: 'refresh_token', refresh_token: refresh, claims };
  expect((await redeem(entra, renewal)).status).toBe(400);
  const again = await signIn(entra, { claims });
  expect((await redeem(entra, { ...forCode(again.code), claims })).status).toBe(200);
});
