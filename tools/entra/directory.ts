/** A person with an account, as Microsoft Entra knows them. */
export interface Person {
  /** The id of the person's object in the home tenant. */
  readonly oid: string;
  readonly homeTenant: string;
  readonly username: string;
  readonly name: string;
  /** Tenants that have the person as a guest, each with the id of its own object for them. */
  readonly guestIn: Readonly<Record<string, string>>;
}

/** An application that is registered as a single-page application. */
export interface Registration {
  readonly clientId: string;
  /** Compared letter by letter, as Entra does. */
  readonly redirectUris: readonly string[];
}

/** What the faked Entra knows. Ids are fixed, so that a test can name them. */
export interface Directory {
  readonly tenants: readonly string[];
  readonly people: readonly Person[];
  readonly registration: Registration;
}

export const HOME_TENANT = '11111111-2222-4333-8444-555555555555';
export const GUEST_TENANT = '66666666-7777-4888-9999-aaaaaaaaaaaa';
export const CLIENT_ID = '0f0f0f0f-1e1e-4d2d-8c3c-4b4b4b4b4b4b';

export const ADA: Person = {
  oid: 'a0a0a0a0-0000-4000-8000-000000000001',
  homeTenant: HOME_TENANT,
  username: 'ada@contoso.example',
  name: 'Ada Operator',
  guestIn: { [GUEST_TENANT]: 'a0a0a0a0-0000-4000-8000-0000000000ff' },
};

export const BEN: Person = {
  oid: 'b0b0b0b0-0000-4000-8000-000000000002',
  homeTenant: HOME_TENANT,
  username: 'ben@contoso.example',
  name: 'Ben Deputy',
  guestIn: {},
};

/** The directory of the tests: two tenants, two people, and the application at these addresses. */
export const directoryOf = (redirectUris: readonly string[]): Directory => ({
  tenants: [HOME_TENANT, GUEST_TENANT],
  people: [ADA, BEN],
  registration: { clientId: CLIENT_ID, redirectUris },
});

/** The id of a person's object in a tenant; undefined where the tenant does not know them. */
export const objectIdIn = (person: Person, tenant: string): string | undefined =>
  tenant === person.homeTenant ? person.oid : person.guestIn[tenant];
